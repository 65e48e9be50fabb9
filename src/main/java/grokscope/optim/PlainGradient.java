package grokscope.optim;

import grokscope.config.Kind;
import grokscope.config.Settings;
import java.util.List;

/** The gradient without any filter. Trainer thread only. */
final class PlainGradient implements GradientFilter {
  static final Kind<GradientFilterFactory> KIND =
      new Kind<>(
          "plain",
          "Plain gradient",
          "The gradient as it is.",
          List.of(),
          Kind.Check.NONE,
          new GradientFilterFactory(
              settings -> 0, (settings, parameters, backend) -> new PlainGradient()));

  @Override
  public void filter() {
    // Nothing is to be changed.
  }

  @Override
  public void retune(Settings settings) {
    // There is nothing to set.
  }

  @Override
  public void close() {
    // There is nothing to free.
  }
}
