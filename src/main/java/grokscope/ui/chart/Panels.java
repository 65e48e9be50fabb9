package grokscope.ui.chart;

import java.util.List;

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
          List.of(new CurveSpec("weight_norm", "all weights", Role.NORM)));

  private Panels() {}

  /** The panels every run has, from top to bottom. */
  public static List<PanelSpec> standard() {
    return List.of(ACCURACY, LOSS, WEIGHT_NORM);
  }
}
