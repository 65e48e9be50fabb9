package grokscope.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.io.NumberInput;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import grokscope.config.knob.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON text as plain Java maps, lists, numbers and words, and back. Stateless, any thread.
 *
 * <p>Nothing else in the program names the JSON library, and no class is ever chosen by a text.
 */
public final class Json {
  private static final ObjectReader READER;
  private static final ObjectWriter LINE;
  private static final ObjectWriter PAGE;

  static {
    ObjectMapper mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // NaN is read so that its knob can refuse it by name, not the parser by position.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(separators)
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
    READER = mapper.readerFor(Object.class);
    LINE = mapper.writer();
    PAGE = mapper.writer(printer);
  }

  private Json() {}

  /**
   * The number that some characters are, the same as {@link Double#parseDouble} reads; nothing is
   * allocated for it.
   *
   * @throws NumberFormatException when they are none
   */
  public static double real(char[] text, int from, int length) {
    return NumberInput.parseDouble(text, from, length, true);
  }

  /** The value on one line. */
  public static String line(Map<String, ?> object) {
    return written(LINE, object);
  }

  /** The value indented for a person, with a line end after it. */
  public static String page(Map<String, ?> object) {
    return written(PAGE, object) + "\n";
  }

  /**
   * The object that a text holds: values are maps, lists, {@code String}, {@code Boolean}, null,
   * {@code Double}, and for whole numbers the smallest of {@code Integer}, {@code Long} and {@code
   * BigInteger} that holds it.
   *
   * @throws InvalidConfig when the text is not exactly one JSON object without repeated keys
   */
  public static Map<String, @Nullable Object> read(String text) throws InvalidConfig {
    if (text.isBlank()) {
      throw new InvalidConfig("", "the file is empty, but must hold a JSON object");
    }
    try (JsonParser parser = READER.createParser(text)) {
      Object value = READER.readValue(parser);
      if (parser.nextToken() != null) {
        throw new InvalidConfig(
            "", "there is more text after the end of the JSON object at " + place(parser));
      }
      return object(value, "");
    } catch (JsonProcessingException e) {
      throw new InvalidConfig("", sentence(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the text is in memory
    }
  }

  /** The value at a path as an object. */
  public static Map<String, @Nullable Object> object(@Nullable Object value, String path)
      throws InvalidConfig {
    if (!(value instanceof Map<?, ?> map)) {
      throw new InvalidConfig(
          path.isEmpty() ? "the whole" : path,
          "is " + Messages.display(value) + ", but must be an object in braces");
    }
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    map.forEach((key, inner) -> object.put((String) key, inner));
    return object;
  }

  private static String written(ObjectWriter writer, Map<String, ?> object) {
    try {
      return writer.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON value: " + object, e);
    }
  }

  private static String sentence(JsonProcessingException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    message = message.replaceAll(": was expecting .*", ""); // names parts of the grammar
    if (message.startsWith("Duplicate field") && e.getProcessor() instanceof JsonParser parser) {
      return dotted(parser) + " appears twice, the second time at " + place(e);
    }
    if (e instanceof JsonEOFException) {
      return "is not JSON: the text ends too early, at " + place(e);
    }
    String reason =
        message.isEmpty() ? "" : " (" + Messages.clipped(lowerFirst(message), 120) + ")";
    return "is not JSON: there is a mistake at " + place(e) + reason;
  }

  private static String dotted(JsonParser parser) {
    String pointer = parser.getParsingContext().pathAsPointer().toString();
    return Messages.clipped(pointer.replaceFirst("^/", "").replace('/', '.'), 80);
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? "an unknown place"
        : place(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static String place(JsonParser parser) {
    return place(
        parser.currentTokenLocation().getLineNr(), parser.currentTokenLocation().getColumnNr());
  }

  private static String place(int line, int column) {
    return "line " + line + ", column " + column;
  }

  private static String lowerFirst(String words) {
    return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
