package grokscope.optim;

import grokscope.config.Acts;
import grokscope.config.Knob;
import grokscope.config.Scale;

/** The knob that the two Grokfast filters share. Stateless, any thread. */
final class GrokfastKnobs {
  private GrokfastKnobs() {}

  static Knob lambda(double start) {
    return new Knob.Real(
        "lambda",
        "λ",
        "How much of the slow part is added to each gradient.",
        Acts.LIVE,
        start,
        0,
        1000,
        0.01,
        100,
        Scale.ZERO_THEN_LOGARITHMIC);
  }
}
