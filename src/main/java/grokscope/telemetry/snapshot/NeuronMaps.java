package grokscope.telemetry.snapshot;

/**
 * What the neurons of one layer do on every pair (a, b): a map of activations for each, in 256
 * levels between its own least and greatest value. Nobody writes to the arrays after construction;
 * any thread may read.
 *
 * @param layer which one, from 0
 * @param layers how many layers of neurons the network has
 * @param side how many values an operand has
 * @param levels map after map, neuron·side² + a·side + b; unsigned
 * @param low the activation that level 0 stands for, of each neuron
 * @param high the activation that level 255 stands for, of each neuron
 * @param frequency the frequency that explains most of the neuron's variance; 0 for dead neurons,
 *     and everywhere when the task has no frequencies
 * @param explained the fraction of the variance that it explains
 * @param squared whether these two are of what the neurons square, and not of its squares
 * @param neuron whose map is given exactly, from 0
 * @param map that one's activations, a·side + b; NaN where there is no such pair
 */
// Plain arrays on purpose: they are large, and nothing compares maps.
@SuppressWarnings("ArrayRecordComponent")
public record NeuronMaps(
    int layer,
    int layers,
    int side,
    byte[] levels,
    float[] low,
    float[] high,
    int[] frequency,
    float[] explained,
    boolean squared,
    int neuron,
    float[] map) {
  /** How many neurons there are. */
  public int neurons() {
    return low.length;
  }
}
