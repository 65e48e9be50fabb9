package grokscope.train.look;

/** Looks at examples that have just gone forward. Called on lanes, each with its own examples. */
@FunctionalInterface
public interface ExampleReader {
  /** Reads a batch. */
  void read(ForwardPass forwardPass);
}
