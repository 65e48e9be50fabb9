package grokscope.figure;

/**
 * What a curve tells of. Immutable, any thread.
 *
 * @param label the word for it beside an earlier run's line
 * @param hue its colour, the same in every panel
 * @param paler whether chosen runs draw it paler, because it tells of the training examples and has
 *     its counterpart beside it
 */
public record Role(String label, Hue hue, boolean paler) {
  /** A role that chosen runs draw in their full colour. */
  public Role(String label, Hue hue) {
    this(label, hue, false);
  }
}
