package grokscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Heading;
import grokscope.config.Preset;
import grokscope.config.RunConfig;
import grokscope.run.RunFolder;
import grokscope.run.StoredRun;
import grokscope.telemetry.RunEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
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
  private Stage stage;
  private Wiring wiring;

  @Start
  void start(Stage shown) throws Exception {
    stage = shown;
    wiring = new Wiring(home);
    RunConfig config = wiring.catalog().defaults();
    config = wiring.catalog().with(config, "task.modulus", 7L);
    config = wiring.catalog().with(config, "data.trainFraction", 0.6);
    config = wiring.catalog().with(config, "steps", 200L);
    Preset small = new Preset("small", false, Heading.bare("Small"), config);
    String id = wiring.presets().saveAs("Small", "", List.of(), small.config()).id();
    LabApplication.open(stage, wiring, new LabOptions(home, Optional.of(id), false), folder -> {});
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(stage::hide);
    wiring.close();
  }

  private static void until(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(5000, condition::getAsBoolean));
  }

  private <N extends Node> N node(String id, Class<N> type) {
    return type.cast(stage.getScene().lookup("#" + id));
  }

  private String text(String id) {
    return node(id, Label.class).getText();
  }

  private void press(FxRobot robot, String id) throws TimeoutException {
    until(() -> !node(id, ButtonBase.class).isDisabled());
    robot.interact(() -> node(id, ButtonBase.class).fire());
  }

  private void ended() throws TimeoutException {
    until(
        () ->
            node("stop", Button.class).isDisabled()
                && text("progress-text").startsWith("step 200 ")
                && text("time-words").equals("as it is now"));
  }

  private void run(FxRobot robot) throws TimeoutException {
    robot.interact(stage::requestFocus);
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
    press(robot, "tab-embedding");
    until(() -> text("step-embedding").equals("step 200 · end of the run"));
    Slider slider = node("time-slider", Slider.class);
    robot.interact(() -> slider.setValue(0));
    until(() -> text("step-embedding").equals("step 0 · checkpoint"));
    assertThat(text("time-words")).startsWith("step 0 · 1 of ");
    robot.interact(slider::requestFocus);
    robot.type(KeyCode.RIGHT);
    until(() -> text("step-embedding").equals("step 1 · checkpoint"));
    press(robot, "time-compare");
    until(() -> robot.lookup("#step-embedding").queryAll().size() == 2);
    robot.interact(() -> node("time-slider-left", Slider.class).setValue(0));
    until(
        () ->
            robot.lookup("#step-embedding").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .containsAll(List.of("step 0 · checkpoint", "step 1 · checkpoint")));
    press(robot, "time-now");
    until(
        () ->
            robot.lookup("#step-embedding").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals("step 200 · end of the run")));
    press(robot, "time-play");
    until(() -> text("time-words").startsWith("step "));
    press(robot, "tab-curves");
    until(() -> robot.lookup("#step-embedding").match(Node::isVisible).queryAll().isEmpty());
  }

  @Test
  void aBranchGoesOnFromACheckpointWithOtherKnobs(FxRobot robot) throws Exception {
    run(robot);
    robot.interact(() -> node("time-slider", Slider.class).setValue(0.5));
    until(() -> text("time-words").matches("step \\d+ · .*"));
    int step = Integer.parseInt(text("time-words").split(" ", -1)[1]);
    robot.interact(() -> node("knob-optimizer-weightDecay", TextField.class).setText("0.25"));
    robot.interact(() -> stage.getScene().getRoot().requestFocus());
    press(robot, "time-branch");
    until(() -> ((TableView<?>) stage.getScene().lookup("#runs")).getItems().size() == 2);
    ended();
    List<Path> folders = folders();
    assertThat(folders).hasSize(2);
    StoredRun child = wiring.runs().open(folders.get(1));
    assertThat(Files.readString(new RunFolder(folders.get(1)).parent()))
        .contains(String.valueOf(folders.get(0).getFileName()))
        .contains(String.valueOf(step));
    assertThat(child.events())
        .contains(
            new RunEvent.Branched(0, step, String.valueOf(folders.get(0).getFileName())),
            new RunEvent.KnobTurned(0, step, "optimizer.weightDecay", 0.25));
    assertThat(child.history().step(0)).isZero();
    StoredRun parent = wiring.runs().open(folders.get(0));
    assertThat(child.history().size()).isEqualTo(parent.history().size());
  }

  @Test
  void aStoredRunIsOpenedAndGoesOnWithMoreSteps(FxRobot robot) throws Exception {
    run(robot);
    press(robot, "tab-embedding");
    TableView<?> table = node("runs", TableView.class);
    robot.interact(
        () -> {
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    robot.type(KeyCode.ENTER);
    until(() -> text("curves-title").startsWith("Small · "));
    until(() -> text("step-embedding").equals("step 200 · checkpoint"));
    assertThat(text("progress-text")).startsWith("step 200 / 200");
    assertThat(node("time-resume", Button.class).isDisabled()).isTrue();
    robot.interact(() -> node("knob-steps", TextField.class).setText("260"));
    robot.interact(() -> stage.getScene().getRoot().requestFocus());
    press(robot, "time-resume");
    until(() -> text("progress-text").startsWith("step 260 / 260"));
    until(() -> node("stop", Button.class).isDisabled());
    assertThat(folders()).hasSize(1);
    until(() -> table.getItems().size() == 1);
    WaitForAsyncUtils.waitForFxEvents();
    StoredRun run = wiring.runs().open(folders().get(0));
    assertThat(run.listed().config().steps()).isEqualTo(260);
    assertThat(run.history().steps(0)).doesNotHaveDuplicates().contains(200, 260);
  }
}
