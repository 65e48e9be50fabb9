package grokscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.telemetry.History;
import grokscope.telemetry.Sample;
import grokscope.ui.chart.plot.CurveData;
import grokscope.ui.color.Palette;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is drawn behind the live curves: earlier runs, and the live one read again. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class GhostsTest {
  private CurvesView view;

  @Start
  void start(Stage stage) {
    view = CurvesStage.show(stage);
  }

  @Test
  void aRunReadAgainIsDashedInItsPanelOnlyAndUntilTheNextRun(FxRobot robot) {
    History history = Runs.understood();
    History read = new History(history.metrics().subList(Runs.METRICS.size(), 7));
    read.append(new Sample(1, 0, new double[] {4, 4}));
    read.append(new Sample(1, 500, new double[] {1e-9, 300}));
    CurvesStage.run(() -> view.begin(history));
    CurvesStage.run(
        () -> view.setGhosts(List.of(Runs.ghost(2, "data 40 %", history)))); // wants room as well
    CurvesStage.run(
        () -> view.setReadAgain(new ReplayedCurves("final keys 3, 8", "Dashed: again.", read)));
    Panel circuit = view.panels().get(2);
    robot.moveTo(CurvesStage.onLarge(view, 0.2));
    CurvesStage.settle();
    CurvesStage.onFx(
        () -> {
          PanelHeader header = circuit.header();
          assertThat(header.live(0).valueText()).isEqualTo("0.1000");
          RunEntry again = view.legend().again();
          assertThat(again.isVisible()).isTrue();
          assertThat(again.name()).isEqualTo("final keys 3, 8");
          assertThat(again.valueText()).as("an accuracy that was not read again").isEmpty();
          assertThat(again.getAccessibleText()).isEqualTo("Dashed: again.");
          view.layoutProperty().set(ChartLayout.USUAL.withLarge("circuit-panel"));
          assertThat(again.valueText()).isEqualTo("4.0000");
          view.layoutProperty().set(ChartLayout.USUAL);
          assertThat(circuit.values().getMin()).isLessThanOrEqualTo(1e-9); // there is room for it
          assertThat(view.panels().get(1).isReadAgain()).isFalse();
          assertThat(dashes(circuit)).containsExactly(0, 2, 2, 4, 0, 2);
          return null;
        });
    CurvesStage.run(() -> view.begin(history));
    CurvesStage.settle();
    assertThat(CurvesStage.onFx(() -> view.legend().again().isVisible())).isFalse();
    assertThat(CurvesStage.onFx(() -> circuit.values().getMin())).isGreaterThan(1e-9);
  }

  /** How many lengths the lines with points have in their dashes; none is a solid line. */
  private static List<Integer> dashes(Panel panel) {
    return panel.chart().getAllDatasets().stream()
        .map(CurveData.class::cast)
        .filter(data -> data.getDataCount() > 0)
        .map(data -> data.look().dashes().size())
        .toList();
  }

  @Test
  void earlierRunsAreNamedInTheLegendAndReleased() {
    List<WeakReference<History>> references = new ArrayList<>();
    List<Ghost> ghosts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      History history = Runs.history(50, 10, 200);
      references.add(new WeakReference<>(history));
      ghosts.add(Runs.ghost(i + 2, "data " + (40 - i) + " %", history));
    }
    CurvesStage.run(() -> view.setGhosts(List.copyOf(ghosts)));
    CurvesStage.settle();
    assertThat(CurvesStage.onFx(() -> view.legend().other(0).name())).isEqualTo("#2 data 40 %");
    assertThat(CurvesStage.onFx(() -> view.legend().other(3).name())).isEqualTo("#5 data 37 %");
    ghosts.clear();
    CurvesStage.run(() -> view.setGhosts(List.of()));
    CurvesStage.settle();
    assertThat(CurvesStage.onFx(() -> view.legend().other(0).isVisible())).isFalse();
    for (int i = 0; i < 50 && references.stream().anyMatch(one -> one.get() != null); i++) {
      System.gc();
    }
    assertThat(references).allMatch(one -> one.get() == null);
  }

  @Test
  void earlierRunsAreNotDrawnWithEveryFrame() {
    History history = Runs.history(52, 2, 500); // the axis ends at 150 from here to there
    CurvesStage.run(() -> view.setExpectedSteps(1000));
    CurvesStage.run(
        () -> view.setGhosts(List.of(Runs.ghost(2, "run", Runs.history(101, 10, 400)))));
    CurvesStage.run(() -> view.begin(history));
    CurvesStage.settle();
    int before = CurvesStage.onFx(() -> view.panels().get(0).back().drawings());
    for (int i = 0; i < 10; i++) {
      CurvesStage.run(
          () -> {
            Runs.extend(history, 2, 2, 500);
            view.refresh();
          });
      CurvesStage.settle();
    }
    assertThat(CurvesStage.onFx(() -> view.panels().get(0).back().drawings())).isEqualTo(before);
    CurvesStage.run(() -> view.restyle(Palette.DARK));
    CurvesStage.settle();
    assertThat(CurvesStage.onFx(() -> view.panels().get(0).back().drawings()))
        .isGreaterThan(before);
  }

  @Test
  void earlierRunsStandBehindEachAnswerThatTheLiveRunHas() {
    CurvesStage.run(() -> view.begin(Runs.answering(3)));
    CurvesStage.run(() -> view.setGhosts(List.of(Runs.ghost(2, "eight", Runs.answering(8)))));
    CurvesStage.run(() -> view.setMarks(List.of(Mark.knob(10, "decay"))));
    CurvesStage.settle();
    Panel answers = CurvesStage.onFx(() -> view.panels().get(2));
    assertThat(filled(answers, "answer"))
        .containsExactlyInAnyOrder(
            "answer 1",
            "answer 2",
            "answer 3",
            "answer 1, earlier run 1",
            "answer 2, earlier run 1",
            "answer 3, earlier run 1");
    CurvesStage.run(() -> view.begin(Runs.answering(8)));
    assertThat(filled(answers, "earlier run")).hasSize(8);
    CurvesStage.run(() -> view.begin(Runs.history(10, 1, 5)));
    CurvesStage.settle();
    assertThat(CurvesStage.shown(view)).hasSize(3);
  }

  private static List<String> filled(Panel panel, String words) {
    return CurvesStage.onFx(
        () ->
            panel.chart().getAllDatasets().stream()
                .filter(data -> data.getDataCount() > 0 && data.getName().contains(words))
                .map(data -> data.getName())
                .toList());
  }
}
