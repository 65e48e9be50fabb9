package grokscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.Wiring;
import grokscope.run.RunFolder;
import grokscope.run.StoredRun;
import grokscope.telemetry.RunEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The way through the steps of a run, with the real engine and real folders behind the window. */
@ExtendWith(ApplicationExtension.class)
class TimeTravelTest {
  @TempDir Path home;
  private LabOnStage lab;

  @Start
  void start(Stage stage) throws Exception {
    lab =
        LabOnStage.open(stage, home, "task.modulus", 7L, "data.trainFraction", 0.6, "steps", 200L);
  }

  @AfterEach
  void close(FxRobot robot) {
    lab.close(robot);
  }

  private void ended() throws TimeoutException {
    lab.until(
        () ->
            lab.node("stop", Button.class).isDisabled()
                && lab.text("progress-text").startsWith("step 200 ")
                && lab.text("time-words").equals("current network"));
  }

  private void run(FxRobot robot) throws TimeoutException {
    robot.interact(lab.stage()::requestFocus);
    robot.type(KeyCode.SPACE);
    ended();
  }

  private List<Path> folders() throws Exception {
    try (Stream<Path> inside = Files.list(home.resolve("runs"))) {
      return inside.sorted().toList();
    }
  }

  @Test
  void picturesShowTheCheckpointThatIsChosenAndTwoBesideEachOther(FxRobot robot) throws Exception {
    run(robot);
    lab.press(robot, "tab-embedding");
    lab.until(() -> lab.text("step-embedding").equals("step 200 · end of the run"));
    Slider slider = lab.node("time-slider", Slider.class);
    robot.interact(() -> slider.setValue(0));
    lab.until(() -> lab.text("step-embedding").equals("step 0 · checkpoint"));
    assertThat(lab.text("time-words")).startsWith("step 0 · 1 of ");
    robot.interact(slider::requestFocus);
    robot.type(KeyCode.RIGHT);
    lab.until(() -> lab.text("step-embedding").equals("step 10 · checkpoint"));
    lab.press(robot, "time-compare");
    lab.until(() -> robot.lookup("#step-embedding").queryAll().size() == 2);
    robot.interact(() -> lab.node("time-slider-left", Slider.class).setValue(0));
    lab.until(
        () ->
            robot.lookup("#step-embedding").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .containsAll(List.of("step 0 · checkpoint", "step 10 · checkpoint")));
    lab.press(robot, "time-now");
    lab.until(
        () ->
            robot.lookup("#step-embedding").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals("step 200 · end of the run")));
    lab.press(robot, "time-play");
    lab.until(() -> lab.text("time-words").startsWith("step "));
    lab.press(robot, "tab-curves");
    lab.until(() -> robot.lookup("#step-embedding").match(Node::isVisible).queryAll().isEmpty());
  }

  @Test
  void aBranchGoesOnFromACheckpointWithOtherKnobs(FxRobot robot) throws Exception {
    run(robot);
    robot.interact(() -> lab.node("time-slider", Slider.class).setValue(0.5));
    lab.until(() -> lab.text("time-words").matches("step \\d+ · .*"));
    int step = Integer.parseInt(lab.text("time-words").split(" ", -1)[1]);
    robot.interact(() -> lab.node("knob-optimizer-weightDecay", TextField.class).setText("0.25"));
    robot.interact(() -> lab.stage().getScene().getRoot().requestFocus());
    lab.press(robot, "time-branch");
    lab.until(() -> ((TableView<?>) lab.stage().getScene().lookup("#runs")).getItems().size() == 2);
    ended();
    List<Path> folders = folders();
    assertThat(folders).hasSize(2);
    StoredRun child = lab.wiring().runs().open(folders.get(1));
    assertThat(Files.readString(new RunFolder(folders.get(1)).parent()))
        .contains(String.valueOf(folders.get(0).getFileName()))
        .contains(String.valueOf(step));
    assertThat(child.events())
        .contains(
            new RunEvent.Branched(0, step, String.valueOf(folders.get(0).getFileName())),
            new RunEvent.KnobTurned(0, step, "optimizer.weightDecay", 0.25));
    assertThat(child.history().step(0)).isZero();
    StoredRun parent = lab.wiring().runs().open(folders.get(0));
    assertThat(child.history().size()).isEqualTo(parent.history().size());
  }

  @Test
  void aStoredRunIsOpenedAndGoesOnWithMoreSteps(FxRobot robot) throws Exception {
    run(robot);
    lab.press(robot, "tab-embedding");
    TableView<?> table = lab.node("runs", TableView.class);
    robot.interact(
        () -> {
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    robot.type(KeyCode.ENTER);
    lab.until(() -> lab.text("curves-title").startsWith("#1 Small: "));
    lab.until(() -> lab.text("step-embedding").equals("step 200 · end of the run"));
    assertThat(lab.text("progress-text")).startsWith("step 200 / 200");
    assertThat(lab.node("time-resume", Button.class).isDisabled()).isTrue();
    robot.interact(() -> lab.node("knob-steps", TextField.class).setText("260"));
    robot.interact(() -> lab.stage().getScene().getRoot().requestFocus());
    lab.press(robot, "time-resume");
    lab.until(() -> lab.text("progress-text").startsWith("step 260 / 260"));
    lab.until(() -> lab.node("stop", Button.class).isDisabled());
    assertThat(folders()).hasSize(1);
    lab.until(() -> table.getItems().size() == 1);
    WaitForAsyncUtils.waitForFxEvents();
    StoredRun run = lab.wiring().runs().open(folders().get(0));
    assertThat(run.listed().config().steps()).isEqualTo(260);
    assertThat(run.history().steps(0)).doesNotHaveDuplicates().contains(200, 260);
  }

  @Test
  void twoPressesMakeOneBranchAndNoFolderStaysLocked(FxRobot robot) throws Exception {
    run(robot);
    Button branch = lab.node("time-branch", Button.class);
    robot.interact(() -> lab.node("time-slider", Slider.class).setValue(0.5));
    lab.until(() -> lab.text("time-words").matches("step \\d+ · .*"));
    robot.interact(
        () -> {
          branch.fire();
          branch.fire();
        });
    lab.until(() -> ((TableView<?>) lab.stage().getScene().lookup("#runs")).getItems().size() == 2);
    ended();
    assertThat(folders()).hasSize(2);
    for (Path folder : folders()) {
      Wiring wiring = lab.wiring(); // its lock is free, or it would say who has it
      wiring.writer().resume(folder, (began, done) -> began.steps()).recorder().close();
    }
  }
}
