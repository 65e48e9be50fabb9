package grokscope.model.transformer;

/**
 * How much a {@link Transformer} keeps of an example, in numbers. Immutable.
 *
 * @param shape of the network
 */
record TransformerSize(TransformerShape shape) {
  private static final int LARGEST_BATCH = 256;
  private static final int CACHED_ROWS = 2048;

  /** All matrices of a worker, for one example. */
  long activationsPerExample() {
    long width = shape.width();
    long total = shape.answers() * (width + shape.outputs());
    if (shape.form().pre()) {
      total += shape.answers() * normRow();
    }
    if (!shape.tabled()) {
      total += shape.context() * (width + dropoutRow());
    }
    for (int layer = 0; layer < shape.layers(); layer++) {
      total += block(layer);
    }
    return total;
  }

  /**
   * A generous count for the shorter way of one block: what a plain formulation has at one
   * position.
   */
  long atOnePosition() {
    return shape.outputs() + 9L * shape.width() + 3L * shape.mlpWidth();
  }

  private long block(int layer) {
    long width = shape.width();
    TransformerForm form = shape.form();
    long asking = shape.heads() * (long) shape.context() + 3 * width;
    asking += form.post() ? normRow() : 0;
    asking += form.dropout() > 0 ? dropoutRow() + width : 0;
    asking += form.mlp() ? mlpRow() : 0;
    if (!shape.streams(layer)) {
      return shape.queries(layer) * asking;
    }
    asking += (shape.isLast(layer) ? 3 : 2) * width;
    long seen = 5 * width + (form.pre() ? normRow() : 0);
    return shape.queries(layer) * asking + shape.context() * seen;
  }

  private long mlpRow() {
    long hidden = shape.activation().slopeFromValue() ? 2 : 3;
    return hidden * shape.mlpWidth()
        + shape.width()
        + (shape.form().norm() == TransformerForm.Norm.NONE ? 0 : normRow())
        + (shape.form().dropout() > 0 ? dropoutRow() + shape.width() : 0);
  }

  private long normRow() {
    return 3L * shape.width() + 1;
  }

  private long dropoutRow() {
    return shape.form().dropout() > 0 ? shape.width() : 0;
  }

  /** How many examples' rows of the residual stream stay in the processor's cache. */
  int capacity() {
    boolean everyPosition = shape.layers() > 1 || !shape.tabled();
    int rows = everyPosition ? shape.context() : shape.answers();
    return Math.max(1, Math.min(LARGEST_BATCH, CACHED_ROWS / rows));
  }
}
