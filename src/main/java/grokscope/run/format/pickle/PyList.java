package grokscope.run.format.pickle;

import java.util.ArrayList;
import java.util.List;

/** A list, tuple or set. Compared by identity, since it may hold itself. */
final class PyList {
  private final List<Object> items;

  PyList(List<Object> items) {
    this.items = items;
  }

  /** An empty one that grows. */
  PyList() {
    this(new ArrayList<>(0));
  }

  List<Object> items() {
    return items;
  }
}
