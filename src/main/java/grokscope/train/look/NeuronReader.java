package grokscope.train.look;

import grokscope.measure.fourier.FourierBasis;
import grokscope.measure.fourier.NeuronFrequencies;
import grokscope.measure.fourier.Table;
import grokscope.model.Activations;
import grokscope.task.CyclicSums;
import grokscope.telemetry.snapshot.NeuronMaps;
import java.util.Arrays;
import java.util.Optional;

/**
 * Collects what the neurons of a layer do on every pair. Lanes write rows of their own examples.
 */
final class NeuronReader implements ExampleReader {
  /** Values in all maps together; of a wider layer the first neurons are shown. */
  private static final int MOST_VALUES = 1 << 25;

  private static final int LEVELS = 255;

  private final PairIndex pairs;
  private final int layers;
  private final int layer;
  private final int all; // neurons of the layer
  private final int count; // of the neurons that are shown
  private final boolean squares;
  private final float[] activations; // [pairs, count]; of quadratic neurons first what they square

  /**
   * A reader.
   *
   * @param layer beyond the last means the last
   * @param activations of any worker of the network, with neurons
   */
  NeuronReader(PairIndex pairs, int layer, Activations activations) {
    this.pairs = pairs;
    this.layers = activations.layers();
    this.layer = Math.min(layer, layers - 1);
    this.all = activations.neurons();
    this.squares = activations.squares();
    this.count = Math.max(1, Math.min(all, MOST_VALUES / pairs.pairs()));
    this.activations = new float[pairs.pairs() * count];
  }

  @Override
  public void read(ForwardPass forwardPass) {
    Activations inside = forwardPass.inside();
    float[] row = new float[all];
    for (int i = 0; i < forwardPass.size(); i++) {
      if (squares) {
        inside.copySums(layer, i, row, 0);
      } else {
        inside.copyNeurons(layer, i, row, 0);
      }
      System.arraycopy(row, 0, activations, pairs.pair()[forwardPass.example(i)] * count, count);
    }
  }

  /**
   * What was collected; once. The frequencies of quadratic neurons are those of what they square,
   * because the square of a wave is another one.
   *
   * @param neuron the one whose map is given exactly; beyond the last means the last
   */
  NeuronMaps maps(int neuron, Optional<CyclicSums> sums) {
    int exact = Math.min(neuron, count - 1);
    int[] frequency = new int[count];
    float[] explained = new float[count];
    sums.ifPresent(cyclic -> explain(cyclic, frequency, explained));
    for (int i = 0; squares && i < activations.length; i++) {
      activations[i] *= activations[i];
    }
    float[] low = new float[count];
    float[] high = new float[count];
    range(low, high);
    return new NeuronMaps(
        layer,
        layers,
        pairs.side(),
        levels(low, high),
        low,
        high,
        frequency,
        explained,
        squares,
        exact,
        map(exact));
  }

  private void range(float[] low, float[] high) {
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    for (int pair : pairs.pair()) {
      for (int neuron = 0; neuron < count; neuron++) {
        float value = activations[pair * count + neuron];
        low[neuron] = Math.min(low[neuron], value);
        high[neuron] = Math.max(high[neuron], value);
      }
    }
  }

  private byte[] levels(float[] low, float[] high) {
    byte[] levels = new byte[pairs.pairs() * count];
    float[] steps = new float[count]; // levels per unit; 0 for a neuron that never varies
    for (int neuron = 0; neuron < count; neuron++) {
      float width = high[neuron] - low[neuron];
      steps[neuron] = width > 0 ? LEVELS / width : 0;
    }
    for (int pair : pairs.pair()) {
      for (int neuron = 0; neuron < count; neuron++) {
        float above = activations[pair * count + neuron] - low[neuron];
        levels[neuron * pairs.pairs() + pair] = (byte) Math.round(above * steps[neuron]);
      }
    }
    return levels;
  }

  private void explain(CyclicSums sums, int[] frequency, float[] explained) {
    NeuronFrequencies found =
        NeuronFrequencies.ofActivations(
            new FourierBasis(sums.modulus()), new Table(pairs.pairs(), count, activations));
    for (int neuron = 0; neuron < count; neuron++) {
      frequency[neuron] = found.frequency(neuron);
      explained[neuron] = (float) found.explained(neuron);
    }
  }

  private float[] map(int neuron) {
    float[] map = new float[pairs.pairs()];
    Arrays.fill(map, Float.NaN);
    for (int pair : pairs.pair()) {
      map[pair] = activations[pair * count + neuron];
    }
    return map;
  }
}
