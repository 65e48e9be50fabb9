package grokscope.run.weights;

import grokscope.run.format.StoredArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The matrices and vectors of a network without attention, in the order in which their names count:
 * layer 2 before layer 10, left before right. Immutable.
 */
record Stack(List<Layer> matrices, List<String> vectors) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int DIGITS = 9;

  /** Vectors that multiply, or normalise, and so are no biases of a layer. */
  private static final Pattern NO_BIAS =
      Pattern.compile(
          ".*weight|.*(norm|scale|gain|gamma|beta|alpha|prelu|running).*"
              + "|(.*[._])?(ln|bn|gn)_?(\\d*|f|final)([._].*)?");

  /** A matrix. Its dimensions are as they are stored. */
  record Layer(String name, int rows, int columns) {
    private String lower() {
      return name.toLowerCase(Locale.ROOT);
    }

    /** Whether its name says that it embeds. */
    boolean embeds() {
      return lower().matches(".*(emb|wte|w_e(_|$|\\d)|tok).*") && !answers() && !positions();
    }

    /** Whether its name says that it leads to the answers. */
    boolean answers() {
      return lower().matches(".*(unemb|umbed|head|out|dec|logit|readout|classif|final|w_u$).*");
    }

    /** Whether its name says that it tells positions apart. */
    boolean positions() {
      return lower().matches(".*(pos|wpe).*");
    }

    /** Whether it is stored as PyTorch's layers store theirs: [outputs, inputs]. */
    boolean byModule() {
      return lower().endsWith("weight");
    }
  }

  Stack {
    matrices = List.copyOf(matrices);
    vectors = List.copyOf(vectors);
  }

  /** What there is; empty where there are other arrays of real numbers than these. */
  static Optional<Stack> of(NamedArrays arrays) {
    List<Layer> matrices = new ArrayList<>();
    List<String> vectors = new ArrayList<>();
    for (StoredArray array : arrays.arrays()) {
      int[] shape = array.shape();
      if (!array.type().real() || array.size() == 0 || shape.length == 0) {
        continue;
      }
      if (shape.length > 2) {
        return Optional.empty();
      }
      if (shape.length == 2 && shape[0] > 1 && shape[1] > 1) {
        matrices.add(new Layer(arrays.name(array), shape[0], shape[1]));
      } else {
        vectors.add(arrays.name(array));
      }
    }
    matrices.sort(Comparator.comparing(layer -> counted(layer.name())));
    vectors.sort(Comparator.comparing(Stack::counted));
    boolean any = !matrices.isEmpty() && matrices.stream().noneMatch(Layer::positions);
    return any ? Optional.of(new Stack(matrices, vectors)) : Optional.empty();
  }

  /** A name in whose order numbers count. */
  static String counted(String name) {
    Matcher number = NUMBER.matcher(name.toLowerCase(Locale.ROOT));
    return number.replaceAll(
        found -> "0".repeat(Math.max(0, DIGITS - found.group().length())) + found.group());
  }

  /** The vectors that may be biases, though their names do not say of which layer. */
  List<String> unnamed() {
    return vectors.stream()
        .filter(name -> !NO_BIAS.matcher(name.toLowerCase(Locale.ROOT)).matches())
        .toList();
  }

  /** The vector that belongs to a matrix by its name, if there is one. */
  Optional<String> biasOf(Layer layer) {
    String name = layer.name();
    for (String bias :
        List.of(
            name.replaceFirst("weight$", "bias"),
            name.replaceFirst("kernel$", "bias"),
            name.replaceFirst("W([^.]*)$", "b$1"),
            name.replaceFirst("w([^.]*)$", "b$1"))) {
      if (!bias.equals(name) && vectors.contains(bias)) {
        return Optional.of(bias);
      }
    }
    return Optional.empty();
  }
}
