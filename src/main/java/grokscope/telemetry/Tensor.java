package grokscope.telemetry;

/**
 * A named array of numbers, copied out of a network. Nobody writes to the arrays after
 * construction; any thread may read.
 *
 * @param name as in TransformerLens, such as {@code blocks.0.attn.W_Q}
 * @param part what it is in the network
 * @param shape how long it is in each dimension, the outermost first
 * @param values in row-major order
 */
// Plain arrays on purpose: they are large, and nothing compares tensors.
@SuppressWarnings("ArrayRecordComponent")
public record Tensor(String name, Part part, int[] shape, float[] values) {
  public Tensor {
    long size = 1;
    for (int length : shape) {
      size *= length;
    }
    if (size != values.length) {
      throw new IllegalArgumentException(name + " has " + values.length + " values, not " + size);
    }
  }

  /** An array that is no part of a network. */
  public Tensor(String name, int[] shape, float[] values) {
    this(name, Part.NONE, shape, values);
  }

  /** How many of its values are not numbers, or infinite. */
  public int broken() {
    int broken = 0;
    for (float value : values) {
      broken += Float.isFinite(value) ? 0 : 1;
    }
    return broken;
  }
}
