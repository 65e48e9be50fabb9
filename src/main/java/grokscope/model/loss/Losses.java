package grokscope.model.loss;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import grokscope.kernel.LossFormula;
import java.util.List;
import java.util.function.Function;

/** The list of losses. */
public final class Losses {
  /** The loss that also takes answers which are real numbers. */
  public static final String SQUARED_ERROR = "meanSquaredError";

  private static final String DOUBLE = "float64";
  private static final String SINGLE = "float32";
  private static final Knob PRECISION =
      Knobs.choice("precision")
          .titled("Precision")
          .says(
              "That of the softmax. In float32 the loss cannot fall below about 1.2e-7, and"
                  + " examples learned that well no longer have an effect.")
          .nextRun()
          .among(Option.of(DOUBLE), Option.of(SINGLE));

  /** Every loss, the default first. */
  public static final List<Kind<Function<Settings, LossFormula>>> ALL =
      List.of(
          new Kind<>(
              "crossEntropy",
              "Cross-entropy",
              "Minus the logarithm of the softmax probability of the right answer.",
              List.of(PRECISION),
              Kind.Check.NONE,
              settings ->
                  settings.choice("precision").equals(SINGLE)
                      ? LossFormula.CROSS_ENTROPY_IN_FLOAT
                      : LossFormula.CROSS_ENTROPY),
          plain(
              "stableMax",
              "StableMax",
              "Cross-entropy with probabilities that grow linearly instead of exponentially.",
              LossFormula.STABLE_MAX),
          plain(
              SQUARED_ERROR,
              "Mean squared error",
              "The mean squared difference between outputs and answers; the answers are one-hot"
                  + " where they are classes.",
              LossFormula.SQUARED_ERROR));

  private Losses() {}

  private static Kind<Function<Settings, LossFormula>> plain(
      String id, String title, String sentence, LossFormula formula) {
    return new Kind<>(id, title, sentence, List.of(), Kind.Check.NONE, settings -> formula);
  }

  /** The formula of a chosen loss. */
  public static LossFormula formula(Settings chosen) {
    return ALL.stream()
        .filter(kind -> kind.id().equals(chosen.type()))
        .findFirst()
        .orElseThrow()
        .factory()
        .apply(chosen);
  }

  /** Whether a chosen loss is the cross-entropy of a softmax. */
  public static boolean softmax(Settings chosen) {
    return inFloat(chosen) || formula(chosen) == LossFormula.CROSS_ENTROPY;
  }

  /** Whether it is that in single precision. */
  public static boolean inFloat(Settings chosen) {
    return formula(chosen) == LossFormula.CROSS_ENTROPY_IN_FLOAT;
  }
}
