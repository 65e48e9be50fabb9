package grokscope.run.weights;

import java.util.List;
import java.util.Locale;

/** What hidden neurons may do. Stateless. */
final class Activations {
  /** The most usual first: of two that answer alike, that one is assumed. */
  private static final List<String> ALL = List.of("relu", "gelu", "tanh", "square");

  private Activations() {}

  /** The activation that a file names, or all there are. */
  static List<String> of(Renamed renamed) {
    String told = renamed.told().getOrDefault("activation", "").toLowerCase(Locale.ROOT);
    return ALL.contains(told) ? List.of(told) : ALL;
  }
}
