package grokscope.optim;

import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;

/** The knob that the two Grokfast filters share. Stateless, any thread. */
final class GrokfastKnobs {
  private GrokfastKnobs() {}

  static Knob lambda(double start) {
    return Knobs.real("lambda")
        .titled("λ")
        .says("How much of the slow part is added to each gradient.")
        .live()
        .initially(start)
        .range(0, 1000)
        .slider(0.01, 100)
        .zeroThenLogarithmic();
  }
}
