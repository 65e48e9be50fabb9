package grokscope.app;

import grokscope.cli.Wiring;
import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.ui.LabWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The window of the lab with the real engine behind it, as a test finds its way about in it. */
record LabOnStage(Stage stage, Wiring wiring, LabWindow window) {
  /**
   * Opens a lab with a preset of the user's own, called Small.
   *
   * @param assignments paths and values that differ from the initial ones
   */
  static LabOnStage open(Stage stage, Path home, Object... assignments) throws Exception {
    Wiring wiring = new Wiring(home);
    RunConfig config = wiring.catalog().defaults();
    for (int i = 0; i < assignments.length; i += 2) {
      config = wiring.catalog().with(config, (String) assignments[i], assignments[i + 1]);
    }
    Preset small = new Preset("small", false, PresetNotes.bare("Small"), config);
    String id = wiring.presets().saveAs("Small", "", List.of(), small.config()).id();
    return open(stage, wiring, id);
  }

  private static LabOnStage open(Stage stage, Wiring wiring, String preset) {
    LabOptions options = new LabOptions(wiring.home(), Optional.of(preset), false);
    LabWindow window = LabApplication.open(stage, wiring, options, folder -> {});
    stage.setWidth(1280);
    stage.setHeight(800);
    return new LabOnStage(stage, wiring, window);
  }

  /** The same lab on another stage, which has run nothing yet. FX thread only. */
  LabOnStage again(Stage other) {
    return open(other, wiring, "small");
  }

  void close(FxRobot robot) {
    robot.interact(stage::hide);
    wiring.close();
  }

  void until(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(5000, condition::getAsBoolean));
  }

  /** Waits until so many runs have been recorded to their ends. */
  void untilRunsEnded(long wanted) throws TimeoutException {
    Path runs = wiring.home().resolve("runs");
    until(
        () -> {
          try (Stream<Path> made = Files.list(runs)) {
            return made.filter(run -> Files.exists(run.resolve("summary.json"))).count() >= wanted;
          } catch (IOException notYet) {
            return false;
          }
        });
  }

  <N extends Node> N node(String id, Class<N> type) {
    return type.cast(stage.getScene().lookup("#" + id));
  }

  String text(String id) {
    return node(id, Label.class).getText();
  }

  /** Presses a button when it can be pressed. */
  void press(FxRobot robot, String id) throws TimeoutException {
    until(() -> !node(id, ButtonBase.class).isDisabled());
    robot.interact(() -> node(id, ButtonBase.class).fire());
  }
}
