package grokscope.measure;

import grokscope.measure.fourier.Spectrum;
import grokscope.task.CyclicSums;
import grokscope.telemetry.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is measured of several things at once, beside the {@link Measures}. Immutable, any thread.
 */
public final class Profiles {
  private final List<String> matrices;
  private final boolean sums; // only they have frequencies

  /**
   * The profiles of a run.
   *
   * @param matrices the names of the network's parameters
   */
  public Profiles(List<String> matrices, Optional<CyclicSums> sums) {
    this.matrices = List.copyOf(matrices);
    this.sums = sums.isPresent();
  }

  /** What a probe shows. */
  public List<Profile> of(long run, int step, Probe probe) {
    List<Profile> profiles = new ArrayList<>();
    profiles.add(norms(run, step, matrices, probe.squares().get()));
    if (sums) {
      profiles.add(shares(run, step, probe.circuit().get().embedding()));
    }
    return profiles;
  }

  /** The norms Σw² of matrices. */
  static Profile norms(long run, int step, List<String> matrices, double[] squares) {
    return new Profile(run, step, Profile.About.NORMS, matrices, floats(squares));
  }

  /** The shares of an embedding's power by frequency. */
  static Profile shares(long run, int step, Spectrum embedding) {
    float[] shares = floats(embedding.shares());
    List<String> frequencies =
        IntStream.rangeClosed(1, shares.length).mapToObj(Integer::toString).toList();
    return new Profile(run, step, Profile.About.EMBEDDING_SHARES, frequencies, shares);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
