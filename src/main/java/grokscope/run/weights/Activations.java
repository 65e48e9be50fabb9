package grokscope.run.weights;

import grokscope.kernel.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What hidden neurons may do. Stateless. */
final class Activations {
  private Activations() {}

  /** The activation that a file names, or all there are. */
  static List<String> of(Renamed renamed) {
    List<String> all =
        Arrays.stream(Activation.values())
            .map(activation -> activation.name().toLowerCase(Locale.ROOT))
            .toList();
    String told = renamed.told().getOrDefault("activation", "").toLowerCase(Locale.ROOT);
    return all.contains(told) ? List.of(told) : all;
  }
}
