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
 * @param all how many there are
 */
public record NeuronCounts(Map<Integer, Integer> perFrequency, int dead, int all) {
  public NeuronCounts {
    perFrequency = Collections.unmodifiableMap(new TreeMap<>(perFrequency));
  }

  public static NeuronCounts of(NeuronMaps maps) {
    Map<Integer, Integer> counts = new TreeMap<>();
    int dead = 0;
    for (int neuron = 0; neuron < maps.neurons(); neuron++) {
      int frequency = maps.frequency()[neuron];
      if (frequency == 0) {
        dead += Float.isNaN(maps.low()[neuron]) ? 0 : 1; // what has no numbers is not known
      } else if (maps.explained()[neuron] >= NeuronFrequencies.CLUSTER) {
        counts.merge(frequency, 1, Integer::sum);
      }
    }
    return new NeuronCounts(counts, dead, maps.neurons());
  }
}
