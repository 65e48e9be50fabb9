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
  private static final List<String> NORM = List.of("normalization_type");
  private static final List<String> OTHER_NORMS = List.of("LNPre", "RMS", "RMSPre");

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
    return word(file, ACTIVATION).map(word -> word.toLowerCase(Locale.ROOT));
  }

  /**
   * Refuses what the file calls its normalisation where the weights cannot show it: without gains
   * of its own, such a network would be read as one without any.
   */
  static void refuseOtherNorms(ArrayFile file) throws InvalidConfig {
    Optional<String> norm = word(file, NORM).filter(OTHER_NORMS::contains);
    if (norm.isPresent()) {
      throw new InvalidConfig(
          "",
          "the file says that its normalisation is "
              + norm.get()
              + ", which no network here has; one with LayerNorm (LN) or none opens, so save it"
              + " before its LayerNorm is folded into other weights");
    }
  }

  /** The first word that the file has under one of some names. */
  private static Optional<String> word(ArrayFile file, List<String> names) {
    Map<String, Object> all = new LinkedHashMap<>(file.facts());
    for (String text : file.texts().values()) {
      if (text.startsWith("{")) {
        all.putAll(objectIfAny(text));
      }
    }
    for (Map.Entry<String, Object> fact : all.entrySet()) {
      String name = fact.getKey().substring(fact.getKey().lastIndexOf('.') + 1);
      if (names.contains(name.toLowerCase(Locale.ROOT)) && fact.getValue() instanceof String word) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }
}
