package grokscope.run.format.pickle;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns nested values into flat names: those of a dictionary and of the fields of an object after a
 * dot, those of a list by their number. The parameters and buffers of a module are named as in its
 * state dict. One thread, for one file.
 */
final class Flattening {
  private static final int DEEPEST = 100;
  private static final int MOST_VISITS = 2_000_000;
  private static final int MOST_NAMES = 200_000;
  private static final int LONGEST_NAME = 500;
  private static final long LONGEST_NAMES = 20_000_000; // characters of all together
  private static final int LONGEST_SHOWN = 60;
  private static final String CLASS = "__class__";

  private final Map<String, PickledArray> arrays = new LinkedHashMap<>();
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final List<Object> path = new ArrayList<>(); // from the outermost value to this one
  private int visits;
  private long characters;

  /**
   * The arrays and facts of a value.
   *
   * @throws InvalidConfig with one sentence when it is nested too deeply, when it holds itself, or
   *     when it is too large
   */
  static Pickled of(Object value) throws InvalidConfig {
    Flattening flattening = new Flattening();
    flattening.visit("", value, 0);
    return new Pickled(
        List.copyOf(flattening.arrays.values()), Collections.unmodifiableMap(flattening.facts));
  }

  private void visit(String name, Object value, int depth) throws InvalidConfig {
    step(name, depth);
    Optional<Object> plain = plain(name, value, depth);
    if (plain.isPresent()) {
      fact(name.isEmpty() ? "value" : name, plain.get());
      return;
    }
    if (path.stream().anyMatch(outer -> outer == value)) {
      throw tooDeep(name);
    }
    path.add(value);
    inside(name, value, depth);
    path.remove(path.size() - 1);
  }

  private void inside(String name, Object value, int depth) throws InvalidConfig {
    Optional<List<Object>> list = Unwrapped.list(value);
    if (list.isPresent()) {
      for (int i = 0; i < list.get().size(); i++) {
        visit(below(name, String.valueOf(i)), list.get().get(i), depth + 1);
      }
      return;
    }
    Optional<Map<Object, Object>> dict = Unwrapped.dict(value);
    if (dict.isPresent()) {
      entries(name, dict.get(), depth);
    } else if (value instanceof PyObject object) {
      object(name, object, depth);
    }
  }

  private void entries(String name, Map<Object, Object> entries, int depth) throws InvalidConfig {
    int number = 0;
    for (Map.Entry<Object, Object> entry : entries.entrySet()) {
      visit(below(name, key(entry.getKey(), number++)), entry.getValue(), depth + 1);
    }
  }

  private void object(String name, PyObject object, int depth) throws InvalidConfig {
    String called = object.type().full();
    Optional<PickledArray> array = TensorCalls.array(shownAs(name), object);
    if (array.isEmpty()) {
      array = NumpyCalls.array(shownAs(name), object);
    }
    if (array.isPresent()) {
      add(array.get());
      return;
    }
    if (KnownCalls.PARAMETERS.contains(called) && !object.arguments().isEmpty()) {
      visit(name, object.arguments().get(0), depth + 1);
    } else if (called.startsWith("torch._tensor._rebuild_from_type")) {
      subclassed(name, object, depth);
    } else if (called.endsWith("._reconstructor") && !object.arguments().isEmpty()) {
      if (object.arguments().get(0) instanceof PyGlobal type) {
        instance(name, type, object, depth);
      }
    } else if (!KnownCalls.allowed(object.type())
        || called.endsWith("Namespace")) { // the others make values that hold no numbers
      instance(name, object.type(), object, depth);
    }
  }

  /** A tensor with fields of its own: the function that would rebuild it, its type, arguments. */
  private void subclassed(String name, PyObject object, int depth) throws InvalidConfig {
    List<Object> given = object.arguments();
    if (given.size() > 2
        && given.get(0) instanceof PyGlobal call
        && given.get(2) instanceof PyList of) {
      visit(name, new PyObject(call, of.items()), depth + 1);
    }
  }

  private void instance(String name, PyGlobal type, PyObject object, int depth)
      throws InvalidConfig {
    fact(below(name, CLASS), type.full());
    Map<Object, Object> fields = Unwrapped.fields(object);
    if (fields.containsKey("_parameters") && fields.containsKey("_modules")) {
      module(name, fields, depth);
      return;
    }
    entries(name, fields, depth);
    entries(name, object.entries().entries(), depth);
    for (int i = 0; i < object.items().size(); i++) {
      visit(below(name, String.valueOf(i)), object.items().get(i), depth + 1);
    }
  }

