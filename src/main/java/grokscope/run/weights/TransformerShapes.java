package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import grokscope.run.format.NumberType;
import grokscope.run.format.StoredArray;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether the shapes of a transformer under TransformerLens's names fit together. Reads no values.
 * Immutable.
 *
 * @param heads of every attention
 * @param width d_model
 */
record TransformerShapes(NamedArrays arrays, int heads, int width) {
  private static final int ANY = -1;

  /** Whether all fit an orientation. */
  boolean fit(Orientation turned) {
    return width % heads == 0 && firstOdd(turned).isEmpty();
  }

  /** The array that fits least: the first that does not fit the orientation that fits longest. */
  StoredArray odd() {
    StoredArray odd = arrays.arrays().get(0);
    int latest = -1;
    for (Orientation turned :
        List.of(Orientation.USUAL, Orientation.NOTEBOOK, Orientation.TRANSPOSED)) {
      Optional<StoredArray> first = firstOdd(turned);
      int at = first.map(arrays.arrays()::indexOf).orElse(-1);
      if (at > latest) {
        latest = at;
        odd = first.orElseThrow();
      }
    }
    return odd;
  }

  private Optional<StoredArray> firstOdd(Orientation turned) {
    int head = width / heads;
    int mlp = length("blocks.0.mlp.W_in", turned.mlp() ? 0 : 1);
    for (StoredArray array : arrays.arrays()) {
      String name = arrays.name(array).replaceFirst("^blocks\\.\\d+\\.", "");
      int[] wanted =
          switch (name) {
            case "embed.W_E" -> matrix(turned.embed(), ANY, width);
            case "pos_embed.W_pos" -> matrix(turned.positions(), ANY, width);
            case "attn.W_Q", "attn.W_K", "attn.W_V" ->
                turned.queries() ? new int[] {heads, head, width} : new int[] {heads, width, head};
            case "attn.W_O" ->
                turned.flatOutput()
                    ? new int[] {width, heads * head}
                    : turned.output()
                        ? new int[] {heads, width, head}
                        : new int[] {heads, head, width};
            case "attn.b_Q", "attn.b_K", "attn.b_V" -> new int[] {heads, head};
            case "mlp.W_in" -> matrix(turned.mlp(), width, mlp);
            case "mlp.W_out" -> matrix(turned.mlp(), mlp, width);
            case "mlp.b_in" -> new int[] {mlp};
            case "attn.b_O", "mlp.b_out" -> new int[] {width};
            case "ln1.w", "ln1.b", "ln2.w", "ln2.b", "ln_final.w", "ln_final.b" ->
                new int[] {width};
            case "unembed.W_U" -> matrix(turned.unembed(), width, ANY);
            default -> array.shape();
          };
      if (!fits(array.shape(), wanted)) {
        return Optional.of(array);
      }
    }
    return Optional.empty();
  }

  private static int[] matrix(boolean turned, int rows, int columns) {
    return turned ? new int[] {columns, rows} : new int[] {rows, columns};
  }

  private static boolean fits(int[] shape, int[] wanted) {
    if (shape.length != wanted.length) {
      return false;
    }
    for (int i = 0; i < shape.length; i++) {
      if (wanted[i] != ANY && shape[i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private int length(String name, int dimension) {
    return arrays
        .array(name)
        .map(StoredArray::shape)
        .filter(shape -> shape.length == 2)
        .map(shape -> shape[dimension])
        .orElse(ANY);
  }

  /** Whether a square mask of what sees what hides later positions. */
  static boolean hidesLater(StoredArray mask) throws InvalidConfig {
    int[] shape = mask.shape();
    double[] values =
        mask.type() == NumberType.BOOL || mask.type().whole()
            ? Arrays.stream(mask.wholeNumbers()).asDoubleStream().toArray()
            : doubles(mask);
    for (int row = 0; row < shape[0]; row++) {
      for (int column = row + 1; column < shape[1]; column++) {
        if (values[row * shape[1] + column] != values[0]) {
          return true;
        }
      }
    }
    return false;
  }

  private static double[] doubles(StoredArray array) throws InvalidConfig {
    float[] values = array.tensor().values();
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
