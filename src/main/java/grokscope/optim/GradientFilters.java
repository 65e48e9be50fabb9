package grokscope.optim;

import grokscope.config.Acts;
import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Scale;
import java.util.List;

/** The list of gradient filters: one line each. */
public final class GradientFilters {
  /** Every filter, the default first. */
  public static final List<Kind<GradientFilterFactory>> ALL =
      List.of(PlainGradient.KIND, GrokfastEma.KIND, GrokfastMa.KIND, OrthogonalGradient.KIND);

  private GradientFilters() {}

  /** λ of the Grokfast filters. */
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
