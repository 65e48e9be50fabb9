package grokscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.telemetry.History;
import io.fair_acc.dataset.DataSet;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The values above the plots. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class StepReadoutTest {
  private CurvesView view;

  @Start
  void start(Stage stage) {
    view = CurvesStage.show(stage);
  }

  @Test
  void theCursorReadsTheValuesOfTheNearestEvaluation(FxRobot robot) {
    History history = Runs.history(101, 10, 500);
    History earlier = Runs.history(101, 10, 300);
    CurvesStage.run(() -> view.begin(history));
    CurvesStage.run(() -> view.setGhosts(List.of(Runs.ghost(2, "data 40 %", earlier))));
    Bounds bounds = CurvesStage.onFx(() -> view.localToScreen(view.getBoundsInLocal()));
    robot.moveTo(CurvesStage.onLarge(view, 402.0 / 1500));
    CurvesStage.settle();
    CurvesStage.onFx(
        () -> {
          assertThat(view.cursorStepProperty().get()).isEqualTo(400);
          for (Board board : view.boards()) {
            assertThat(board.cursor().isCursorShown()).isTrue();
          }
          assertThat(view.boards().get(0).cursor().stepText()).isEqualTo("step 400");
          PanelHeader accuracy = view.panels().get(0).header();
          assertThat(accuracy.live(0).valueText()).isEqualTo("1.000");
          assertThat(accuracy.live(1).valueText()).isEqualTo("0.034");
          assertThat(view.legend().live().valueText()).isEqualTo("0.034");
          assertThat(view.legend().other(0).valueText()).isEqualTo("0.966");
          assertThat(view.panels().get(2).header().live(0).valueText()).isEqualTo("700.0");
          view.layoutProperty().set(ChartLayout.USUAL.withScale("weight-norm-panel", "‖w‖"));
          assertThat(view.panels().get(2).header().live(0).valueText()).isEqualTo("26.46");
          return null;
        });
    robot.moveTo(bounds.getMinX() + 10, bounds.getMinY() + 300);
    CurvesStage.settle();
    assertThat(CurvesStage.onFx(() -> view.cursorStepProperty().get())).isEqualTo(-1);
    assertThat(CurvesStage.onFx(() -> view.panels().get(0).header().live(1).valueText()))
        .isEqualTo("1.000");
  }

  @Test
  void whatIsMeasuredSeldomHoldsInTheReadOutAndIsDrawnThroughItsPoints() {
    CurvesStage.run(() -> view.begin(Runs.seldom()));
    CurvesStage.settle();
    assertThat(CurvesStage.shown(view))
        .containsExactly("Accuracy", "Loss", "Mechanism", "Numerics", "Weight norm Σw²");
    CurvesStage.assertAligned(view);
    Panel mechanism = CurvesStage.onFx(() -> view.panels().get(2));
    assertThat(CurvesStage.onFx(() -> mechanism.header().live(0).valueText())).isEqualTo("0.900");
    assertThat(CurvesStage.onFx(() -> view.panels().get(3).header().live(2).valueText()))
        .isEqualTo("\u22120.50");
    assertThat(
            CurvesStage.onFx(
                () ->
                    mechanism.chart().getAllDatasets().stream()
                        .mapToInt(DataSet::getDataCount)
                        .sum()))
        .isEqualTo(10);
  }

  @Test
  void eightAnswersHaveRoomInOneLine() {
    CurvesStage.run(() -> view.begin(Runs.answering(8)));
    CurvesStage.run(() -> view.setGhosts(List.of(Runs.ghost(2, "decay 0.5", Runs.answering(8)))));
    CurvesStage.settle();
    CurvesStage.onFx(
        () -> {
          PanelHeader header = view.panels().get(2).header();
          assertThat(header.minWidth(-1)).isLessThanOrEqualTo(header.getWidth());
          assertThat(header.live(7).name()).isEqualTo("8");
          return null;
        });
  }
}
