package grokscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.figure.RunIdentity;
import grokscope.telemetry.History;
import grokscope.ui.chart.plot.CurveData;
import grokscope.ui.chart.plot.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the charts do at a click, a drag and a turn of the wheel, and by what their axes go. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class AnsweringTest {
  private CurvesView view;

  @Start
  void start(Stage stage) {
    view = CurvesStage.show(stage);
    view.begin(Runs.history(101, 10, 500));
    view.setRun(new RunIdentity(1, "first", 0));
  }

  private Panel panel(String id) {
    return CurvesStage.onFx(
        () ->
            view.panels().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow());
  }

  private List<String> order() {
    return CurvesStage.onFx(() -> view.panels().stream().map(Panel::id).toList());
  }

  @Test
  void aClickOnATitleMakesThatChartLargeAndAnotherPutsItBack(FxRobot robot) {
    Panel loss = panel("loss-panel");
    CurvesStage.settle();
    robot.clickOn(loss.header().title());
    CurvesStage.settle();
    assertThat(order()).startsWith("loss-panel", "accuracy-panel");
    assertThat(plot("loss-panel").height())
        .isGreaterThanOrEqualTo(2 * plot("accuracy-panel").height());
    CurvesStage.assertAligned(view);
    robot.clickOn(loss.header().title());
    CurvesStage.settle();
    assertThat(order()).startsWith("accuracy-panel", "loss-panel");
  }

  private Plot plot(String id) {
    return CurvesStage.onFx(
        () -> {
          for (Board board : view.boards()) {
            for (int i = 0; i < board.panels().size(); i++) {
              if (board.panels().get(i).id().equals(id)) {
                return board.frame().plots().get(i);
              }
            }
          }
          throw new AssertionError(id);
        });
  }

  @Test
  void chartsAreHiddenAndMovedAndTheLastOneStays() {
    CurvesStage.run(
        () -> {
          ChartLayout without = view.layoutProperty().get().withShown("loss-panel", false);
          view.layoutProperty().set(without);
        });
    assertThat(order()).containsExactly("accuracy-panel", "weight-norm-panel");
    CurvesStage.run(
        () ->
            view.layoutProperty()
                .set(
                    ChartLayout.USUAL
                        .withShown("accuracy-panel", false)
                        .withShown("loss-panel", false)
                        .withShown("weight-norm-panel", false)));
    assertThat(order()).hasSize(1);
    CurvesStage.run(
        () ->
            view.layoutProperty()
                .set(
                    ChartLayout.USUAL.moved(
                        "weight-norm-panel",
                        "loss-panel",
                        List.of("accuracy-panel", "loss-panel", "weight-norm-panel"))));
    assertThat(order()).containsExactly("accuracy-panel", "weight-norm-panel", "loss-panel");
  }

  @Test
  void aTitleThatIsDroppedOnAnotherChartTakesItsPlace(FxRobot robot) {
    CurvesStage.settle();
    Panel norm = panel("weight-norm-panel");
    Panel loss = panel("loss-panel");
    robot.drag(norm.header().title(), MouseButton.PRIMARY);
    robot.moveBy(-20, 5).dropTo(loss.header().title());
    CurvesStage.settle();
    assertThat(order()).containsExactly("accuracy-panel", "weight-norm-panel", "loss-panel");
  }

  @Test
  void theBorderOfTheLargeChartCanBeDragged(FxRobot robot) {
    CurvesStage.settle();
    double before = plot("accuracy-panel").width();
    robot.drag("#curve-border", MouseButton.PRIMARY);
    robot.moveBy(-40, 0).moveBy(-40, 0).drop();
    CurvesStage.settle();
    assertThat(plot("accuracy-panel").width()).isCloseTo(before - 80, within(8.0));
    assertThat(CurvesStage.onFx(() -> view.layoutProperty().get().share())).isPositive();
    robot.doubleClickOn("#curve-border");
    CurvesStage.settle();
    assertThat(plot("accuracy-panel").width()).isEqualTo(before);
    CurvesStage.run(() -> view.layoutProperty().set(ChartLayout.USUAL.withBelow(true)));
    CurvesStage.settle();
    double height = plot("accuracy-panel").height();
    robot.drag("#curve-border", MouseButton.PRIMARY);
    robot.moveBy(0, -40).moveBy(0, -40).drop();
    CurvesStage.settle();
    assertThat(plot("accuracy-panel").height()).isCloseTo(height - 80, within(8.0));
  }

  @Test
  void aClickInALegendHidesWhatItNamesAndMovesNoTime(FxRobot robot) {
    List<Integer> clicked = new ArrayList<>();
    CurvesStage.run(
        () -> {
          view.whenClicked(clicked::add);
          view.setGhosts(List.of(Runs.ghost(2, "decay 3", Runs.history(101, 10, 300))));
        });
    CurvesStage.settle();
    robot.clickOn(panel("accuracy-panel").header().live(0));
    assertThat(drawn("accuracy-panel"))
        .containsExactly("test accuracy", "test accuracy, earlier run 1");
    assertThat(drawn("loss-panel")).hasSize(4);
    robot.clickOn(panel("accuracy-panel").header().live(0));
    assertThat(drawn("accuracy-panel")).hasSize(4);
    robot.clickOn(entry(1));
    assertThat(drawn("accuracy-panel")).containsExactly("train accuracy", "test accuracy");
    assertThat(CurvesStage.onFx(() -> view.legend().other(0).isPale())).isTrue();
    robot.clickOn(entry(1));
    robot.clickOn(entry(0));
    assertThat(CurvesStage.onFx(() -> view.liveShownProperty().get())).isFalse();
    assertThat(drawn("loss-panel")).allMatch(name -> name.endsWith("earlier run 1"));
    assertThat(clicked).isEmpty();
  }

  private Node entry(int place) {
    return CurvesStage.onFx(
        () -> place == 0 ? view.legend().live() : view.legend().other(place - 1));
  }

  private List<String> drawn(String id) {
    return CurvesStage.onFx(
        () ->
            panel(id).chart().getAllDatasets().stream()
                .map(CurveData.class::cast)
                .filter(data -> data.isShown() && data.getDataCount() > 0)
                .map(CurveData::getName)
                .toList());
  }

  @Test
  void axesGoByTheLiveRunAndByOthersOnlyWithoutIt() {
    History longer = new History(Runs.METRICS);
    Runs.extend(longer, 901, 10, 300); // its norm ends at 9300
    CurvesStage.run(() -> view.setGhosts(List.of(Runs.ghost(2, "longer", longer))));
    Panel norm = panel("weight-norm-panel");
    assertThat(CurvesStage.onFx(() -> norm.steps().getMax())).isEqualTo(1500);
    assertThat(CurvesStage.onFx(() -> norm.values().getMax())).isEqualTo(1500);
    CurvesStage.run(() -> view.liveShownProperty().set(false));
    assertThat(CurvesStage.onFx(() -> norm.steps().getMax())).isGreaterThanOrEqualTo(9000);
    assertThat(CurvesStage.onFx(() -> norm.values().getMax())).isGreaterThanOrEqualTo(9300);
    CurvesStage.run(() -> view.liveShownProperty().set(true));
    assertThat(CurvesStage.onFx(() -> norm.values().getMax())).isEqualTo(1500);
  }

  @Test
  void aDragWithSomeHeightSelectsStepsAndValuesAndADoubleClickLeadsBack(FxRobot robot) {
    CurvesStage.settle();
    Panel accuracy = panel("accuracy-panel");
    robot.moveTo(onLarge(0.2, 0.3)).press(MouseButton.PRIMARY);
    robot.moveTo(onLarge(0.3, 0.5)).moveTo(onLarge(0.4, 0.7)).release(MouseButton.PRIMARY);
    CurvesStage.settle();
    double whole = 1.08 + 0.05;
    CurvesStage.onFx(
        () -> {
          assertThat(accuracy.values().getMin()).isCloseTo(0.3 * whole - 0.05, within(0.02));
          assertThat(accuracy.values().getMax()).isCloseTo(0.7 * whole - 0.05, within(0.02));
          assertThat(accuracy.steps().getMin()).isCloseTo(300, within(5.0));
          assertThat(accuracy.steps().getMax()).isCloseTo(600, within(5.0));
          assertThat(view.liveProperty().get()).isFalse();
          return null;
        });
    robot.doubleClickOn(onLarge(0.5, 0.5), MouseButton.PRIMARY);
    CurvesStage.settle();
    assertThat(CurvesStage.onFx(() -> accuracy.values().getMax())).isEqualTo(1.08);
    assertThat(CurvesStage.onFx(() -> view.liveProperty().get())).isTrue();
  }

  private Point2D onLarge(double position, double rise) {
    return CurvesStage.onFx(
        () -> {
          Board front = view.boards().get(0);
          Plot plot = front.frame().plots().get(0);
          return front.localToScreen(plot.x(position), plot.bottom() - rise * plot.height());
        });
  }

  @Test
  void theWheelWithControlZoomsTheValuesOfOneChartOnly() {
    CurvesStage.settle();
    Board front = CurvesStage.onFx(() -> view.boards().get(0));
    Plot plot = CurvesStage.large(view);
    Event turn = CurvesViewTest.wheel(plot.x(0.5), plot.bottom() - plot.height() / 2, 120, true);
    CurvesStage.run(() -> front.fireEvent(turn));
    Panel accuracy = panel("accuracy-panel");
    assertThat(CurvesStage.onFx(() -> accuracy.values().getMax())).isLessThan(1);
    assertThat(CurvesStage.onFx(() -> accuracy.steps().getMax())).isEqualTo(1500);
    assertThat(CurvesStage.onFx(() -> panel("loss-panel").isZoomed())).isFalse();
    CurvesStage.run(() -> view.backToLive());
    assertThat(CurvesStage.onFx(() -> accuracy.values().getMax())).isEqualTo(1.08);
  }

  @Test
  void theValueAxisFollowsTheStepsInView(FxRobot robot) {
    CurvesStage.settle();
    Panel norm = panel("weight-norm-panel");
    robot.moveTo(onLarge(0.1, 0.5)).press(MouseButton.PRIMARY);
    robot.moveTo(onLarge(0.15, 0.5)).moveTo(onLarge(0.2, 0.5)).release(MouseButton.PRIMARY);
    CurvesStage.settle();
    // The norm is 300 more than the step, and steps 150 to 300 are in view.
    assertThat(CurvesStage.onFx(() -> norm.values().getMin())).isBetween(430.0, 450.0);
    assertThat(CurvesStage.onFx(() -> norm.values().getMax())).isBetween(590.0, 620.0);
  }

  @Test
  void accuracyOnALogarithmicAxisSaysSoAndReachesFromTheLeastShareToOne() {
    CurvesStage.run(
        () ->
            view.layoutProperty()
                .set(ChartLayout.USUAL.withScale("accuracy-panel", "Logarithmic")));
    CurvesStage.settle();
    Panel accuracy = panel("accuracy-panel");
    CurvesStage.onFx(
        () -> {
          assertThat(accuracy.header().title().getText()).isEqualTo("Accuracy, log scale");
          assertThat(accuracy.values().isLogAxis()).isTrue();
          assertThat(accuracy.values().getMin()).isBetween(1e-8, 1e-2);
          assertThat(accuracy.values().getMax()).isGreaterThan(1);
          double bottom = accuracy.values().getDisplayPosition(0);
          assertThat(bottom).isCloseTo(accuracy.values().getLength(), within(1.0));
          return null;
        });
  }

  @Test
  void theOneIsOnTheAxisWithRoomAboveIt() {
    CurvesStage.settle();
    Panel accuracy = panel("accuracy-panel");
    CurvesStage.onFx(
        () -> {
          assertThat(accuracy.values().getTickMarks())
              .extracting(tick -> accuracy.values().getTickMarkLabel(tick.getValue()))
              .contains("0", "1");
          assertThat(accuracy.values().getDisplayPosition(1)).isGreaterThan(6);
          return null;
        });
  }

  @Test
  void twelveRunsHaveEntriesAndWhatHasNoRoomIsInTheMenu() {
    List<Ghost> many = new ArrayList<>();
    for (int i = 2; i < 14; i++) {
      RunIdentity run = new RunIdentity(i, "a long name of a run", i % 12);
      many.add(new Ghost(run, run.label(), Runs.history(50, 10, 20 * i), true, Optional.empty()));
    }
    CurvesStage.run(() -> view.setGhosts(many));
    CurvesStage.settle();
    CurvesStage.onFx(
        () -> {
          RunLegend legend = view.legend();
          assertThat(legend.inLine()).isBetween(2, 11);
          assertThat(legend.minWidth(-1)).isLessThanOrEqualTo(legend.getWidth());
          assertThat(legend.other(1).shownName()).isEqualTo(many.get(1).label());
          assertThat(legend.lookup("#curve-runs-more").isVisible()).isTrue();
          return null;
        });
  }

  @Test
  void aLongNameIsCutBeforeWhatTellsTheRunFromOthers() {
    List<Ghost> three = new ArrayList<>();
    for (int i = 4; i < 7; i++) {
      RunIdentity run = new RunIdentity(i, "First look: a network that groks", i);
      String label = run.label() + " · decay 2, seed " + i;
      three.add(new Ghost(run, label, Runs.history(50, 10, 20 * i), true, Optional.empty()));
    }
    CurvesStage.run(() -> view.setGhosts(three));
    CurvesStage.settle();
    CurvesStage.onFx(
        () -> {
          RunEntry entry = view.legend().other(0);
          assertThat(entry.name()).isEqualTo(three.get(0).label());
          assertThat(entry.shownName()).startsWith("#4 Fir").endsWith("… · decay 2, seed 4");
          return null;
        });
    CurvesStage.run(() -> view.setGhosts(three.subList(0, 1)));
    CurvesStage.settle();
    CurvesStage.onFx(
        () -> {
          RunEntry entry = view.legend().other(0);
          assertThat(entry.shownName()).as("there is room").isEqualTo(three.get(0).label());
          return null;
        });
  }

  @Test
  void moreRunsStandInTheLineWhereOnlyWhatDiffersIsNamed() {
    List<Ghost> many = new ArrayList<>();
    for (int i = 2; i < 14; i++) {
      RunIdentity run = new RunIdentity(i, "First look: a network that groks", i % 12);
      String label = run.label() + " · seed " + i;
      many.add(new Ghost(run, label, Runs.history(50, 10, 20 * i), true, Optional.empty()));
    }
    CurvesStage.run(() -> view.setGhosts(many));
    CurvesStage.settle();
    CurvesStage.onFx(
        () -> {
          assertThat(view.legend().other(2).shownName()).isEqualTo("#4 · seed 4");
          assertThat(view.legend().inLine()).isGreaterThanOrEqualTo(4);
          return null;
        });
  }
}
