package grokscope.ui.picture;

import grokscope.measure.fourier.FourierBasis;
import grokscope.telemetry.Profile;
import grokscope.telemetry.Tensor;
import grokscope.train.Stilled;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The profiles of networks that are not trained any more, from their weights. They are those that a
 * run tells of itself while it trains. One thread at a time; needs no toolkit.
 */
public final class WeightProfiles {
  private final int numbers;
  private final boolean sums; // modulo an odd number, which have frequencies
  private Optional<FourierBasis> basis = Optional.empty();

  /** The profiles of a run's networks. */
  public WeightProfiles(Subject run) {
    numbers = run.shape().numbers();
    sums = run.sums();
  }

  /** What one network shows. */
  public List<Profile> of(Stilled network) {
    long run = network.run();
    int step = network.step();
    List<Tensor> weights = network.weights();
    List<String> names = weights.stream().map(Tensor::name).toList();
    float[] norms = new float[names.size()];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = (float) squares(weights.get(i).values());
    }
    Profile norm = new Profile(run, step, Profile.About.NORMS, names, norms);
    Optional<EmbeddingReading> reading =
        sums ? EmbeddingReading.of(weights, numbers, basis) : Optional.empty();
    basis = reading.flatMap(EmbeddingReading::basis).or(() -> basis);
    return reading
        .filter(read -> read.spectrum().isPresent())
        .map(read -> List.of(norm, shares(run, step, read.shares())))
        .orElse(List.of(norm));
  }

  private static double squares(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }

  private static Profile shares(long run, int step, double[] shares) {
    float[] values = new float[shares.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) shares[i];
    }
    List<String> frequencies =
        IntStream.rangeClosed(1, values.length).mapToObj(Integer::toString).toList();
    return new Profile(run, step, Profile.About.EMBEDDING_SHARES, frequencies, values);
  }
}
