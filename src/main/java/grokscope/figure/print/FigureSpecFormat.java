package grokscope.figure.print;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.knob.Messages;
import grokscope.figure.print.FigureSpec.Range;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a figure. What is missing is as usual; what is not known is refused by its name.
 * Stateless, any thread.
 */
public final class FigureSpecFormat {
  private static final int LONGEST_CAPTION = 2000;
  private static final String EACH = "each";
  private static final String MEDIAN = "median";
  private static final String LINEAR = "linear";
  private static final String LOG = "log";
  private static final String STEPS = "steps";
  private static final String SCALE = "scale";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String VALUES = "values";
  private static final String SCALES = "scales";
  private static final String FORMAT = "format";
  private static final List<String> KNOWN =
      List.of(
          "runs", "drawn", "panels", "hidden", STEPS, VALUES, SCALES, "phases", "marks", "legend",
          "caption", "width", "heights", "type", "look", FORMAT, "dpi");

  private FigureSpecFormat() {}

  /** The figure as JSON keys. */
  public static Map<String, Object> write(FigureSpec spec) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("runs", spec.runs());
    object.put("drawn", spec.merged() ? MEDIAN : EACH);
    object.put("panels", spec.panels());
    object.put("hidden", spec.hidden());
    Map<String, Object> steps = new LinkedHashMap<>();
    steps.put(SCALE, spec.logSteps() ? LOG : LINEAR);
    spec.steps().ifPresent(range -> steps.putAll(write(range)));
    object.put(STEPS, steps);
    Map<String, Object> values = new LinkedHashMap<>();
    spec.values().forEach((panel, range) -> values.put(panel, write(range)));
    object.put(VALUES, values);
    object.put(SCALES, new LinkedHashMap<>(spec.scales()));
    object.put("phases", spec.phases());
    object.put("marks", spec.marks());
    object.put("legend", spec.legend());
    object.put("caption", spec.caption());
    FigurePage page = spec.page();
    object.put("width", page.width());
    object.put("heights", page.heights());
    object.put("type", page.type());
    object.put("look", page.look().word());
    object.put(FORMAT, page.format().word());
    object.put("dpi", page.dpi());
    return object;
  }

  private static Map<String, Object> write(Range range) {
    Map<String, Object> ends = new LinkedHashMap<>();
    ends.put(FROM, range.from());
    ends.put(TO, range.to());
    return ends;
  }

  /**
   * The figure of a file.
   *
   * @throws InvalidConfig with a sentence that names the file, and what in it is refused
   */
  public static FigureSpec read(Path file) throws InvalidConfig {
    try {
      return read(Json.read(AtomicFile.read(file)));
    } catch (InvalidConfig refused) {
      throw refused.in(file.toString());
    }
  }

  /**
   * The figure of JSON keys.
   *
   * @throws InvalidConfig with the path of what is refused, and what is allowed there
   */
  public static FigureSpec read(Map<String, @Nullable Object> object) throws InvalidConfig {
    FigureSpec usual = FigureSpec.USUAL;
    FigureKeys keys = new FigureKeys("", object, KNOWN);
    FigureKeys steps = new FigureKeys(STEPS, keys.object(STEPS), List.of(SCALE, FROM, TO));
    boolean log = steps.word(SCALE, LINEAR, List.of(LINEAR, LOG)).equals(LOG);
    return new FigureSpec(
        keys.words("runs", usual.runs()),
        keys.word("drawn", EACH, List.of(EACH, MEDIAN)).equals(MEDIAN),
        keys.words("panels", usual.panels()),
        keys.words("hidden", usual.hidden()),
        log,
        steps.has(FROM) || steps.has(TO) ? Optional.of(range(STEPS, steps)) : Optional.empty(),
        values(keys),
        scales(keys),
        keys.flag("phases", usual.phases()),
        keys.flag("marks", usual.marks()),
        keys.flag("legend", usual.legend()),
        keys.text("caption", usual.caption(), LONGEST_CAPTION),
        page(keys, usual.page()));
  }

  private static Map<String, String> scales(FigureKeys keys) throws InvalidConfig {
    Map<String, String> scales = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> entry : keys.object(SCALES).entrySet()) {
      if (!(entry.getValue() instanceof String name)) {
        throw new InvalidConfig(
            SCALES + "." + Messages.clipped(entry.getKey(), 60),
            "is " + Messages.display(entry.getValue()) + ", but must be a word");
      }
      scales.put(entry.getKey(), name);
    }
    return scales;
  }

  private static Map<String, Range> values(FigureKeys keys) throws InvalidConfig {
    Map<String, Range> values = new LinkedHashMap<>();
    Map<String, @Nullable Object> object = keys.object(VALUES);
    for (String panel : object.keySet()) {
      String path = VALUES + "." + Messages.clipped(panel, 60);
      FigureKeys ends =
          new FigureKeys(path, Json.object(object.get(panel), path), List.of(FROM, TO));
      values.put(panel, range(path, ends));
    }
    return values;
  }

  private static Range range(String path, FigureKeys ends) throws InvalidConfig {
    Range range = new Range(ends.finite(FROM), ends.finite(TO));
    if (range.from() >= range.to()) {
      throw new InvalidConfig(
          path + "." + TO,
          "is "
              + Messages.plain(range.to())
              + ", but must be more than "
              + Messages.plain(range.from())
              + ", where the axis begins");
    }
    return range;
  }

  private static FigurePage page(FigureKeys keys, FigurePage usual) throws InvalidConfig {
    double width =
        keys.number(
            "width",
            usual.width(),
            FigurePage.NARROWEST,
            FigurePage.WIDEST,
            " millimetres: a column of a journal has 85, and no page is wider than A3");
    return new FigurePage(
        width,
        keys.numbers(
            "heights", usual.heights(), FigurePage.LOWEST, FigurePage.HIGHEST, " millimetres"),
        keys.number(
            "type",
            usual.type(),
            FigurePage.SMALLEST_TYPE,
            FigurePage.LARGEST_TYPE,
            " points: smaller words are not read on paper"),
        one("look", FigureLook.values(), FigureLook::word, usual.look(), keys),
        one(FORMAT, FigureFormat.values(), FigureFormat::word, usual.format(), keys),
        (int)
            keys.number(
                "dpi",
                usual.dpi(),
                FigurePage.FEWEST_DOTS,
                FigurePage.MOST_DOTS,
                " dots to an inch"));
  }

  private static <T> T one(String key, T[] all, Function<T, String> word, T usual, FigureKeys keys)
      throws InvalidConfig {
    String chosen = keys.word(key, word.apply(usual), Arrays.stream(all).map(word).toList());
    return Arrays.stream(all)
        .filter(each -> word.apply(each).equals(chosen))
        .findFirst()
        .orElse(usual);
  }
}
