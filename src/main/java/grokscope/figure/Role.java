package grokscope.figure;

/**
 * What a curve tells of. Immutable, any thread.
 *
 * @param label a short word for it, where there is no room for its name
 * @param hue its colour in panels that have too many curves to tell them by their dashes
 * @param training whether it tells of the training examples, so that its counterpart is solid
 */
public record Role(String label, Hue hue, boolean training) {
  /** The word for what is measured on the test examples. */
  static final String TEST = "test";

  /** What does not tell of the training examples. */
  public Role(String label, Hue hue) {
    this(label, hue, false);
  }
}
