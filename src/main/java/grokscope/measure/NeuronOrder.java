package grokscope.measure;

import grokscope.telemetry.snapshot.NeuronMaps;
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
public record NeuronOrder(List<Group> groups) {

  /**
   * Neurons that belong together.
   *
   * @param frequency whose waves they have; {@link #NO_WAVES} or {@link #DEAD}
   * @param neurons in the order in which they are shown
   */
  public record Group(int frequency, List<Integer> neurons) {
    /** In place of a frequency where the task has none. */
    public static final int NO_WAVES = 0;

    /** In place of the frequency of neurons that answer everything alike. */
    public static final int DEAD = -1;

    public Group {
      neurons = List.copyOf(neurons);
    }
  }

  public NeuronOrder {
    groups = List.copyOf(groups);
  }

  public static NeuronOrder of(NeuronMaps maps) {
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
          groups.add(new Group(frequency, neurons));
        });
    if (!dead.isEmpty()) {
      groups.add(new Group(Group.DEAD, dead));
    }
    return new NeuronOrder(groups);
  }

  /** How many neurons belong to a frequency with at least a share of their variance explained. */
  public static int clustered(NeuronMaps maps, double share) {
    return (int)
        IntStream.range(0, maps.neurons())
            .filter(n -> maps.frequency()[n] > 0 && maps.explained()[n] >= share)
            .count();
  }
}
