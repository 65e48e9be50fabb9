package grokscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import grokscope.telemetry.History;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import io.fair_acc.dataset.DataSet;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
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
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class CurvesViewTest {
  private CurvesView view;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    view = new CurvesView(Panels.all());
    scene = new Scene(view, 960, 640);
    stage.setScene(scene);
    // The stage may be the one of the test before, in the size that it was given there.
    stage.setMaximized(false);
    stage.sizeToScene();
    stage.show();
  }

  @Test
  void panelsShareTheirStepsAndAreAligned() {
    run(() -> view.begin(Runs.history(100, 10, 500)));
    run(() -> view.fireEvent(wheel(500, 300, 120)));
    settle();
    assertThat(onFx(() -> view.liveProperty().get())).isFalse();
    assertAligned();
    run(() -> scene.getWindow().setHeight(440));
    settle();
    assertAligned();
    run(() -> scene.getWindow().setWidth(1200));
    settle();
    assertAligned();
  }

  private Frame frame() {
    return onFx(() -> Frame.of(view.getWidth(), view.getHeight(), view.panels().size()));
  }

  private void assertAligned() {
    onFx(
        () -> {
          int panels = view.panels().size();
          Frame frame = Frame.of(view.getWidth(), view.getHeight(), panels);
          RuledAxis first = view.panels().get(0).steps();
          for (int i = 0; i < panels; i++) {
            Panel panel = view.panels().get(i);
            assertThat(panel.steps().getMin()).isEqualTo(first.getMin());
            assertThat(panel.steps().getMax()).isEqualTo(first.getMax());
            Node canvas = panel.chart().getCanvas();
            Bounds bounds = view.sceneToLocal(canvas.localToScene(canvas.getBoundsInLocal()));
            Rectangle2D plot = frame.plots().get(i);
            assertThat(bounds.getMinX()).isEqualTo(plot.getMinX());
            assertThat(bounds.getMinY()).isEqualTo(plot.getMinY());
            assertThat(bounds.getWidth()).isEqualTo(plot.getWidth());
            assertThat(bounds.getHeight()).isEqualTo(plot.getHeight());
            assertThat(panel.values().getLength()).isEqualTo(plot.getHeight());
            assertThat(panel.steps().getLength()).isEqualTo(plot.getWidth());
          }
          return null;
        });
  }

  @Test
  void aDragSelectsAndADoubleClickLeadsBack(FxRobot robot) {
    run(() -> view.begin(Runs.history(101, 10, 500)));
    assertThat(onFx(() -> view.panels().get(0).steps().getMax())).isEqualTo(1500);
    Bounds bounds = onFx(() -> view.localToScreen(view.getBoundsInLocal()));
    double width = frame().width();
    double left = bounds.getMinX() + Frame.LEFT;
    double y = bounds.getMinY() + 150;
    robot.moveTo(left + width * 0.2, y).press(MouseButton.PRIMARY);
    robot.moveTo(left + width * 0.3, y).moveTo(left + width * 0.4, y);
    robot.release(MouseButton.PRIMARY);
    settle();
    assertThat(onFx(() -> view.panels().get(2).steps().getMin())).isCloseTo(300, within(5.0));
    assertThat(onFx(() -> view.panels().get(2).steps().getMax())).isCloseTo(600, within(5.0));
    robot.doubleClickOn(left + width * 0.5, y, MouseButton.PRIMARY);
    settle();
    assertThat(onFx(() -> view.liveProperty().get())).isTrue();
    assertThat(onFx(() -> view.panels().get(0).steps().getMax())).isEqualTo(1500);
  }

  @Test
  void lossesOfZeroAndBelowAndGapsAreDrawnSafely() {
    History history = new History(Runs.METRICS);
    double[][] losses = {{1, 2}, {0, 1e-30}, {Double.NaN, 3}, {1, Double.POSITIVE_INFINITY}};
    for (int i = 0; i < losses.length; i++) {
      history.append(new Sample(1, i, new double[] {losses[i][0], losses[i][1], 0, 0, 1}));
    }
    run(() -> view.begin(history));
    run(() -> view.logStepsProperty().set(true));
    settle();
    onFx(
        () -> {
          RuledAxis values = view.panels().get(1).values();
          assertThat(values.getMin()).isBetween(1e-13, Limits.LOG_FLOOR);
          assertThat(values.getMax()).isBetween(3.0, 30.0);
          assertThat(view.panels().get(1).steps().getDisplayPosition(0)).isCloseTo(0, within(0.5));
          return null;
        });
  }

  @Test
  void aRunReadAgainIsDashedInItsPanelOnlyAndUntilTheNextRun(FxRobot robot) {
    History history = Runs.understood();
    History read = new History(history.metrics().subList(Runs.METRICS.size(), 7));
    read.append(new Sample(1, 0, new double[] {4, 4}));
    read.append(new Sample(1, 500, new double[] {1e-9, 300}));
    run(() -> view.begin(history));
    run(() -> view.setGhosts(List.of(new Ghost("data 40 %", history)))); // wants room as well
    run(() -> view.setReadAgain(new ReadAgain("final keys 3, 8", "Dashed: again.", read)));
    Bounds bounds = onFx(() -> view.localToScreen(view.getBoundsInLocal()));
    Panel circuit = view.panels().get(2);
    robot.moveTo(bounds.getMinX() + frame().x(0.2), bounds.getMinY() + 300);
    settle();
    onFx(
        () -> {
          PanelHeader header = circuit.header();
          assertThat(header.live(0).valueText()).isEqualTo("0.1000");
          assertThat(header.again().isVisible()).isTrue();
          assertThat(header.again().label()).isEqualTo("final keys 3, 8");
          assertThat(header.again().getAccessibleText()).isEqualTo("Dashed: again.");
          assertThat(header.again().entries().get(0).valueText()).isEqualTo("4.0000");
          assertThat(header.again().entries())
              .allMatch(entry -> entry.lookup(".curve-value").isVisible());
          assertThat(circuit.values().getMin()).isLessThanOrEqualTo(1e-9); // there is room for it
          assertThat(view.panels().get(1).header().again().isVisible()).isFalse();
          assertThat(dashes(circuit)).containsExactly(0, 0, 2, 2, 0, 0);
          return null;
        });
    run(() -> view.begin(history));
    settle();
    assertThat(onFx(() -> circuit.header().again().isVisible())).isFalse();
    assertThat(onFx(() -> circuit.values().getMin())).isGreaterThan(1e-9);
  }

  /** How many lengths the lines with points have in their dashes; none is a solid line. */
  private static List<Integer> dashes(Panel panel) {
    return panel.chart().getRenderers().stream()
        .flatMap(renderer -> renderer.getDatasetNodes().stream())
        .filter(node -> node.getDataSet().getDataCount() > 0)
        .map(node -> node.getLineDashes() == null ? 0 : node.getLineDashes().length)
        .toList();
  }

  @Test
  void onlyFourEarlierRunsAreShownAndAllAreReleased() {
    List<WeakReference<History>> references = new ArrayList<>();
    List<Ghost> ghosts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      History history = Runs.history(50, 10, 200);
      references.add(new WeakReference<>(history));
      ghosts.add(new Ghost("data " + (40 - i) + " %", history));
    }
    run(() -> view.setGhosts(List.copyOf(ghosts)));
    settle();
    PanelHeader header = view.panels().get(2).header();
    assertThat(header.ghost(0).label()).isEqualTo("data 40 %");
    assertThat(onFx(() -> header.ghost(3).label())).isEqualTo("data 37 %");
    ghosts.clear();
    run(() -> view.setGhosts(List.of()));
    settle();
    assertThat(onFx(() -> header.ghost(0).isVisible())).isFalse();
    for (int i = 0; i < 50 && references.stream().anyMatch(one -> one.get() != null); i++) {
      System.gc();
    }
    assertThat(references).allMatch(one -> one.get() == null);
  }

  @Test
  void marksHaveLabelsUntilTheNextRun() {
    run(() -> view.begin(Runs.history(200, 10, 1070)));
    run(() -> view.addMark(Mark.memorized(new StepInterval(58, 60))));
    run(() -> view.addMark(Mark.grokked(new StepInterval(1060, 1080))));
    run(() -> view.addMark(Mark.knob(1500, "decay 1 → 5")));
    assertThat(onFx(() -> view.marks().labels()))
        .containsExactlyInAnyOrder(
            "memorised 58–60", "grokked 1\u202f060–1\u202f080", "decay 1 → 5");
    run(() -> view.begin(Runs.history(200, 10, 1070)));
    assertThat(onFx(() -> view.marks().labels())).isEmpty();
  }

  @Test
  void theCursorReadsTheValuesOfTheNearestEvaluation(FxRobot robot) {
    History history = Runs.history(101, 10, 500);
    History earlier = Runs.history(101, 10, 300);
    run(() -> view.begin(history));
    run(() -> view.setGhosts(List.of(new Ghost("data 40 %", earlier))));
    Bounds bounds = onFx(() -> view.localToScreen(view.getBoundsInLocal()));
    Frame frame = frame();
    robot.moveTo(bounds.getMinX() + frame.x(402.0 / 1500), bounds.getMinY() + 500);
    settle();
    onFx(
        () -> {
          assertThat(view.cursorStepProperty().get()).isEqualTo(400);
          assertThat(view.cursor().isCursorShown()).isTrue();
          assertThat(view.cursor().stepText()).isEqualTo("step 400");
          PanelHeader accuracy = view.panels().get(0).header();
          assertThat(accuracy.live(0).valueText()).isEqualTo("1.000");
          assertThat(accuracy.live(1).valueText()).isEqualTo("0.034");
          assertThat(accuracy.ghost(0).entries().get(1).valueText()).isEqualTo("0.966");
          assertThat(view.panels().get(2).header().live(0).valueText()).isEqualTo("700.0");
          view.normAsRootProperty().set(true);
          assertThat(view.panels().get(2).header().live(0).valueText()).isEqualTo("26.46");
          return null;
        });
    robot.moveTo(bounds.getMinX() + 10, bounds.getMinY() + 300);
    settle();
    assertThat(onFx(() -> view.cursorStepProperty().get())).isEqualTo(-1);
    assertThat(onFx(() -> view.panels().get(0).header().live(1).valueText())).isEqualTo("1.000");
  }

  @Test
  void nothingPilesUpFromRunToRun() {
    run(() -> view.begin(Runs.history(100, 10, 500)));
    run(() -> view.setGhosts(List.of(new Ghost("run", Runs.history(100, 10, 400)))));
    settle();
    int before = onFx(() -> nodes(view));
    for (int i = 0; i < 20; i++) {
      History history = Runs.history(100 + i, 10, 500);
      run(
          () -> {
            view.begin(history);
            view.setGhosts(List.of(new Ghost("run", Runs.history(100, 10, 400))));
            view.addMark(Mark.knob(10, "decay"));
            Runs.extend(history, 50, 10, 500);
            view.refresh();
          });
      settle();
    }
    assertThat(onFx(() -> nodes(view))).isEqualTo(before);
    onFx(
        () -> {
          for (Panel panel : view.panels()) {
            int curves = panel.spec().curves().size();
            assertThat(panel.chart().getRenderers()).hasSize(2);
            assertThat(panel.chart().getAllDatasets()).hasSize(curves * (2 + Palette.GHOSTS));
          }
          return null;
        });
  }

  @Test
  void earlierRunsAreNotDrawnWithEveryFrame() {
    History history = Runs.history(50, 2, 500);
    run(() -> view.setExpectedSteps(1000));
    run(() -> view.setGhosts(List.of(new Ghost("run", Runs.history(101, 10, 400)))));
    run(() -> view.begin(history));
    settle();
    int before = onFx(() -> view.panels().get(0).back().drawings());
    for (int i = 0; i < 10; i++) {
      run(
          () -> {
            Runs.extend(history, 2, 2, 500);
            view.refresh();
          });
      settle();
    }
    assertThat(onFx(() -> view.panels().get(0).back().drawings())).isEqualTo(before);
    run(() -> view.restyle(Palette.DARK));
    settle();
    assertThat(onFx(() -> view.panels().get(0).back().drawings())).isGreaterThan(before);
  }

  @Test
  void editsBetweenSnapshotsDoNotWaitForThemselves() {
    History history = Runs.history(10, 1, 500);
    run(() -> view.begin(history));
    for (int i = 0; i < 5; i++) {
      run(
          () -> {
            view.snapshot(null, null);
            Runs.extend(history, 10, 1, 500);
            view.refresh();
            view.snapshot(null, null);
            view.setGhosts(List.of(new Ghost("run", Runs.history(10, 1, 5))));
          });
    }
    settle();
  }

  @Test
  void curvesAndWordsStandOutOnBothThemes() {
    run(() -> view.begin(Runs.history(200, 10, 900)));
    settle();
    assertReadable(Palette.LIGHT);
    run(
        () -> {
          Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
          view.restyle(Palette.DARK);
        });
    settle();
    assertReadable(Palette.DARK);
  }

  @Test
  void aPanelIsThereOnlyForRunsThatMeasureItAndMadeOnce() {
    assertThat(shown()).containsExactly("Accuracy", "Loss", "Weight norm Σw²");
    run(() -> view.begin(Runs.answering(8)));
    settle();
    int nodes = onFx(() -> nodes(view));
    assertThat(shown())
        .containsExactly(
            "Accuracy", "Loss", "Loss by answer", "In-context score", "Weight norm Σw²");
    assertAligned();
    Panel answers = onFx(() -> view.panels().get(2));
    assertThat(entries(answers.header())).hasSize(8).contains("answer 1", "answer 8");
    run(() -> view.begin(Runs.history(100, 10, 500)));
    settle();
    assertThat(shown()).containsExactly("Accuracy", "Loss", "Weight norm Σw²");
    assertAligned();
    run(() -> view.begin(Runs.answering(3)));
    settle();
    assertThat(onFx(() -> view.panels().get(2))).isSameAs(answers);
    assertThat(entries(answers.header())).containsExactly("answer 1", "answer 2", "answer 3");
    run(() -> view.begin(Runs.answering(8)));
    settle();
    assertThat(onFx(() -> nodes(view))).isEqualTo(nodes);
  }

  @Test
  void whatIsMeasuredSeldomHoldsInTheReadOutAndIsDrawnThroughItsPoints() {
    run(() -> view.begin(Runs.seldom()));
    settle();
    assertThat(shown())
        .containsExactly("Accuracy", "Loss", "Mechanism", "Numerics", "Weight norm Σw²");
    assertAligned();
    Panel mechanism = onFx(() -> view.panels().get(2));
    assertThat(onFx(() -> mechanism.header().live(0).valueText())).isEqualTo("0.900");
    assertThat(onFx(() -> view.panels().get(3).header().live(2).valueText()))
        .isEqualTo("\u22120.50");
    assertThat(
            onFx(
                () ->
                    mechanism.chart().getAllDatasets().stream()
                        .mapToInt(DataSet::getDataCount)
                        .sum()))
        .isEqualTo(10);
  }

  private List<String> shown() {
    return onFx(() -> view.panels().stream().map(panel -> panel.spec().title()).toList());
  }

  /** The names that have room in the legend of the live run. */
  private static List<String> entries(PanelHeader header) {
    return onFx(
        () ->
            header.lookupAll(".label").stream()
                .map(Label.class::cast)
                .filter(label -> label.getText().startsWith("answer"))
                .filter(label -> label.getParent().isVisible())
                .map(Label::getText)
                .toList());
  }

  @Test
  void earlierRunsStandBehindEachAnswerThatTheLiveRunHas() {
    run(() -> view.begin(Runs.answering(3)));
    run(() -> view.setGhosts(List.of(new Ghost("eight", Runs.answering(8)))));
    run(() -> view.addMark(Mark.knob(10, "decay")));
    settle();
    Panel answers = onFx(() -> view.panels().get(2));
    assertThat(filled(answers, "answer"))
        .containsExactlyInAnyOrder(
            "answer 1",
            "answer 2",
            "answer 3",
            "answer 1, earlier run 1",
            "answer 2, earlier run 1",
            "answer 3, earlier run 1");
    run(() -> view.begin(Runs.answering(8)));
    assertThat(filled(answers, "earlier run")).hasSize(8);
    run(() -> view.begin(Runs.history(10, 1, 5)));
    settle();
    assertThat(shown()).hasSize(3);
  }

  private static List<String> filled(Panel panel, String words) {
    return onFx(
        () ->
            panel.chart().getAllDatasets().stream()
                .filter(data -> data.getDataCount() > 0 && data.getName().contains(words))
                .map(data -> data.getName())
                .toList());
  }

  @Test
  void eightAnswersAndTheirValuesHaveRoomInOneLine() {
    run(() -> view.begin(Runs.answering(8)));
    run(() -> view.setGhosts(List.of(new Ghost("decay 0.5", Runs.answering(8)))));
    settle();
    onFx(
        () -> {
          PanelHeader header = view.panels().get(2).header();
          assertThat(header.minWidth(-1)).isLessThanOrEqualTo(header.getWidth());
          header.setPointing(true);
          assertThat(header.live(7).lookupAll(".curve-value")).allMatch(Node::isVisible).hasSize(1);
          header.setPointing(false);
          assertThat(header.live(7).lookupAll(".curve-value")).noneMatch(Node::isVisible);
          return null;
        });
  }

  @Test
  void theColoursOfAnswersAreAScaleOfLightness() {
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      for (int i = 0; i < Hue.ANSWERS.size(); i++) {
        Color colour = palette.of(Hue.ANSWERS.get(i));
        assertThat(luminanceContrast(colour, palette.background())).isGreaterThan(3);
        if (i > 0) {
          Color before = palette.of(Hue.ANSWERS.get(i - 1));
          assertThat(luminance(colour)).isGreaterThan(luminance(before));
          assertThat(luminanceContrast(colour, before)).isGreaterThan(1.14);
        }
      }
    }
  }

  /** A turn of the wheel; the headless platform's robot has none. */
  private static ScrollEvent wheel(double x, double y, double delta) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        x,
        y,
        x,
        y,
        false,
        false,
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

  private void assertReadable(Palette palette) {
    WritableImage image = onFx(() -> scene.snapshot(null));
    Frame frame = frame();
    for (Rectangle2D plot : frame.plots()) {
      assertThat(contrast(image, palette.background(), 0, plot.getMinY(), 50, plot.getHeight()))
          .as("value labels")
          .isGreaterThan(4.5);
    }
    assertThat(contrast(image, palette.background(), 60, frame.bottom() + 8, 800, 24))
        .as("step labels")
        .isGreaterThan(4.5);
    assertThat(contrast(image, palette.background(), 60, 2, 300, 20))
        .as("legend")
        .isGreaterThan(4.5);
    Rectangle2D accuracy = frame.plots().get(0);
    assertThat(holds(image, palette.train(), accuracy)).isTrue();
    assertThat(holds(image, palette.test(), accuracy)).isTrue();
    assertThat(luminanceContrast(palette.train(), palette.background())).isGreaterThan(3);
    assertThat(luminanceContrast(palette.test(), palette.background())).isGreaterThan(3);
    assertThat(luminanceContrast(palette.norm(), palette.background())).isGreaterThan(3);
  }

  private static double contrast(
      WritableImage image, Color background, double x, double y, double width, double height) {
    PixelReader reader = image.getPixelReader();
    double best = 1;
    for (int row = (int) y; row < y + height; row++) {
      for (int column = (int) x; column < x + width; column++) {
        best = Math.max(best, luminanceContrast(reader.getColor(column, row), background));
      }
    }
    return best;
  }

  private static boolean holds(WritableImage image, Color color, Rectangle2D area) {
    PixelReader reader = image.getPixelReader();
    for (int y = (int) area.getMinY(); y < area.getMaxY(); y++) {
      for (int x = (int) area.getMinX() + 2; x < area.getMaxX(); x++) {
        Color seen = reader.getColor(x, y);
        double distance =
            Math.abs(seen.getRed() - color.getRed())
                + Math.abs(seen.getGreen() - color.getGreen())
                + Math.abs(seen.getBlue() - color.getBlue());
        if (distance < 0.1) {
          return true;
        }
      }
    }
    return false;
  }

  private static double luminanceContrast(Color one, Color other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static int nodes(Node node) {
    int count = 1;
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        count += nodes(child);
      }
    }
    return count;
  }

  private static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    for (int i = 0; i < 3; i++) {
      onFx(
          () -> {
            Platform.requestNextPulse();
            return null;
          });
      WaitForAsyncUtils.waitForFxEvents();
    }
  }

  private static void run(Runnable action) {
    onFx(
        () -> {
          action.run();
          return null;
        });
  }

  private static <T> T onFx(Callable<T> action) {
    try {
      return WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(action));
    } catch (TimeoutException e) {
      throw new AssertionError("the FX thread does not answer", e);
    }
  }
}
