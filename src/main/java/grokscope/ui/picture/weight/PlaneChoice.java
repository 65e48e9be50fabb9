package grokscope.ui.picture.weight;

import grokscope.text.NumberText;

/**
 * The plane that an embedding is projected on. Immutable, any thread.
 *
 * @param frequency whose plane; {@link #LARGEST} or {@link #PRINCIPAL} for what is found anew each
 *     time
 */
record PlaneChoice(int frequency) {
  /** The frequency with the largest share, whichever it is. */
  static final PlaneChoice LARGEST = new PlaneChoice(0);

  /** The first two principal components. */
  static final PlaneChoice PRINCIPAL = new PlaneChoice(-1);

  /**
   * The choice in words.
   *
   * @param shares the shares of frequencies 1, 2, …
   */
  String words(double[] shares) {
    if (equals(LARGEST)) {
      return "Strongest frequency";
    }
    if (equals(PRINCIPAL)) {
      return "Principal components";
    }
    String share =
        frequency <= shares.length ? " · " + NumberText.perCent(shares[frequency - 1]) : "";
    return "Frequency " + frequency + share;
  }
}
