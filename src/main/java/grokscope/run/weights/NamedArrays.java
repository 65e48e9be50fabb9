package grokscope.run.weights;

import grokscope.config.knob.Messages;
import grokscope.run.format.StoredArray;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The arrays of a file that may be one network, by the names that they have without what all of
 * them begin with. Immutable, any thread.
 *
 * @param root what every name in the file begins with: "model."
 * @param arrays in the order of the file
 * @param remarks sentences on how these were chosen from the arrays of the file
 */
record NamedArrays(String root, List<StoredArray> arrays, List<String> remarks) {
  private static final int LONGEST = 60;
  private static final int SOME = 4;

  NamedArrays {
    arrays = List.copyOf(arrays);
    remarks = List.copyOf(remarks);
  }

  /** The name without the root. */
  String name(StoredArray array) {
    return array.name().substring(root.length());
  }

  /** The array of a name without the root. */
  Optional<StoredArray> array(String name) {
    return arrays.stream().filter(array -> name(array).equals(name)).findFirst();
  }

  /** A name and a shape as a sentence has them. */
  static String words(StoredArray array) {
    return Messages.clipped(array.name(), LONGEST)
        + " "
        + Messages.clipped(Arrays.toString(array.shape()), LONGEST);
  }

  /** A few names and shapes, and how many there are. */
  String some() {
    String few =
        arrays.stream().limit(SOME).map(NamedArrays::words).collect(Collectors.joining(", "));
    return arrays.size() <= SOME ? few : few + " and " + (arrays.size() - SOME) + " more";
  }
}
