package grokscope.config.knob;

/**
 * Where the making of a knob begins. First come its words and when it acts, then its values; each
 * step offers what is still missing, and the last one gives the knob:
 *
 * <pre>
 * Knobs.real("lambda")
 *     .titled("λ")
 *     .says("How much of the slow part is added to each gradient.")
 *     .live()
 *     .initially(2)
 *     .range(0, 1000)
 *     .slider(0.01, 100)
 *     .zeroThenLogarithmic()
 * </pre>
 *
 * <p>A knob that cannot be, such as one whose initial value is out of its range, is refused where
 * it is made, by an {@link IllegalArgumentException} that names it.
 */
public final class Knobs {
  private Knobs() {}

  /** A whole number. */
  public static UnfinishedKnob<WholeKnob.Start> whole(String name) {
    return new UnfinishedKnob<>(name, WholeKnob.Start::new);
  }

  /** A real number. */
  public static UnfinishedKnob<RealKnob.Start> real(String name) {
    return new UnfinishedKnob<>(name, RealKnob.Start::new);
  }

  /** One of a few named options. */
  public static UnfinishedKnob<ChoiceKnob.Start> choice(String name) {
    return new UnfinishedKnob<>(name, ChoiceKnob.Start::new);
  }

  /** Everything there is, or a number of it. */
  public static UnfinishedKnob<CountKnob.Start> count(String name) {
    return new UnfinishedKnob<>(name, CountKnob.Start::new);
  }

  /** Words on one line, empty at first. */
  public static UnfinishedKnob<TextKnob> text(String name) {
    return new UnfinishedKnob<>(name, words -> new TextKnob(words, "", false));
  }
}
