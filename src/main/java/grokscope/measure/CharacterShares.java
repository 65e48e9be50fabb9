package grokscope.measure;

import grokscope.measure.fourier.Table;
import grokscope.task.SymmetricGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much of the logits of a table of products are characters of x·y·c⁻¹, for each irreducible
 * representation of the group but the trivial one: ⟨L̃, χ⟩² / (‖χ‖²·‖L̃‖²) over the cube of pairs
 * and classes, with L̃ the logits less their mean over the classes. Characters are orthogonal, so
 * the shares add up. A network that composes representations has logits of this form: Chughtai et
 * al. 2023 (arXiv 2302.03025). Immutable, any thread.
 */
public final class CharacterShares {
  private final int order;
  private final int[] quotients; // g·c⁻¹ at g · order + c
  private final int[] products; // x·y at x · order + y
  private final List<List<Integer>> partitions; // of each representation but the trivial one
  private final int[][] characters; // of each of these, at each element

  /** For the runs of a table of products. */
  public CharacterShares(SymmetricGroup group) {
    order = group.order();
    int[] inverses = IntStream.range(0, order).map(group::inverse).toArray();
    products = new int[order * order];
    Arrays.setAll(products, pair -> group.product(pair / order, pair % order));
    quotients = new int[order * order];
    Arrays.setAll(quotients, i -> products[i / order * order + inverses[i % order]]);
    int degree = group.cycles(0).length; // the identity has a cycle for each thing
    partitions = Characters.partitions(degree).stream().skip(1).toList();
    List<int[]> cycles = IntStream.range(0, group.order()).mapToObj(group::cycles).toList();
    characters =
        partitions.stream().map(partition -> atEach(partition, cycles)).toArray(int[][]::new);
  }

  /** Permutations with the same cycles have the same character. */
  private static int[] atEach(List<Integer> partition, List<int[]> cycles) {
    Map<String, Integer> byCycles =
        cycles.stream()
            .collect(
                Collectors.toMap(
                    Arrays::toString, of -> Characters.of(partition, of), (one, same) -> one));
    return cycles.stream().mapToInt(of -> byCycles.get(Arrays.toString(of))).toArray();
  }

  /**
   * The shares.
   *
   * @param logits a row for each pair (x, y); the first columns are the classes
   */
  public double[] of(Table logits) {
    double[] sums = new double[order]; // of the cells with the same x·y·c⁻¹
    double squares = 0;
    float[] values = logits.values();
    for (int pair = 0; pair < products.length; pair++) {
      int from = pair * logits.columns();
      int row = products[pair] * order;
      double total = 0;
      for (int c = 0; c < order; c++) {
        double value = values[from + c];
        sums[quotients[row + c]] += value;
        total += value;
        squares += value * value;
      }
      squares -= total * total / order;
    }
    double scale = squares * order * order * order; // ‖χ‖² is the cube's size
    return Arrays.stream(characters)
        .mapToDouble(character -> dot(character, sums))
        .map(product -> product * product / scale)
        .toArray();
  }

  /**
   * The same with the representations' names and dimensions.
   *
   * @param logits a row for each pair (x, y); the first columns are the classes
   */
  public List<RepresentationShare> named(Table logits) {
    double[] shares = of(logits);
    return IntStream.range(0, shares.length)
        .mapToObj(i -> new RepresentationShare(partitions.get(i), characters[i][0], shares[i]))
        .toList();
  }

  private static double dot(int[] character, double[] sums) {
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += character[i] * sums[i];
    }
    return sum;
  }
}
