package grokscope.model;

import grokscope.config.Kind;
import grokscope.kernel.Kernels;
import java.util.List;

/** The list of losses: one line each. */
public final class Losses {
  /** Every loss, the default first. */
  public static final List<Kind<LossFactory>> ALL =
      List.of(
          CrossEntropy.KIND,
          plain(
              "stableMax",
              "StableMax",
              "Cross-entropy with shares that grow linearly instead of exponentially.",
              Kernels::stableMax),
          plain(
              "meanSquaredError",
              "Mean squared error",
              "Of the logits against one-hot answers, averaged over the classes.",
              Kernels::squaredError));

  private Losses() {}

  private static Kind<LossFactory> plain(String id, String title, String sentence, Loss loss) {
    return new Kind<>(id, title, sentence, List.of(), Kind.Check.NONE, settings -> loss);
  }
}
