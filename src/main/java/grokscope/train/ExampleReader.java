package grokscope.train;

/** Looks at examples that have just gone forward. Called on lanes, each with its own examples. */
@FunctionalInterface
interface ExampleReader {
  /** Reads a batch. */
  void read(Shown shown);
}
