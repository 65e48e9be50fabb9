package grokscope.ui.chart;

import java.util.List;
import java.util.stream.IntStream;

/** The list of panels: an entry makes a panel. Immutable, any thread. */
public final class Panels {
  private static final Role TRAIN = new Role("train", Hue.TRAIN, true);
  private static final Role TEST = new Role("test", Hue.TEST);

  private static final PanelSpec ACCURACY =
      new PanelSpec(
          "accuracy-panel",
          "Accuracy",
          ValueAxis.UNIT,
          List.of(
              new CurveSpec("train_accuracy", "train accuracy", TRAIN),
              new CurveSpec("test_accuracy", "test accuracy", TEST)));
  private static final PanelSpec LOSS =
      new PanelSpec(
          "loss-panel",
          "Loss",
          ValueAxis.LOG,
          List.of(
              new CurveSpec("train_loss", "train loss", TRAIN),
              new CurveSpec("test_loss", "test loss", TEST)));
  private static final PanelSpec WEIGHT_NORM =
      new PanelSpec(
          "weight-norm-panel",
          "Weight norm Σw²",
          "Weight norm √Σw²",
          ValueAxis.FROM_ZERO,
          List.of(new CurveSpec("weight_norm", "all weights", new Role("norm", Hue.NORM))),
          false);
  private static final PanelSpec ANSWERS =
      PanelSpec.optional(
          "answers-panel",
          "Loss by answer",
          ValueAxis.LOG,
          IntStream.range(0, Hue.ANSWERS.size()).mapToObj(Panels::answer).toList());
  private static final PanelSpec IN_CONTEXT =
      PanelSpec.optional(
          "in-context-panel",
          "In-context score",
          ValueAxis.WITH_ZERO,
          List.of(new CurveSpec("in_context_score", "test", TEST)));

  private static final PanelSpec CIRCUIT =
      PanelSpec.optional(
          "circuit-panel",
          "Hidden progress",
          ValueAxis.LOG,
          List.of(
              new CurveSpec(
                  "restricted_loss",
                  "restricted loss, all pairs",
                  new Role("circuit", Hue.RESTRICTED)),
              new CurveSpec(
                  "excluded_loss",
                  "excluded loss, train",
                  new Role("memory", Hue.EXCLUDED, true))));

  private static final PanelSpec MECHANISM =
      PanelSpec.optional(
          "mechanism-panel",
          "Mechanism",
          ValueAxis.UNIT,
          List.of(
              new CurveSpec(
                  "trig_share", "cosines in the logits", new Role("logits", Hue.RESTRICTED)),
              new CurveSpec(
                  "one_frequency_neurons",
                  "neurons of one frequency",
                  new Role("neurons", Hue.EXCLUDED)),
              new CurveSpec(
                  "logit_map_gini", "Gini of neurons to logits", new Role("weights", Hue.NORM))));
  private static final PanelSpec NUMERICS =
      PanelSpec.optional(
          "numerics-panel",
          "Numerics",
          ValueAxis.WITH_ZERO,
          List.of(
              new CurveSpec(
                  "saturated_share", "saturated, train", new Role("saturated", Hue.TRAIN)),
              new CurveSpec(
                  "zero_loss_share", "loss exactly 0, train", new Role("zero", Hue.EXCLUDED)),
              new CurveSpec(
                  "descent_cosine",
                  "cosine of descent and weights",
                  new Role("descent", Hue.NORM))));

  private Panels() {}

  private static CurveSpec answer(int index) {
    int number = index + 1;
    Role role = new Role(Integer.toString(number), Hue.ANSWERS.get(index));
    return new CurveSpec("test_loss_" + number, "answer " + number, role);
  }

  /**
   * Every panel, from top to bottom; what is optional is shown for runs that measure it. The last
   * has the labels of the steps and is there for every run.
   */
  public static List<PanelSpec> all() {
    return List.of(ACCURACY, LOSS, CIRCUIT, MECHANISM, ANSWERS, IN_CONTEXT, NUMERICS, WEIGHT_NORM);
  }
}
