package grokscope.run.format.pickle;

/** A class or function of Python by its name: only the name. */
record PyGlobal(String module, String name) {
  /** With the module, as in {@code torch.float32}. */
  String full() {
    return module + "." + name;
  }
}
