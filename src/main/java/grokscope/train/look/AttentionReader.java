package grokscope.train.look;

import grokscope.model.Activations;
import grokscope.telemetry.snapshot.PairAttention;
import java.util.Arrays;

/**
 * Collects where the heads of a layer look on every pair, when they answer. Lanes write entries of
 * their own examples.
 */
final class AttentionReader implements ExampleReader {
  private final PairIndex pairs;
  private final int layers;
  private final int layer;
  private final int heads;
  private final int context;
  private final float[] weights;

  /**
   * A reader.
   *
   * @param layer beyond the last means the last
   * @param activations of any worker of the network, with heads
   */
  AttentionReader(PairIndex pairs, int layer, Activations activations) {
    this.pairs = pairs;
    this.layers = activations.layers();
    this.layer = Math.min(layer, layers - 1);
    this.heads = activations.heads();
    this.context = activations.context();
    weights = new float[heads * context * pairs.pairs()];
    Arrays.fill(weights, Float.NaN);
  }

  @Override
  public void read(ForwardPass forwardPass) {
    Activations activations = forwardPass.inside();
    float[] row = new float[heads * context];
    for (int i = 0; i < forwardPass.size(); i++) {
      int example = forwardPass.example(i);
      int last = activations.asking(layer, i).length - 1; // a pair is answered behind its numbers
      activations.copyAttention(layer, i, last, row, 0);
      for (int at = 0; at < row.length; at++) {
        weights[at * pairs.pairs() + pairs.pair()[example]] = row[at];
      }
    }
  }

  /** What was collected. */
  PairAttention attention() {
    return new PairAttention(layer, layers, pairs.side(), heads, context, weights);
  }
}
