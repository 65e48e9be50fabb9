package grokscope.optim;

import grokscope.config.Kind;
import java.util.List;

/** The list of gradient filters: one line each. */
public final class GradientFilters {
  /** Every filter, the default first. */
  public static final List<Kind<GradientFilterFactory>> ALL =
      List.of(PlainGradient.KIND, GrokfastEma.KIND, GrokfastMa.KIND, OrthogonalGradient.KIND);

  private GradientFilters() {}
}
