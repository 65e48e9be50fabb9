package grokscope.run.format.pickle;

import java.util.Optional;

/**
 * An array as a pickle describes it.
 *
 * @param name flat, with dots
 * @param type as the safetensors format writes it, such as {@code F32}; for others the word of
 *     PyTorch or NumPy
 * @param shape the outermost dimension first
 * @param values where its values are; empty for kinds that nobody here reads
 */
// A plain array on purpose: nothing compares arrays.
@SuppressWarnings("ArrayRecordComponent")
public record PickledArray(String name, String type, int[] shape, Optional<Values> values) {

  /**
   * Where values are.
   *
   * @param source what they are among
   * @param bigEndian whether their first byte is the highest
   * @param first the place of the first, counted in values
   * @param strides for each dimension, counted in values, none below zero
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Values(Source source, boolean bigEndian, long first, long[] strides) {}

  /** What values are among. */
  public sealed interface Source permits Storage, Inside {}

  /**
   * Numbers that lie outside the pickle.
   *
   * @param key their name in the file
   * @param type as {@link PickledArray#type}; {@code UNTYPED} for bytes
   * @param count how many there are, in all of the storage
   */
  public record Storage(String key, String type, long count) implements Source {
    /** How many bytes a number takes; 0 where that is not known. */
    public int bytesEach() {
      return TypeWords.bytes(type);
    }
  }

  /**
   * Bytes in the pickle itself.
   *
   * @param file whether they are a PyTorch file of their own, which holds one storage
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Inside(byte[] bytes, boolean file) implements Source {}

  /**
   * The strides of an array without gaps.
   *
   * @param fortran whether its first index runs fastest, and not its last
   */
  public static long[] strides(int[] shape, boolean fortran) {
    long[] strides = new long[shape.length];
    long step = 1;
    for (int i = 0; i < shape.length; i++) {
      int dimension = fortran ? i : shape.length - 1 - i;
      strides[dimension] = step;
      step = Math.min(step * Math.max(1, shape[dimension]), 1L << 31);
    }
    return strides;
  }
}
