package grokscope.ui.chart;

import java.util.List;
import java.util.stream.IntStream;

/** The list of panels: an entry makes a panel. Immutable, any thread. */
public final class Panels {
  private static final PanelSpec ACCURACY =
      new PanelSpec(
          "accuracy-panel",
          "Accuracy",
          ValueAxis.UNIT,
          List.of(
              new CurveSpec("train_accuracy", "train accuracy", Role.TRAIN),
              new CurveSpec("test_accuracy", "test accuracy", Role.TEST)));
  private static final PanelSpec LOSS =
      new PanelSpec(
          "loss-panel",
          "Loss",
          ValueAxis.LOG,
          List.of(
              new CurveSpec("train_loss", "train loss", Role.TRAIN),
              new CurveSpec("test_loss", "test loss", Role.TEST)));
  private static final PanelSpec WEIGHT_NORM =
      new PanelSpec(
          "weight-norm-panel",
          "Weight norm Σw²",
          "Weight norm √Σw²",
          ValueAxis.FROM_ZERO,
          List.of(new CurveSpec("weight_norm", "all weights", Role.NORM)),
          false);
  private static final PanelSpec ANSWERS =
      PanelSpec.optional(
          "answers-panel",
          "Loss by answer",
          ValueAxis.LOG,
          IntStream.range(0, Role.ANSWERS).mapToObj(Panels::answer).toList());
  private static final PanelSpec IN_CONTEXT =
      PanelSpec.optional(
          "in-context-panel",
          "In-context score",
          ValueAxis.WITH_ZERO,
          List.of(new CurveSpec("in_context_score", "test", Role.TEST)));

  private static final PanelSpec CIRCUIT =
      PanelSpec.optional(
          "circuit-panel",
          "Hidden progress",
          ValueAxis.LOG,
          List.of(
              new CurveSpec("restricted_loss", "restricted loss, all pairs", Role.RESTRICTED),
              new CurveSpec("excluded_loss", "excluded loss, train", Role.EXCLUDED)));

  private static final PanelSpec MECHANISM =
      PanelSpec.optional(
          "mechanism-panel",
          "Mechanism",
          ValueAxis.UNIT,
          List.of(
              new CurveSpec("trig_share", "cosines in the logits", Role.LOGITS),
              new CurveSpec("one_frequency_neurons", "neurons of one frequency", Role.NEURONS),
              new CurveSpec("logit_map_gini", "Gini of neurons to logits", Role.SPARSITY)));
  private static final PanelSpec NUMERICS =
      PanelSpec.optional(
          "numerics-panel",
          "Numerics",
          ValueAxis.WITH_ZERO,
          List.of(
              new CurveSpec("saturated_share", "saturated, train", Role.SATURATED),
              new CurveSpec("zero_loss_share", "loss exactly 0, train", Role.ZERO_LOSS),
              new CurveSpec("descent_cosine", "cosine of descent and weights", Role.DESCENT)));

  private Panels() {}

  private static CurveSpec answer(int index) {
    int number = index + 1;
    return new CurveSpec("test_loss_" + number, "answer " + number, Role.answer(index));
  }

  /**
   * Every panel, from top to bottom; what is optional is shown for runs that measure it. The last
   * has the labels of the steps and is there for every run.
   */
  public static List<PanelSpec> all() {
    return List.of(ACCURACY, LOSS, CIRCUIT, MECHANISM, ANSWERS, IN_CONTEXT, NUMERICS, WEIGHT_NORM);
  }
}
