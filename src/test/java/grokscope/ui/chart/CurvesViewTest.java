package grokscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.figure.Limits;
import grokscope.story.ReachedMark;
import grokscope.telemetry.History;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import grokscope.ui.chart.plot.RuledAxis;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Panels in their places, the steps in view, and runs that come and go. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class CurvesViewTest {
  private CurvesView view;

  @Start
  void start(Stage stage) {
    view = CurvesStage.show(stage);
  }

  @Test
  void callsNothingTestWhereNobodyKnowsTheSplit() {
    CurvesStage.run(() -> view.begin(Runs.history(101, 10, 500)));
    List<String> usual = CurvesStage.onFx(this::namesOfAccuracy);
    assertThat(usual).containsExactly("train accuracy", "test accuracy");
    CurvesStage.run(() -> view.setSplitKnown(false));
    CurvesStage.settle();
    assertThat(CurvesStage.onFx(this::namesOfAccuracy))
        .containsExactly("train accuracy", "accuracy, all examples");
    CurvesStage.run(() -> view.setSplitKnown(true));
    assertThat(CurvesStage.onFx(this::namesOfAccuracy)).isEqualTo(usual);
  }

  private List<String> namesOfAccuracy() {
    return view.lookupAll("#accuracy-panel-header .curve-legend-entry").stream()
        .map(entry -> ((LegendEntry) entry).name())
        .toList();
  }

  @Test
  void panelsShareTheirStepsAndAreAligned() {
    CurvesStage.run(() -> view.begin(Runs.history(100, 10, 500)));
    CurvesStage.run(() -> view.boards().get(0).fireEvent(wheel(500, 100, 120, false)));
    CurvesStage.settle();
    assertThat(CurvesStage.onFx(() -> view.liveProperty().get())).isFalse();
    CurvesStage.assertAligned(view);
    CurvesStage.run(() -> view.getScene().getWindow().setHeight(440));
    CurvesStage.settle();
    CurvesStage.assertAligned(view);
    CurvesStage.run(() -> view.getScene().getWindow().setWidth(1200));
    CurvesStage.settle();
    CurvesStage.assertAligned(view);
  }

  @Test
  void aDragSelectsAndADoubleClickLeadsBack(FxRobot robot) {
    CurvesStage.run(() -> view.begin(Runs.history(101, 10, 500)));
    assertThat(CurvesStage.onFx(() -> view.panels().get(0).steps().getMax())).isEqualTo(1500);
    robot.moveTo(CurvesStage.onLarge(view, 0.2)).press(MouseButton.PRIMARY);
    robot.moveTo(CurvesStage.onLarge(view, 0.3)).moveTo(CurvesStage.onLarge(view, 0.4));
    robot.release(MouseButton.PRIMARY);
    CurvesStage.settle();
    assertThat(CurvesStage.onFx(() -> view.panels().get(2).steps().getMin()))
        .isCloseTo(300, within(5.0));
    assertThat(CurvesStage.onFx(() -> view.panels().get(2).steps().getMax()))
        .isCloseTo(600, within(5.0));
    robot.doubleClickOn(CurvesStage.onLarge(view, 0.5), MouseButton.PRIMARY);
    CurvesStage.settle();
    assertThat(CurvesStage.onFx(() -> view.liveProperty().get())).isTrue();
    assertThat(CurvesStage.onFx(() -> view.panels().get(0).steps().getMax())).isEqualTo(1500);
  }

  @Test
  void lossesOfZeroAndBelowAndGapsAreDrawnSafely() {
    History history = new History(Runs.METRICS);
    double[][] losses = {{1, 2}, {0, 1e-30}, {Double.NaN, 3}, {1, Double.POSITIVE_INFINITY}};
    for (int i = 0; i < losses.length; i++) {
      history.append(new Sample(1, i, new double[] {losses[i][0], losses[i][1], 0, 0, 1}));
    }
    CurvesStage.run(() -> view.begin(history));
    CurvesStage.run(() -> view.logStepsProperty().set(true));
    CurvesStage.settle();
    CurvesStage.onFx(
        () -> {
          RuledAxis values = view.panels().get(1).values();
          assertThat(values.getMin()).isBetween(1e-13, Limits.LOG_FLOOR);
          assertThat(values.getMax()).isBetween(3.0, 30.0);
          assertThat(view.panels().get(1).steps().getDisplayPosition(0)).isCloseTo(0, within(0.5));
          return null;
        });
  }

  /** A flat line, with an infinite, a missing and an infinite value in its middle. */
  @Test
  void noLineIsDrawnAcrossWhatHasNoPlace() {
    History history = new History(Runs.METRICS);
    double[] losses = {1, 1, Double.POSITIVE_INFINITY, Double.NaN, Double.NEGATIVE_INFINITY, 1, 1};
    for (int i = 0; i < losses.length; i++) {
      history.append(new Sample(1, 10 * i, new double[] {losses[i], 0.1, 0, 0, 1}));
    }
    CurvesStage.run(() -> view.begin(history));
    CurvesStage.run(() -> view.panels().get(1).turnCurve(1)); // only that of training
    CurvesStage.settle();
    assertThat(bluePixels(5)).isPositive();
    assertThat(bluePixels(30)).isZero();
    assertThat(bluePixels(55)).isPositive();
  }

  /** How much of the colour of training is above a step in the panel of losses. */
  private int bluePixels(double step) {
    return CurvesStage.onFx(
        () -> {
          Panel panel = view.panels().get(1);
          Canvas canvas = panel.chart().getCanvas();
          WritableImage image = canvas.snapshot(null, null);
          int at = (int) panel.steps().getDisplayPosition(step);
          int pixels = 0;
          for (int x = at - 8; x <= at + 8; x++) { // longer than a gap of a dashed line
            for (int y = 0; y < image.getHeight(); y++) {
              Color color = image.getPixelReader().getColor(x, y);
              pixels += color.getBlue() > color.getRed() + 0.2 ? 1 : 0;
            }
          }
          return pixels;
        });
  }

  @Test
  void marksHaveLabelsUntilTheNextRun() {
    CurvesStage.run(() -> view.begin(Runs.history(200, 10, 1070)));
    Mark memorized =
        Mark.of(new ReachedMark(ReachedMark.Kind.MEMORIZED, new StepInterval(58, 60), "memorised"));
    Mark grokked =
        Mark.of(
            new ReachedMark(ReachedMark.Kind.GENERALIZED, new StepInterval(1060, 1080), "grokked"));
    CurvesStage.run(
        () -> view.setMarks(List.of(memorized, grokked, Mark.knob(1500, "decay 1 → 5"))));
    assertThat(CurvesStage.onFx(() -> view.boards().get(0).marks().labels()))
        .containsExactlyInAnyOrder(
            "memorised 58–60", "grokked 1\u202f060–1\u202f080", "decay 1 → 5");
    CurvesStage.run(() -> view.begin(Runs.history(200, 10, 1070)));
    assertThat(CurvesStage.onFx(() -> view.boards().get(0).marks().labels())).isEmpty();
  }

  @Test
  void nothingPilesUpFromRunToRun() {
    CurvesStage.run(() -> view.begin(Runs.history(100, 10, 500)));
    CurvesStage.run(
        () -> view.setGhosts(List.of(Runs.ghost(2, "run", Runs.history(100, 10, 400)))));
    CurvesStage.settle();
    int before = CurvesStage.onFx(() -> CurvesStage.nodes(view));
    for (int i = 0; i < 20; i++) {
      History history = Runs.history(100 + i, 10, 500);
      CurvesStage.run(
          () -> {
            view.begin(history);
            view.setGhosts(List.of(Runs.ghost(2, "run", Runs.history(100, 10, 400))));
            view.setMarks(List.of(Mark.knob(10, "decay")));
            Runs.extend(history, 50, 10, 500);
            view.refresh();
          });
      CurvesStage.settle();
    }
    assertThat(CurvesStage.onFx(() -> CurvesStage.nodes(view))).isEqualTo(before);
    CurvesStage.onFx(
        () -> {
          for (Panel panel : view.panels()) {
            int curves = panel.spec().curves().size();
            assertThat(panel.chart().getRenderers()).hasSize(2);
            assertThat(panel.chart().getAllDatasets()).hasSize(curves * 3);
          }
          return null;
        });
  }

  @Test
  void editsBetweenSnapshotsDoNotWaitForThemselves() {
    History history = Runs.history(10, 1, 500);
    CurvesStage.run(() -> view.begin(history));
    for (int i = 0; i < 5; i++) {
      CurvesStage.run(
          () -> {
            view.snapshot(null, null);
            Runs.extend(history, 10, 1, 500);
            view.refresh();
            view.snapshot(null, null);
            view.setGhosts(List.of(Runs.ghost(2, "run", Runs.history(10, 1, 5))));
          });
    }
    CurvesStage.settle();
  }

  @Test
  void aPanelIsThereOnlyForRunsThatMeasureItAndMadeOnce() {
    assertThat(CurvesStage.shown(view)).containsExactly("Accuracy", "Loss", "Weight norm Σw²");
    CurvesStage.run(() -> view.begin(Runs.answering(8)));
    CurvesStage.settle();
    int nodes = CurvesStage.onFx(() -> CurvesStage.nodes(view));
    assertThat(CurvesStage.shown(view))
        .containsExactly(
            "Accuracy", "Loss", "Loss by answer", "In-context score", "Weight norm Σw²");
    CurvesStage.assertAligned(view);
    Panel answers = CurvesStage.onFx(() -> view.panels().get(2));
    assertThat(entries(answers.header())).hasSize(8).contains("1", "8");
    CurvesStage.run(() -> view.begin(Runs.history(100, 10, 500)));
    CurvesStage.settle();
    assertThat(CurvesStage.shown(view)).containsExactly("Accuracy", "Loss", "Weight norm Σw²");
    CurvesStage.assertAligned(view);
    CurvesStage.run(() -> view.begin(Runs.answering(3)));
    CurvesStage.settle();
    assertThat(CurvesStage.onFx(() -> view.panels().get(2))).isSameAs(answers);
    assertThat(entries(answers.header())).containsExactly("1", "2", "3");
    CurvesStage.run(() -> view.begin(Runs.answering(8)));
    CurvesStage.settle();
    assertThat(CurvesStage.onFx(() -> CurvesStage.nodes(view))).isEqualTo(nodes);
  }

  /** The names that have room in the legend of the live run. */
  private static List<String> entries(PanelHeader header) {
    return CurvesStage.onFx(
        () ->
            IntStream.range(0, 8)
                .mapToObj(header::live)
                .filter(Node::isVisible)
                .map(LegendEntry::name)
                .toList());
  }

  /** A turn of the wheel; the headless platform's robot has none. */
  static ScrollEvent wheel(double x, double y, double delta, boolean control) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        x,
        y,
        x,
        y,
        false,
        control,
        false,
        false,
        false,
        false,
        0,
        delta,
        0,
        delta,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }
}
