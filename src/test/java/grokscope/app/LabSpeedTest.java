package grokscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.CtrlC;
import grokscope.cli.Engine;
import grokscope.cli.Wiring;
import grokscope.cli.watch.WatchedRun;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.telemetry.RunSummary;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.RunRequest.Until;
import grokscope.train.loop.TrainingSession;
import grokscope.ui.picture.PictureDeck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the window costs the training: the same run in turn with the live lab and without it. */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class LabSpeedTest {
  private static final int ROUNDS = 4; // the first warms up
  private static final double BOUND = 0.85;
  private static final double BOUND_WITH_A_PICTURE = 0.8;

  @TempDir private Path folder;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    Platform.setImplicitExit(false);
  }

  @Test
  void trainingBesideTheWindowIsAlmostAsFastAsWithoutIt(FxRobot robot) throws Exception {
    List<String> pairs = new ArrayList<>();
    double[] ratios = new double[ROUNDS - 1];
    for (int round = 0; round < ROUNDS; round++) {
      double headless = headless();
      double live = live(robot, folder.resolve("round-" + round), PictureDeck.NONE);
      pairs.add(String.format(java.util.Locale.ROOT, "%.0f / %.0f", live, headless));
      if (round > 0) {
        ratios[round - 1] = live / headless;
      }
    }
    Arrays.sort(ratios);
    System.out.println("steps/s, live / headless: " + pairs);
    assertThat(ratios[ratios.length / 2])
        .as("steps/s, live / headless: %s", pairs)
        .isGreaterThanOrEqualTo(BOUND);
  }

  /**
   * Each picture is open during a whole run; the run before and the run after it have no window.
   */
  @Test
  void noPictureTakesMoreThanAFifthOfIt(FxRobot robot) throws Exception {
    live(robot, folder.resolve("warm-up"), PictureDeck.NONE);
    Map<String, Double> ratios = new LinkedHashMap<>();
    double before = headless();
    for (PictureDeck.Tab tab : PictureDeck.tabs()) {
      double live = live(robot, folder.resolve(tab.id()), tab.id());
      double after = headless();
      ratios.put(tab.id(), live / ((before + after) / 2));
      before = after;
    }
    System.out.println("steps/s, live ÷ headless, by the picture that is open: " + ratios);
    assertThat(ratios)
        .allSatisfy(
            (picture, ratio) ->
                assertThat(ratio)
                    .as("%s among %s", picture, ratios)
                    .isGreaterThanOrEqualTo(BOUND_WITH_A_PICTURE));
  }

  private double headless() throws Exception {
    try (Wiring wiring = new Wiring(folder);
        TrainingSession session = wiring.session(Engine.standard());
        CtrlC ctrlC = new CtrlC(() -> {})) {
      RunConfig config = wiring.presets().find("slow-climb").orElseThrow().config();
      RunSummary summary =
          new WatchedRun(session, wiring.metrics(config))
              .run(
                  new RunRequest(config, false, Until.STEPS),
                  List.of(),
                  (status, history, news) -> {},
                  ctrlC);
      return summary.stepsPerSecond();
    }
  }

  private double live(FxRobot robot, Path home, String picture) throws Exception {
    Wiring wiring = new Wiring(home);
    robot.interact(
        () ->
            LabApplication.open(
                stage,
                wiring,
                new LabOptions(home, Optional.of("slow-climb"), true),
                folder -> {}));
    robot.interact(() -> ((ToggleButton) stage.getScene().lookup("#tab-" + picture)).fire());
    WaitForAsyncUtils.waitFor(5, TimeUnit.MINUTES, () -> summary(home).isPresent());
    robot.interact(stage::hide);
    wiring.close();
    Object speed = Json.read(Files.readString(summary(home).orElseThrow())).get("steps_per_second");
    return ((Number) speed).doubleValue();
  }

  private static Optional<Path> summary(Path home) throws java.io.IOException {
    Path runs = home.resolve("runs");
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> made = Files.list(runs)) {
      return made.map(run -> run.resolve("summary.json")).filter(Files::exists).findFirst();
    }
  }
}
