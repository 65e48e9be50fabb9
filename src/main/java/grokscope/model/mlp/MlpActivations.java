package grokscope.model.mlp;

import grokscope.kernel.Matrix;
import grokscope.model.Activations;
import java.util.List;

/**
 * The neurons of an {@link Mlp}. One lane's thread.
 *
 * @param squares whether it squares
 * @param before pre-activations of each layer if it squares, [capacity, width]
 * @param after activations, likewise
 */
record MlpActivations(boolean squares, List<Matrix> before, List<Matrix> after)
    implements Activations {
  @Override
  public int layers() {
    return after.size();
  }

  @Override
  public int neurons() {
    return after.get(0).columns();
  }

  @Override
  public void copyNeurons(int layer, int example, float[] to, int at) {
    after.get(layer).copyRow(example, to, at, neurons());
  }

  @Override
  public void copySums(int layer, int example, float[] to, int at) {
    before.get(layer).copyRow(example, to, at, neurons());
  }

  @Override
  public int heads() {
    return 0;
  }

  @Override
  public int context() {
    return 0;
  }

  @Override
  public int[] asking(int layer, int example) {
    return NOTHING.asking(layer, example);
  }

  @Override
  public void copyAttention(int layer, int example, int n, float[] to, int at) {
    NOTHING.copyAttention(layer, example, n, to, at);
  }
}
