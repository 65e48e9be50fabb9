package grokscope.figure;

import grokscope.figure.ValueScale.Reading;
import grokscope.measure.MetricIds;
import java.util.List;
import java.util.stream.IntStream;

/** The list of panels: an entry makes a panel. Immutable, any thread. */
public final class Panels {
  /** The name of the scale on which the weight norm is a root. */
  public static final String ROOT = "‖w‖";

  private static final Role TRAIN = new Role("train", Hue.TRAIN, true);
  private static final Role TEST = new Role(Role.TEST, Hue.TEST);

  private static final PanelSpec ACCURACY =
      new PanelSpec(
          "accuracy-panel",
          List.of(
              new ValueScale("Linear", "Accuracy", ValueAxis.UNIT),
              new ValueScale("Logarithmic", "Accuracy, log scale", ValueAxis.UNIT_LOG),
              new ValueScale(
                  "Error, logarithmic",
                  "Error (1 − accuracy), log scale",
                  ValueAxis.UNIT_LOG,
                  Reading.MISSING_TO_ONE)),
          List.of(
              new CurveSpec(MetricIds.TRAIN_ACCURACY, "train accuracy", TRAIN),
              new CurveSpec(MetricIds.TEST_ACCURACY, "test accuracy", TEST)),
          false);
  private static final PanelSpec LOSS =
      new PanelSpec(
          "loss-panel",
          losses("Loss"),
          List.of(
              new CurveSpec(MetricIds.TRAIN_LOSS, "train loss", TRAIN),
              new CurveSpec(MetricIds.TEST_LOSS, "test loss", TEST)),
          false);
  private static final PanelSpec WEIGHT_NORM =
      new PanelSpec(
          "weight-norm-panel",
          List.of(
              new ValueScale("Σw²", "Weight norm Σw²", ValueAxis.FROM_ZERO),
              new ValueScale("Σw², logarithmic", "Weight norm Σw², log scale", ValueAxis.LOG),
              new ValueScale(ROOT, "Weight norm √Σw²", ValueAxis.FROM_ZERO, Reading.ROOT)),
          List.of(new CurveSpec(MetricIds.WEIGHT_NORM, "all weights", new Role("norm", Hue.NORM))),
          false);
  private static final PanelSpec ANSWERS =
      optional(
          "answers-panel",
          losses("Loss by answer"),
          IntStream.range(0, Hue.ANSWERS.size()).mapToObj(Panels::answer).toList());
  private static final PanelSpec IN_CONTEXT =
      optional(
          "in-context-panel",
          List.of(new ValueScale("", "In-context score", ValueAxis.WITH_ZERO)),
          List.of(new CurveSpec(MetricIds.IN_CONTEXT_SCORE, "test", TEST)));

  private static final PanelSpec CIRCUIT =
      optional(
          "circuit-panel",
          losses("Hidden progress"),
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
      optional(
          "mechanism-panel",
          List.of(new ValueScale("", "Mechanism", ValueAxis.UNIT)),
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
      optional(
          "numerics-panel",
          List.of(new ValueScale("", "Numerics", ValueAxis.WITH_ZERO)),
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

  /** A panel for runs that measure what it shows. */
  private static PanelSpec optional(String id, List<ValueScale> scales, List<CurveSpec> curves) {
    return new PanelSpec(id, scales, curves, true);
  }

  private static List<ValueScale> losses(String title) {
    return List.of(
        new ValueScale("Logarithmic", title, ValueAxis.LOG),
        new ValueScale("Linear", title + ", linear", ValueAxis.FROM_ZERO));
  }

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
   * Every panel in its usual order; what is optional is shown for runs that measure it. The last is
   * there for every run.
   */
  public static List<PanelSpec> all() {
    return List.of(ACCURACY, LOSS, CIRCUIT, MECHANISM, ANSWERS, IN_CONTEXT, NUMERICS, WEIGHT_NORM);
  }
}
