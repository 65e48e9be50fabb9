package grokscope.run.weights;

import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.run.format.ArrayFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a file says of its network beside the weights. Stateless. */
final class FileFacts {
  private static final String OWN_SETTINGS = "grokscope.latest"; // of a checkpoint
  private static final List<String> ACTIVATION =
      List.of("act_fn", "act_type", "activation", "act", "nonlinearity");

  private FileFacts() {}

  /** The settings of a run of this program, whose checkpoint the file is. */
  static Optional<RunConfig> settings(ArrayFile file, ConfigFormat format) throws InvalidConfig {
    String text = file.texts().get(OWN_SETTINGS);
    return text == null ? Optional.empty() : Optional.of(format.readStored(object(text)));
  }

  private static Map<String, Object> object(String text) throws InvalidConfig {
    Map<String, Object> object = new LinkedHashMap<>();
    Json.read(text)
        .forEach(
            (name, value) -> {
              if (value != null) {
                object.put(name, value);
              }
            });
    return object;
  }

  private static Map<String, Object> objectIfAny(String text) {
    try {
      return object(text);
    } catch (InvalidConfig noObject) {
      return Map.of(); // some other program's text
    }
  }

  /** What its hidden neurons do, in the file's own word: "relu", "gelu_new". */
  static Optional<String> activation(ArrayFile file) {
    Map<String, Object> all = new LinkedHashMap<>(file.facts());
    for (String text : file.texts().values()) {
      if (text.startsWith("{")) {
        all.putAll(objectIfAny(text));
      }
    }
    for (Map.Entry<String, Object> fact : all.entrySet()) {
      String name = fact.getKey().substring(fact.getKey().lastIndexOf('.') + 1);
      Object value = fact.getValue();
      if (ACTIVATION.contains(name.toLowerCase(Locale.ROOT)) && value instanceof String word) {
        return Optional.of(word.toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }
}
