package grokscope.ui.picture;

import grokscope.telemetry.NeuronMaps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The neurons of a layer in the order in which they are shown: by frequency, within one by the
 * variance that it explains, the dead ones last. Immutable, any thread.
 *
 * @param groups none is empty
 */
record NeuronOrder(List<Group> groups) {

  /**
   * Neurons with a heading.
   *
   * @param heading in words
   * @param neurons in the order in which they are shown
   */
  record Group(String heading, List<Integer> neurons) {
    Group {
      neurons = List.copyOf(neurons);
    }
  }

  NeuronOrder {
    groups = List.copyOf(groups);
  }

  static NeuronOrder of(NeuronMaps maps) {
    boolean waves = IntStream.of(maps.frequency()).anyMatch(frequency -> frequency > 0);
    Map<Integer, List<Integer>> byFrequency = new TreeMap<>();
    List<Integer> dead = new ArrayList<>();
    for (int neuron = 0; neuron < maps.neurons(); neuron++) {
      int frequency = maps.frequency()[neuron];
      boolean alive = waves ? frequency > 0 : maps.high()[neuron] > maps.low()[neuron];
      (alive ? byFrequency.computeIfAbsent(frequency, k -> new ArrayList<>()) : dead).add(neuron);
    }
    List<Group> groups = new ArrayList<>();
    byFrequency.forEach(
        (frequency, neurons) -> {
          neurons.sort(Comparator.comparingDouble((Integer n) -> -maps.explained()[n]));
          groups.add(new Group(heading(frequency, neurons.size()), neurons));
        });
    if (!dead.isEmpty()) {
      groups.add(new Group("dead: " + count(dead.size()), dead));
    }
    return new NeuronOrder(groups);
  }

  private static String heading(int frequency, int neurons) {
    return (frequency > 0 ? "frequency " + frequency : "all") + ": " + count(neurons);
  }

  private static String count(int neurons) {
    return neurons == 1 ? "1 neuron" : neurons + " neurons";
  }

  /** How many neurons belong to a frequency with at least a share of their variance explained. */
  static int clustered(NeuronMaps maps, double share) {
    return (int)
        IntStream.range(0, maps.neurons())
            .filter(n -> maps.frequency()[n] > 0 && maps.explained()[n] >= share)
            .count();
  }
}
