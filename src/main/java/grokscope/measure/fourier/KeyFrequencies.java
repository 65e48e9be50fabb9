package grokscope.measure.fourier;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which frequencies a network uses, by three rules. No published rule has a threshold; these are
 * conventions to be named with every curve that depends on them. Each returns the frequencies in
 * ascending order.
 */
public final class KeyFrequencies {
  /** The share of the largest norm from which on an embedding's frequency is a key. */
  public static final double QUARTER = 0.25;

  /** The share of all power, or of all live neurons, from which on any frequency is a key. */
  public static final double TWENTIETH = 0.05;

  private KeyFrequencies() {}

  /**
   * The frequencies whose norm in the embedding, cosine and sine joined, exceeds a share of the
   * largest. Any embedding has some, a random one nearly all.
   *
   * @param share of the largest norm, usually {@link #QUARTER}
   */
  public static int[] ofEmbedding(Spectrum embedding, double share) {
    double[] norms = embedding.norms();
    double largest = IntStream.range(0, norms.length).mapToDouble(n -> norms[n]).max().orElse(0);
    return where(norms.length, k -> norms[k - 1] > share * largest);
  }

  /**
   * The share from which on a frequency is a key among others with such norms: a twentieth, or half
   * of what each has where more than ten are used alike, because of thirty none has a twentieth.
   * How many are in use is the inverse of the participation ratio.
   */
  private static double needed(double[] norms) {
    return Math.min(TWENTIETH, Sparsity.participation(norms, 2) / 2);
  }

  /** The same with a twentieth, or less where more than ten frequencies are used alike. */
  public static int[] ofNeuronsToLogits(Spectrum neuronsToLogits) {
    return ofNeuronsToLogits(neuronsToLogits, needed(neuronsToLogits.norms()));
  }

  /**
   * The same of neurons, of which a frequency must explain {@link NeuronFrequencies#CLUSTER}; in
   * use are those that have some to themselves.
   */
  public static int[] ofNeurons(NeuronFrequencies neurons) {
    double[] norms =
        Arrays.stream(neurons.clusters(NeuronFrequencies.CLUSTER))
            .mapToDouble(Math::sqrt)
            .toArray();
    return ofNeurons(neurons, needed(norms), NeuronFrequencies.CLUSTER);
  }

  /**
   * Whether keys stand out among all frequencies: whether they are at most half of them. Those of a
   * random table, whose frequencies are all about as strong, are nearly all.
   *
   * @param keys how many keys there are
   * @param frequencies how many frequencies
   */
  public static boolean standOut(int keys, int frequencies) {
    return keys > 0 && 2 * keys <= frequencies;
  }

  /**
   * The frequencies with more than a share of the power of the map from neurons to logits, the
   * constant left out.
   *
   * @param share of the power, usually {@link #TWENTIETH}
   */
  public static int[] ofNeuronsToLogits(Spectrum neuronsToLogits, double share) {
    double[] shares = neuronsToLogits.shares();
    return where(shares.length, k -> shares[k - 1] > share);
  }

  /**
   * The frequencies to which at least a share of the live neurons belong.
   *
   * @param share of the live neurons, usually {@link #TWENTIETH}
   * @param threshold what a frequency must explain of a neuron, usually 0.85
   */
  public static int[] ofNeurons(NeuronFrequencies neurons, double share, double threshold) {
    int[] clusters = neurons.clusters(threshold);
    int live = neurons.neurons() - neurons.dead();
    return where(clusters.length, k -> clusters[k - 1] > 0 && clusters[k - 1] >= share * live);
  }

  private static int[] where(int frequencies, IntPredicate isKey) {
    return IntStream.rangeClosed(1, frequencies).filter(isKey).toArray();
  }
}
