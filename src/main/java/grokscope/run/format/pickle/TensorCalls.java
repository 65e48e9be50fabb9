package grokscope.run.format.pickle;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tensors of PyTorch, as the arguments of the functions that would rebuild them describe them.
 * Stateless, any thread.
 */
final class TensorCalls {
  private static final int MOST_DIMENSIONS = 64;
  private static final int LONGEST_SHOWN = 60;

  private TensorCalls() {}

  /**
   * The array that an object would be.
   *
   * @param name for the array
   * @return empty when it would be something else
   * @throws InvalidConfig with one sentence when its arguments cannot be those of a tensor
   */
  static Optional<PickledArray> array(String name, PyObject object) throws InvalidConfig {
    String called = object.type().full();
    if (KnownCalls.CLOSED.contains(called)) {
      String kind = called.replaceFirst(".*_rebuild_", "").replaceFirst("_tensor.*", "");
      return Optional.of(closed(name, kind.equals("q") ? "quantized" : kind));
    }
    return switch (called) {
      case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2" ->
          Optional.of(array(name, object.arguments(), Optional.empty()));
      case "torch._utils._rebuild_tensor_v3" ->
          Optional.of(
              array(
                  name,
                  object.arguments(),
                  at(object.arguments(), 6) instanceof PyGlobal type
                      ? Optional.of(TypeWords.tensor(type))
                      : Optional.empty()));
      default -> Optional.empty();
    };
  }

  private static PickledArray closed(String name, String kind) {
    return new PickledArray(name, kind, new int[0], Optional.empty());
  }

  private static PickledArray array(String name, List<Object> arguments, Optional<String> typed)
      throws InvalidConfig {
    PyStorage storage = storage(name, at(arguments, 0));
    long first = whole(name, at(arguments, 1));
    List<Object> lengths = list(name, at(arguments, 2));
    List<Object> steps = list(name, at(arguments, 3));
    if (lengths.size() != steps.size() || lengths.size() > MOST_DIMENSIONS) {
      throw impossible(name);
    }
    int[] shape = new int[lengths.size()];
    long[] strides = new long[shape.length];
    for (int i = 0; i < shape.length; i++) {
      long length = whole(name, lengths.get(i));
      if (length > Integer.MAX_VALUE) {
        throw impossible(name);
      }
      shape[i] = (int) length;
      strides[i] = whole(name, steps.get(i));
    }
    // The view metadata of newer versions: values to be conjugated or negated when they are read.
    if (arguments.stream().skip(6).anyMatch(TensorCalls::changesValues)) {
      return new PickledArray(name, "negated view", shape, Optional.empty());
    }
    String type = typed.orElse(storage.type());
    if (first > Long.MAX_VALUE - storage.first()) {
      throw impossible(name);
    }
    return new PickledArray(
        name,
        type,
        shape,
        Optional.of(
            new PickledArray.Values(storage.place(), false, storage.first() + first, strides)));
  }

  private static boolean changesValues(Object argument) {
    return Unwrapped.dict(argument)
        .map(Map::entrySet)
        .filter(
            entries ->
                entries.stream()
                    .anyMatch(
                        entry ->
                            Boolean.TRUE.equals(entry.getValue())
                                && ("neg".equals(entry.getKey()) || "conj".equals(entry.getKey()))))
        .isPresent();
  }

  private static PyStorage storage(String name, Object value) throws InvalidConfig {
    if (value instanceof PyStorage storage) {
      return storage;
    }
    if (value instanceof PyObject object
        && object.type().full().equals("torch.storage._load_from_bytes")) {
      byte[] inside =
          Unwrapped.bytes(at(object.arguments(), 0)).orElseThrow(() -> impossible(name));
      return new PyStorage(new PickledArray.Inside(inside, true), TypeWords.UNTYPED, 0);
    }
    throw impossible(name);
  }

  private static Object at(List<Object> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : PyNone.NONE;
  }

  private static List<Object> list(String name, Object value) throws InvalidConfig {
    return Unwrapped.list(value).orElseThrow(() -> impossible(name));
  }

  private static long whole(String name, Object value) throws InvalidConfig {
    if (value instanceof Long number && number >= 0) {
      return number;
    }
    throw impossible(name);
  }

  private static InvalidConfig impossible(String name) {
    return new InvalidConfig(
        "",
        "the file is damaged: "
            + Messages.clipped(name, LONGEST_SHOWN)
            + " has no possible place, shape or strides");
  }
}
