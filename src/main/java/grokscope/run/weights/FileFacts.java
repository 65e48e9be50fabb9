package grokscope.run.weights;

import grokscope.run.format.ArrayFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a file says of its network beside the weights. Stateless. */
final class FileFacts {
  private static final List<String> ACTIVATION =
      List.of("act_fn", "act_type", "activation", "act", "nonlinearity");

  private FileFacts() {}

  /** What its hidden neurons do, in a word: "relu". */
  static Optional<String> activation(ArrayFile file) {
    for (Map.Entry<String, Object> fact : file.facts().entrySet()) {
      String name = fact.getKey().substring(fact.getKey().lastIndexOf('.') + 1);
      if (ACTIVATION.contains(name.toLowerCase(Locale.ROOT))
          && fact.getValue() instanceof String word) {
        return Optional.of(word.toLowerCase(Locale.ROOT).replaceFirst("^(gelu).*", "$1"));
      }
    }
    return Optional.empty();
  }
}
