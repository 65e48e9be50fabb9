package grokscope.run.weights;

import grokscope.config.knob.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What hidden neurons may do. Stateless. */
final class Activations {
  /** The most usual first: of two that answer alike, that one is assumed. */
  private static final List<String> ALL = List.of("relu", "gelu", "tanh", "square");

  /** The same where tokens come in one-hot and nothing has biases, as in Gromov 2023. */
  private static final List<String> OF_SQUARES = List.of("square", "relu", "gelu", "tanh");

  private static final int LONGEST = 40;

  private Activations() {}

  /** What comes nearest to a file's word here; the word itself where nothing does. */
  static String nearest(String word) {
    return word.replaceFirst("^gelu.+", "gelu");
  }

  /** What is to be said of a file's word that is none of these. */
  static Optional<String> doubt(String word) {
    if (ALL.contains(word)) {
      return Optional.empty();
    }
    String said = "The file says that its neurons are \"" + Messages.clipped(word, LONGEST) + "\"";
    return Optional.of(
        said
            + (ALL.contains(nearest(word))
                ? ", which is nearly GELU; it is read with GELU, and the last digits may differ."
                : ", which no network here has; it is read with others, and its numbers are not"
                    + " those of the network."));
  }

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
