package grokscope.run.format.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What values of a pickle are underneath, whatever class they were wrapped in. Any thread. */
final class Unwrapped {
  private Unwrapped() {}

  /** The items of a list, a tuple, a set, or of what would be made into one. */
  static Optional<List<Object>> list(Object value) {
    if (value instanceof PyList list) {
      return Optional.of(list.items());
    }
    if (value instanceof PyObject object && KnownCalls.LISTS.contains(object.type().full())) {
      List<Object> all = new ArrayList<>();
      if (!object.arguments().isEmpty() && object.arguments().get(0) instanceof PyList first) {
        all.addAll(first.items());
      }
      all.addAll(object.items());
      return Optional.of(all);
    }
    return Optional.empty();
  }

  /** The entries of a dictionary, or of what would be made into one. */
  static Optional<Map<Object, Object>> dict(Object value) {
    if (value instanceof PyDict dict) {
      return Optional.of(dict.entries());
    }
    if (value instanceof PyObject object && KnownCalls.DICTS.contains(object.type().full())) {
      Map<Object, Object> all = new LinkedHashMap<>();
      for (Object argument : object.arguments()) {
        if (argument instanceof PyDict dict) {
          all.putAll(dict.entries());
        } else if (argument instanceof PyList pairs) { // Python 2 wrote them so
          pairs.items().stream()
              .filter(pair -> pair instanceof PyList two && two.items().size() == 2)
              .forEach(
                  pair ->
                      all.put(list(pair).orElseThrow().get(0), list(pair).orElseThrow().get(1)));
        }
      }
      all.putAll(object.entries().entries());
      return Optional.of(all);
    }
    return Optional.empty();
  }

  /** Bytes, also as the older protocols write them. */
  static Optional<byte[]> bytes(Object value) {
    if (value instanceof PyBytes bytes) {
      return Optional.of(bytes.bytes());
    }
    if (value instanceof String text) {
      return latin(text);
    }
    if (value instanceof PyObject object && !object.arguments().isEmpty()) {
      return switch (object.type().full()) {
        case "_codecs.encode", "builtins.bytearray", "__builtin__.bytearray" ->
            object.arguments().get(0) instanceof PyObject
                ? Optional.empty()
                : bytes(object.arguments().get(0));
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static Optional<byte[]> latin(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      if (text.charAt(i) > 0xff) {
        return Optional.empty();
      }
      bytes[i] = (byte) text.charAt(i);
    }
    return Optional.of(bytes);
  }

  /** The fields that an object would have. */
  static Map<Object, Object> fields(PyObject object) {
    Map<Object, Object> all = new LinkedHashMap<>();
    Object state = object.state();
    if (state instanceof PyList several) { // those of a dictionary, and those in slots
      several.items().forEach(each -> dict(each).ifPresent(all::putAll));
    } else {
      dict(state).ifPresent(all::putAll);
    }
    return all;
  }
}
