package grokscope.model;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.task.Values;
import java.util.List;

/** The list of losses: one line each. */
public final class Losses {
  /** The loss that also takes answers which are real numbers. */
  public static final String SQUARED_ERROR = "meanSquaredError";

  /** Every loss, the default first. */
  public static final List<Kind<LossFactory>> ALL =
      List.of(
          CrossEntropy.KIND,
          plain(
              "stableMax",
              "StableMax",
              "Cross-entropy with shares that grow linearly instead of exponentially.",
              Kernels::stableMax),
          new Kind<>(
              SQUARED_ERROR,
              "Mean squared error",
              "Of the outputs against one-hot answers or, where answers are numbers, against these.",
              List.of(),
              Kind.Check.NONE,
              (settings, values, rows) -> squaredError(values, rows)));

  private Losses() {}

  /** Whether a chosen loss is the cross-entropy of a softmax. */
  public static boolean softmax(Settings chosen) {
    return chosen.type().equals(CrossEntropy.KIND.id());
  }

  /** Whether it is that in single precision. */
  public static boolean inFloat(Settings chosen) {
    return softmax(chosen) && CrossEntropy.inFloat(chosen);
  }

  private static Loss squaredError(Values values, Matrix rows) {
    return values == null
        ? Kernels::squaredError
        : (kernels, outputs, targets, scale, gradient, sum) ->
            kernels.squaredDistance(
                outputs, rows, targets, values.tolerance(), scale, gradient, sum);
  }

  private static Kind<LossFactory> plain(String id, String title, String sentence, Loss loss) {
    return new Kind<>(
        id, title, sentence, List.of(), Kind.Check.NONE, (settings, values, rows) -> loss);
  }
}
