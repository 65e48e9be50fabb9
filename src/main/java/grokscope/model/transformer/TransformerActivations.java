package grokscope.model.transformer;

import grokscope.kernel.Activation;
import grokscope.kernel.AttentionQueries;
import grokscope.kernel.AttentionShape;
import grokscope.model.Activations;
import java.util.List;

/** The neurons and the attention of a {@link Transformer}'s blocks. One lane's thread. */
record TransformerActivations(TransformerShape shape, List<BlockPass> blocks, SequenceBatch batch)
    implements Activations {
  @Override
  public int layers() {
    return blocks.size();
  }

  @Override
  public int neurons() {
    return shape.form().mlp() ? shape.mlpWidth() : 0;
  }

  @Override
  public void copyNeurons(int layer, int example, float[] to, int at) {
    blocks.get(layer).neurons().copyRow(row(layer, example), to, at, neurons());
  }

  @Override
  public boolean squares() {
    return shape.activation() == Activation.SQUARE;
  }

  @Override
  public void copySums(int layer, int example, float[] to, int at) {
    blocks.get(layer).sums().copyRow(row(layer, example), to, at, neurons());
  }

  private int row(int layer, int example) {
    return batch.asking(layer).index(example, firstAnswer(layer, example));
  }

  /** Which query of a layer belongs to the position where an example is answered first. */
  private int firstAnswer(int layer, int example) {
    return shape.isLast(layer) ? 0 : batch.answeredPosition(example);
  }

  @Override
  public int heads() {
    return shape.heads();
  }

  @Override
  public int context() {
    return shape.context();
  }

  @Override
  public int[] asking(int layer, int example) {
    return batch.asking(layer).positions(example);
  }

  @Override
  public void copyAttention(int layer, int example, int n, float[] to, int at) {
    AttentionQueries asking = batch.asking(layer);
    AttentionShape attention = shape.attention();
    int row = asking.index(example, n);
    blocks.get(layer).pattern().copyRow(row, to, at, attention.patternColumns());
  }
}
