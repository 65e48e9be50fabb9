package grokscope.run.weights;

import java.util.List;
import java.util.Locale;

/** What hidden neurons may do. Stateless. */
final class Activations {
  /** The most usual first: of two that answer alike, that one is assumed. */
  private static final List<String> ALL = List.of("relu", "gelu", "tanh", "square");

  /** The same where tokens come in one-hot and nothing has biases, as in Gromov 2023. */
  private static final List<String> OF_SQUARES = List.of("square", "relu", "gelu", "tanh");

  private Activations() {}

  /** The activation that a file names, or all there are. */
  static List<String> of(Renamed renamed) {
    String told = renamed.told().getOrDefault("activation", "").toLowerCase(Locale.ROOT);
    return ALL.contains(told) ? List.of(told) : ALL;
  }

  /** The same of an MLP without embeddings and biases. */
  static List<String> ofSquares(Renamed renamed) {
    List<String> usual = of(renamed);
    return usual.size() == 1 ? usual : OF_SQUARES;
  }
}