  private void module(String name, Map<Object, Object> fields, int depth) throws InvalidConfig {
    List<Object> unsaved =
        Unwrapped.list(fields.getOrDefault("_non_persistent_buffers_set", PyNone.NONE))
            .orElse(List.of());
    for (String part : List.of("_parameters", "_buffers", "_modules")) {
      Map<Object, Object> all = new LinkedHashMap<>();
      Unwrapped.dict(fields.getOrDefault(part, PyNone.NONE)).ifPresent(all::putAll);
      if (part.equals("_buffers")) {
        unsaved.forEach(all::remove);
      }
      entries(name, all, depth);
    }
    for (Map.Entry<Object, Object> field : fields.entrySet()) {
      // Whatever else a module holds may refer back to it, and is no part of its state.
      if (field.getKey() instanceof String word && !word.startsWith("_")) {
        Optional<Object> plain = plain(name, field.getValue(), depth);
        if (plain.isPresent()) {
          fact(below(name, word), plain.get());
        }
      }
    }
  }

  /** A number, a truth value, a text, or a list of these; empty for everything else. */
  private Optional<Object> plain(String name, Object value, int depth) throws InvalidConfig {
    if (value instanceof Long || value instanceof Double || value instanceof Boolean) {
      return Optional.of(value);
    }
    if (value instanceof String) {
      return Optional.of(value);
    }
    if (value instanceof BigInteger number) {
      return Optional.of(number.doubleValue());
    }
    if (value instanceof PyGlobal global) {
      return Optional.of(global.full());
    }
    if (value instanceof PyObject object) {
      Optional<Object> scalar = NumpyCalls.scalar(object);
      if (scalar.isPresent()) {
        return scalar;
      }
      Optional<String> text = text(object);
      if (text.isPresent()) {
        return Optional.of(text.get());
      }
    }
    Optional<List<Object>> items = Unwrapped.list(value);
    return items.isEmpty() ? Optional.empty() : plainList(name, items.get(), depth);
  }

  private Optional<Object> plainList(String name, List<Object> items, int depth)
      throws InvalidConfig {
    List<Object> all = new ArrayList<>();
    for (Object item : items) {
      step(name, depth + 1);
      Optional<Object> plain = plain(name, item, depth + 1);
      if (plain.isEmpty()) {
        return Optional.empty();
      }
      all.add(plain.get());
    }
    return Optional.of(List.copyOf(all));
  }

  /** Of a device or a path. */
  private static Optional<String> text(PyObject object) {
    String called = object.type().full();
    String between = called.equals("torch.device") ? ":" : called.startsWith("pathlib.") ? "/" : "";
    return between.isEmpty()
        ? Optional.empty()
        : Optional.of(
            object.arguments().stream()
                .filter(part -> part instanceof String || part instanceof Long)
                .map(String::valueOf)
                .collect(Collectors.joining(between)));
  }

  private static String key(Object key, int number) {
    if (key instanceof String || key instanceof Long || key instanceof Boolean) {
      return String.valueOf(key);
    }
    return "entry " + number;
  }

  private String below(String name, String key) throws InvalidConfig {
    if (name.length() + key.length() > LONGEST_NAME) {
      throw new InvalidConfig(
          "",
          "the file has a name of more than "
              + LONGEST_NAME
              + " characters, which begins with "
              + Messages.clipped(name.isEmpty() ? key : name, LONGEST_SHOWN));
    }
    characters += name.length() + key.length() + 1L;
    if (characters > LONGEST_NAMES) {
      throw tooMuch();
    }
    return name.isEmpty() ? key : name + "." + key;
  }

  private void step(String name, int depth) throws InvalidConfig {
    if (depth > DEEPEST) {
      throw tooDeep(name);
    }
    if (++visits > MOST_VISITS) {
      throw tooMuch();
    }
  }

  private static InvalidConfig tooDeep(String name) {
    return new InvalidConfig(
        "",
        "what the file holds at "
            + Messages.clipped(shownAs(name), LONGEST_SHOWN)
            + " contains itself, or is nested more than "
            + DEEPEST
            + " deep");
  }

  private static InvalidConfig tooMuch() {
    return new InvalidConfig(
        "", "the file holds more values than Grokscope reads, or the same ones again and again");
  }

  /** An array that stands alone in a file has no name there. */
  private static String shownAs(String name) {
    return name.isEmpty() ? "array" : name;
  }

  private void fact(String name, Object value) throws InvalidConfig {
    if (facts.size() == MOST_NAMES) {
      throw tooMuch();
    }
    facts.putIfAbsent(name, value);
  }

  private void add(PickledArray array) throws InvalidConfig {
    if (arrays.size() == MOST_NAMES) {
      throw tooMuch();
    }
    if (arrays.putIfAbsent(array.name(), array) != null) {
      throw new InvalidConfig(
          "",
          "two arrays of the file would have the same name, "
              + Messages.clipped(array.name(), LONGEST_SHOWN));
    }
  }
}
