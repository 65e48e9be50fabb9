package grokscope.measure;

import grokscope.measure.fourier.EmbeddingReading;
import grokscope.measure.fourier.FourierBasis;
import grokscope.telemetry.Profile;
import grokscope.telemetry.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The profiles of networks that are not trained any more, from their weights. They are those that a
 * run tells of itself while it trains. One thread at a time.
 */
public final class WeightProfiles {
  private final int numbers;
  private final boolean sums; // modulo an odd number, which have frequencies
  private Optional<FourierBasis> basis = Optional.empty();

  /**
   * The profiles of a run's networks.
   *
   * @param numbers how many tokens stand for numbers
   * @param sums whether the task is a table of sums modulo an odd number
   */
  public WeightProfiles(int numbers, boolean sums) {
    this.numbers = numbers;
    this.sums = sums;
  }

  /**
   * What one network shows.
   *
   * @param weights all its matrices
   */
  public List<Profile> of(long run, int step, List<Tensor> weights) {
    List<String> names = weights.stream().map(Tensor::name).toList();
    double[] norms = weights.stream().mapToDouble(WeightProfiles::squares).toArray();
    List<Profile> profiles = new ArrayList<>();
    profiles.add(Profiles.norms(run, step, names, norms));
    Optional<EmbeddingReading> reading =
        sums ? EmbeddingReading.of(weights, numbers, basis) : Optional.empty();
    basis = reading.flatMap(EmbeddingReading::basis).or(() -> basis);
    reading
        .flatMap(EmbeddingReading::spectrum)
        .ifPresent(spectrum -> profiles.add(Profiles.shares(run, step, spectrum)));
    return profiles;
  }

  /** Also where they are no numbers. */
  private static double squares(Tensor tensor) {
    double sum = 0;
    for (float value : tensor.values()) {
      sum += (double) value * value;
    }
    return sum;
  }
}
