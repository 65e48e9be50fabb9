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
  private final List<String> frequencies; // none when the task has no frequencies

  /**
   * The profiles of a run.
   *
   * @param matrices the names of the network's parameters
   */
  public Profiles(List<String> matrices, Optional<CyclicSums> sums) {
    this.matrices = List.copyOf(matrices);
    int count = sums.map(cyclic -> (cyclic.modulus() - 1) / 2).orElse(0);
    frequencies = IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }

  /** What a probe shows. */
  public List<Profile> of(long run, int step, Probe probe) {
    List<Profile> profiles = new ArrayList<>();
    float[] norms = floats(probe.squares().get());
    profiles.add(new Profile(run, step, Profile.About.NORMS, matrices, norms));
    if (!frequencies.isEmpty()) {
      Spectrum embedding = probe.circuit().get().embedding();
      float[] shares = floats(embedding.shares());
      profiles.add(new Profile(run, step, Profile.About.EMBEDDING_SHARES, frequencies, shares));
    }
    return profiles;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
