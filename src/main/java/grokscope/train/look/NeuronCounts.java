package grokscope.train.look;

import grokscope.measure.fourier.NeuronFrequencies;
import grokscope.telemetry.snapshot.NeuronMaps;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the neurons of a layer are shared out among the frequencies. Immutable, any thread.
 *
 * @param perFrequency how many neurons have at least 0.85 of their variance in it, or of that of
 *     what they square, by frequency
 * @param dead how many never vary
 * @param unknown how many have activations that are not numbers, or infinite
 * @param all how many there are
 */
public record NeuronCounts(Map<Integer, Integer> perFrequency, int dead, int unknown, int all) {
  public NeuronCounts {
    perFrequency = Collections.unmodifiableMap(new TreeMap<>(perFrequency));
  }

  public static NeuronCounts of(NeuronMaps maps) {
    Map<Integer, Integer> counts = new TreeMap<>();
    int dead = 0;
    int unknown = 0;
    for (int neuron = 0; neuron < maps.neurons(); neuron++) {
      int frequency = maps.frequency()[neuron];
      if (!Float.isFinite(maps.low()[neuron]) || !Float.isFinite(maps.high()[neuron])) {
        unknown++;
      } else if (frequency == 0) {
        dead++;
      } else if (maps.explained()[neuron] >= NeuronFrequencies.CLUSTER) {
        counts.merge(frequency, 1, Integer::sum);
      }
    }
    return new NeuronCounts(counts, dead, unknown, maps.neurons());
  }
}
