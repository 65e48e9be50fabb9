package grokscope.run.format.pickle;

import java.util.ArrayList;
import java.util.List;

/**
 * What Python would make by a call or of a class: its name, what it would be given, and what would
 * be put into it afterwards. Nothing is made. Compared by identity.
 */
final class PyObject {
  private final PyGlobal type;
  private final List<Object> arguments;
  private final PyDict entries = new PyDict();
  private final List<Object> items = new ArrayList<>(0);
  private Object state = PyNone.NONE;

  PyObject(PyGlobal type, List<Object> arguments) {
    this.type = type;
    this.arguments = arguments;
  }

  /** The class or function. */
  PyGlobal type() {
    return type;
  }

  List<Object> arguments() {
    return arguments;
  }

  /** What the pickle puts into it as into a dictionary. */
  PyDict entries() {
    return entries;
  }

  /** What the pickle appends to it as to a list. */
  List<Object> items() {
    return items;
  }

  /** What its fields would be set from; None where the pickle says nothing. */
  Object state() {
    return state;
  }

  void build(Object newState) {
    state = newState;
  }
}
