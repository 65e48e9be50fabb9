package grokscope.run.format.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** Arrays and numbers of NumPy, as pickles describe them. Stateless, any thread. */
final class NumpyCalls {
  private static final int MOST_DIMENSIONS = 64;

  private NumpyCalls() {}

  /** A type of numbers. */
  private record Type(String word, boolean bigEndian) {}

  /**
   * The array that an object would be.
   *
   * @param name for the array
   * @return empty when it would be something else
   */
  static Optional<PickledArray> array(String name, PyObject object) {
    String called = object.type().full();
    if (called.endsWith(".multiarray._reconstruct")) { // version, shape, type, order, bytes
      List<Object> state = Unwrapped.list(object.state()).orElse(List.of());
      return state.size() == 5
          ? Optional.of(
              array(
                  name,
                  state.get(1),
                  state.get(2),
                  Boolean.TRUE.equals(state.get(3)),
                  state.get(4)))
          : Optional.of(closed(name, "numpy"));
    }
    if (called.endsWith(".numeric._frombuffer")) { // bytes, type, shape, order
      List<Object> given = object.arguments();
      return given.size() == 4
          ? Optional.of(
              array(name, given.get(2), given.get(1), "F".equals(given.get(3)), given.get(0)))
          : Optional.of(closed(name, "numpy"));
    }
    return Optional.empty();
  }

  private static PickledArray closed(String name, String kind) {
    return new PickledArray(name, kind, new int[0], Optional.empty());
  }

  private static PickledArray array(
      String name, Object lengths, Object type, boolean fortran, Object bytes) {
    Optional<int[]> shape = shape(lengths);
    Optional<byte[]> values = Unwrapped.bytes(bytes);
    Type known = type(type);
    if (shape.isEmpty() || values.isEmpty() || TypeWords.bytes(known.word()) == 0) {
      return new PickledArray(name, known.word(), shape.orElse(new int[0]), Optional.empty());
    }
    return new PickledArray(
        name,
        known.word(),
        shape.get(),
        Optional.of(
            new PickledArray.Values(
                new PickledArray.Inside(values.get(), false),
                known.bigEndian(),
                0,
                PickledArray.strides(shape.get(), fortran))));
  }

  private static Optional<int[]> shape(Object lengths) {
    List<Object> list = Unwrapped.list(lengths).orElse(List.of(PyNone.NONE));
    int[] shape = new int[Math.min(MOST_DIMENSIONS, list.size())];
    for (int i = 0; i < shape.length; i++) {
      if (!(list.get(i) instanceof Long length) || length < 0 || length > Integer.MAX_VALUE) {
        return Optional.empty();
      }
      shape[i] = length.intValue();
    }
    return Optional.of(shape);
  }

  /** By its code, {@code f4}, and its state, of which the second is the order of bytes. */
  private static Type type(Object value) {
    if (!(value instanceof PyObject object)
        || !object.type().full().equals("numpy.dtype")
        || object.arguments().isEmpty()
        || !(object.arguments().get(0) instanceof String code)) {
      return new Type("object", false);
    }
    List<Object> state = Unwrapped.list(object.state()).orElse(List.of());
    return new Type(TypeWords.numpy(code), state.size() > 1 && ">".equals(state.get(1)));
  }

  /** The number or truth value that an object would be; empty when it would be something else. */
  static Optional<Object> scalar(PyObject object) {
    if (!object.type().full().endsWith(".multiarray.scalar") || object.arguments().size() < 2) {
      return Optional.empty();
    }
    Type type = type(object.arguments().get(0));
    byte[] bytes = Unwrapped.bytes(object.arguments().get(1)).orElse(new byte[0]);
    int size = TypeWords.bytes(type.word());
    if (size == 0 || bytes.length != size) {
      return Optional.empty();
    }
    ByteBuffer value =
        ByteBuffer.wrap(bytes)
            .order(type.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    return Optional.ofNullable(
        switch (type.word()) {
          case "F32" -> (Object) (double) value.getFloat();
          case "F64" -> value.getDouble();
          case "BOOL" -> value.get() != 0;
          case "I8" -> (long) value.get();
          case "I16" -> (long) value.getShort();
          case "I32" -> (long) value.getInt();
          case "I64" -> value.getLong();
          case "U8" -> (long) (value.get() & 0xff);
          case "U16" -> (long) (value.getShort() & 0xffff);
          case "U32" -> value.getInt() & 0xffff_ffffL;
          default -> null;
        });
  }
}
