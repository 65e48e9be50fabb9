package grokscope.train.look;

import grokscope.measure.CircuitReport;
import grokscope.measure.fourier.KeyFrequencies;
import grokscope.measure.fourier.NeuronFrequencies;
import grokscope.measure.fourier.Spectrum;
import java.util.Arrays;
import java.util.List;

/**
 * What one of the three rules for key frequencies says of a network. Immutable, any thread.
 *
 * @param keys the frequencies that it calls key frequencies, ascending
 * @param shares what each frequency 1, 2, … has of all that the rule looks at
 */
public record FrequencyRule(Kind kind, List<Integer> keys, List<Double> shares) {
  /** The rules, by what they look at. */
  public enum Kind {
    /** The power of what the network holds of each number: a quarter of the largest norm. */
    NUMBERS,
    /** The neurons of the last layer: a twentieth of the live ones. */
    NEURONS,
    /** The map from neurons to logits: a twentieth of its power. */
    LOGIT_MAP
  }

  public FrequencyRule {
    keys = List.copyOf(keys);
    shares = List.copyOf(shares);
  }

  /** By what the network holds of each number. */
  public static FrequencyRule ofNumbers(CircuitReport circuit) {
    return new FrequencyRule(Kind.NUMBERS, circuit.keyFrequencies(), circuit.spectrum());
  }

  /** By the neurons of the last layer: what share of the live ones each frequency has. */
  public static FrequencyRule ofNeurons(NeuronFrequencies neurons) {
    double live = neurons.neurons() - neurons.dead();
    return new FrequencyRule(
        Kind.NEURONS,
        boxed(KeyFrequencies.ofNeurons(neurons)),
        Arrays.stream(neurons.clusters(NeuronFrequencies.CLUSTER))
            .mapToObj(count -> live > 0 ? count / live : 0)
            .toList());
  }

  /** By the map from neurons to logits. */
  public static FrequencyRule ofLogitMap(Spectrum map) {
    return new FrequencyRule(
        Kind.LOGIT_MAP,
        boxed(KeyFrequencies.ofNeuronsToLogits(map)),
        Arrays.stream(map.shares()).boxed().toList());
  }

  private static List<Integer> boxed(int[] frequencies) {
    return Arrays.stream(frequencies).boxed().toList();
  }

  /** Whether its keys are few enough to mean anything. */
  public boolean standsOut() {
    return KeyFrequencies.standOut(keys.size(), shares.size());
  }

  /** Whether it makes a frequency a key that stands out. */
  public boolean names(int frequency) {
    return standsOut() && keys.contains(frequency);
  }

  /** The share of a frequency. */
  public double share(int frequency) {
    return shares.get(frequency - 1);
  }
}
