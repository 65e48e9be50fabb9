package grokscope.model.transformer;

import grokscope.kernel.AttentionShape;
import grokscope.kernel.Matrix;
import grokscope.model.Activations;

/**
 * The neurons and the attention of a {@link OneBlockTransformer}, which asks at the last position
 * only. One lane's thread.
 *
 * @param pattern [capacity, context·heads]
 * @param squares whether the neurons square
 * @param before pre-activations if they do, [capacity, d_mlp]
 * @param after activations, [capacity, d_mlp]
 */
record OneBlockActivations(
    AttentionShape attention, Matrix pattern, boolean squares, Matrix before, Matrix after)
    implements Activations {
  @Override
  public int layers() {
    return 1;
  }

  @Override
  public int neurons() {
    return after.columns();
  }

  @Override
  public void copyNeurons(int layer, int example, float[] to, int at) {
    after.copyRow(example, to, at, neurons());
  }

  @Override
  public void copySums(int layer, int example, float[] to, int at) {
    before.copyRow(example, to, at, neurons());
  }

  @Override
  public int heads() {
    return attention.heads();
  }

  @Override
  public int context() {
    return attention.context();
  }

  @Override
  public int[] asking(int layer, int example) {
    return new int[] {attention.context() - 1};
  }

  @Override
  public void copyAttention(int layer, int example, int n, float[] to, int at) {
    float[] row = new float[attention.patternColumns()];
    pattern.copyRow(example, row, 0, row.length);
    for (int head = 0; head < heads(); head++) {
      for (int position = 0; position < attention.context(); position++) {
        to[at + head * attention.context() + position] = row[position * heads() + head];
      }
    }
  }
}
