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

  /** The name of its colour in styles. */
  public String color() {
    return hue.variable();
  }

  /** The name of its colour in an earlier run; rank 0 is the newest. */
  public String ghostColor(int rank) {
    return hue.ghostVariable(rank, paler);
  }
}
