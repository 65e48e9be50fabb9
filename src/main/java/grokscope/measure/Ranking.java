package grokscope.measure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network says to one example, the most likely class first. Nobody writes to the array after
 * construction; any thread may read.
 *
 * @param probabilities the softmax of its logits
 */
// A plain array on purpose: nothing compares rankings.
@SuppressWarnings("ArrayRecordComponent")
public record Ranking(double[] probabilities) {
  public static Ranking of(float[] logits) {
    double largest = IntStream.range(0, logits.length).mapToDouble(c -> logits[c]).max().orElse(0);
    double[] shares =
        IntStream.range(0, logits.length).mapToDouble(c -> Math.exp(logits[c] - largest)).toArray();
    double sum = IntStream.range(0, shares.length).mapToDouble(c -> shares[c]).sum();
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= sum;
    }
    return new Ranking(shares);
  }

  /** Whether a logit was not a number, so that none has a probability. */
  public boolean undefined() {
    return probabilities.length > 0 && Double.isNaN(probabilities[0]);
  }

  /** The first classes; of equally likely ones the smaller. */
  public List<Integer> first(int count) {
    return IntStream.range(0, probabilities.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer c) -> -probabilities[c]))
        .limit(count)
        .toList();
  }
}
