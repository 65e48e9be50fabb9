package grokscope.figure;

import grokscope.measure.MetricIds;
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
              new CurveSpec(MetricIds.TRAIN_ACCURACY, "train accuracy", TRAIN),
              new CurveSpec(MetricIds.TEST_ACCURACY, "test accuracy", TEST)));
  private static final PanelSpec LOSS =
      new PanelSpec(
          "loss-panel",
          "Loss",
          ValueAxis.LOG,
          List.of(
              new CurveSpec(MetricIds.TRAIN_LOSS, "train loss", TRAIN),
              new CurveSpec(MetricIds.TEST_LOSS, "test loss", TEST)));
  private static final PanelSpec WEIGHT_NORM =
      new PanelSpec(
          "weight-norm-panel",
          "Weight norm Σw²",
          "Weight norm √Σw²",
          ValueAxis.FROM_ZERO,
          List.of(new CurveSpec(MetricIds.WEIGHT_NORM, "all weights", new Role("norm", Hue.NORM))),
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
          List.of(new CurveSpec(MetricIds.IN_CONTEXT_SCORE, "test", TEST)));

  private static final PanelSpec CIRCUIT =
      PanelSpec.optional(
          "circuit-panel",
          "Hidden progress",
          ValueAxis.LOG,
          List.of(
              new CurveSpec(
                  MetricIds.RESTRICTED_LOSS,
                  "restricted loss, all pairs",
                  new Role("restricted", Hue.RESTRICTED)),
              new CurveSpec(
                  MetricIds.EXCLUDED_LOSS,
                  "excluded loss, train",
                  new Role("excluded", Hue.EXCLUDED, true))));

  private static final PanelSpec MECHANISM =
      PanelSpec.optional(
          "mechanism-panel",
          "Mechanism",
          ValueAxis.UNIT,
          List.of(
              new CurveSpec(
                  MetricIds.TRIG_SHARE,
                  "cosines in the logits",
                  new Role("logits", Hue.RESTRICTED)),
              new CurveSpec(
                  MetricIds.ONE_FREQUENCY_NEURONS,
                  "neurons of one frequency",
                  new Role("neurons", Hue.EXCLUDED)),
              new CurveSpec(
                  MetricIds.LOGIT_MAP_GINI,
                  "Gini of neurons to logits",
                  new Role("weights", Hue.NORM))));
  private static final PanelSpec NUMERICS =
      PanelSpec.optional(
          "numerics-panel",
          "Numerics",
          ValueAxis.WITH_ZERO,
          List.of(
              new CurveSpec(
                  MetricIds.SATURATED_SHARE, "saturated, train", new Role("saturated", Hue.TRAIN)),
              new CurveSpec(
                  MetricIds.ZERO_LOSS_SHARE,
                  "loss exactly 0, train",
                  new Role("zero", Hue.EXCLUDED)),
              new CurveSpec(
                  MetricIds.DESCENT_COSINE,
                  "cosine of descent and weights",
                  new Role("descent", Hue.NORM))));

  private Panels() {}

  /**
   * The curve of an answer. Few answers have colours that are far apart on the scale of all: dark
   * red, blue, green and purple first.
   */
  private static CurveSpec answer(int index) {
    int number = index + 1;
    int[] order = {0, 4, 7, 2, 5, 1, 6, 3};
    Role role = new Role(Integer.toString(number), Hue.ANSWERS.get(order[index]));
    return new CurveSpec(MetricIds.testLossAt(number), "answer " + number, role);
  }

  /**
   * Every panel, from top to bottom; what is optional is shown for runs that measure it. The last
   * has the labels of the steps and is there for every run.
   */
  public static List<PanelSpec> all() {
    return List.of(ACCURACY, LOSS, CIRCUIT, MECHANISM, ANSWERS, IN_CONTEXT, NUMERICS, WEIGHT_NORM);
  }
}
