package grokscope.model;

import grokscope.kernel.Backend;
import grokscope.kernel.Matrix;
import grokscope.task.Examples;

/** Examples as rows of real numbers. Filled by the trainer thread, read by one lane. */
public final class FeatureBatch implements Batch, AutoCloseable {
  private final Answers answers;
  private final Matrix rows; // [size, features]
  private final float[] copied;

  /** Room for this many examples. */
  public FeatureBatch(int features, int size, Backend backend) {
    answers = new Answers(size, 1);
    rows = backend.zeros(size, features);
    copied = new float[size * features];
  }

  @Override
  public void fill(Examples examples, int[] ids, int from) {
    answers.fill(examples, ids, from);
    for (int i = 0; i < size(); i++) {
      examples.copyFeatures(ids[from + i], copied, i * rows.columns());
    }
    rows.set(copied);
  }

  @Override
  public int size() {
    return answers.size();
  }

  @Override
  public Answers answers() {
    return answers;
  }

  /** [size, features]. */
  public Matrix rows() {
    return rows;
  }

  @Override
  public void close() {
    rows.close();
  }
}
