package grokscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.CtrlC;
import grokscope.cli.Engine;
import grokscope.cli.Wiring;
import grokscope.cli.watch.WatchedRun;
import grokscope.config.RunConfig;
import grokscope.run.Recorder;
import grokscope.run.RunPreset;
import grokscope.telemetry.RunSummary;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.TrainingSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A lab whose folder has a thousand runs beside one whose folder has ten. */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class ManyRunsTest {
  private static final int FEW = 10;
  private static final int MANY = 1000;
  private static final int ROUNDS = 9;
  private static final int WARM_UP = 3;
  private static final double BOUND = 1.2;
  private static final double LONGEST_STRETCH_MILLIS = 50;
  private static final double STALL_MILLIS = 10;

  @TempDir private Path folder;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    Platform.setImplicitExit(false);
  }

  /** A folder with so many copies of one run that was trained. */
  private Path home(int runs) throws Exception {
    Path home = folder.resolve("with-" + runs);
    try (Wiring wiring = new Wiring(home);
        TrainingSession session = wiring.session(Engine.standard());
        CtrlC ctrlC = new CtrlC(() -> {})) {
      RunConfig config = wiring.presets().find("first-look").orElseThrow().config();
      config = wiring.catalog().with(config, "steps", 1000L);
      Recorder recorder = wiring.writer().record(config, RunPreset.UNKNOWN);
      RunSummary summary =
          new WatchedRun(session, wiring.metrics(config))
              .run(RunRequest.of(config), List.of(recorder), (status, history, news) -> {}, ctrlC);
      assertThat(summary.steps()).isEqualTo(1000);
      recorder.close();
      Path one = recorder.folder().path();
      for (int copy = 1; copy < runs; copy++) {
        Path to =
            Files.createDirectory(
                one.resolveSibling(String.format(Locale.ROOT, "2026-01-01-%06d", copy)));
        for (String name : List.of("config.json", "metrics.csv", "events.jsonl", "summary.json")) {
          Files.copy(one.resolve(name), to.resolve(name));
        }
      }
    }
    return home;
  }

  @Test
  void aThousandRunsDelayTheWindowNoMoreThanTenAndAreScrolledSmoothly(FxRobot robot)
      throws Exception {
    Path few = home(FEW);
    Path many = home(MANY);
    double[] fewTimes = new double[ROUNDS - WARM_UP];
    double[] manyTimes = new double[ROUNDS - WARM_UP];
    for (int round = 0; round < ROUNDS; round++) {
      double shortList = opened(robot, few, FEW, false);
      double longList = opened(robot, many, MANY, false);
      if (round >= WARM_UP) {
        fewTimes[round - WARM_UP] = shortList;
        manyTimes[round - WARM_UP] = longList;
      }
    }
    double ratio = median(manyTimes) / median(fewTimes);
    System.out.printf(
        Locale.ROOT,
        "first frame, ms: %.0f with %d runs, %.0f with %d runs, ratio %.2f%n",
        median(fewTimes),
        FEW,
        median(manyTimes),
        MANY,
        ratio);
    assertThat(ratio).isLessThanOrEqualTo(BOUND);
    opened(robot, many, MANY, true);
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Milliseconds until the second frame of the window, which shows the first to the user. */
  private double opened(FxRobot robot, Path home, int runs, boolean scrolling) throws Exception {
    Wiring wiring = new Wiring(home);
    CountDownLatch frames = new CountDownLatch(2);
    AnimationTimer counter =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            frames.countDown();
          }
        };
    long start = System.nanoTime();
    robot.interact(
        () -> {
          LabApplication.open(
              stage, wiring, new LabOptions(home, Optional.empty(), false), path -> {});
          counter.start();
        });
    assertThat(frames.await(60, TimeUnit.SECONDS)).isTrue();
    double millis = (System.nanoTime() - start) / 1e6;
    robot.interact(counter::stop);
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> table().getItems().size() == runs);
    if (scrolling) {
      scroll(robot);
    }
    robot.interact(stage::hide);
    wiring.close();
    return millis;
  }

  private TableView<?> table() {
    return (TableView<?>) stage.getScene().lookup("#runs");
  }

  private void scroll(FxRobot robot) throws Exception {
    through(robot); // classes are loaded, cells made
    for (int round = 1; ; round++) {
      try (MachineMeter machine = new MachineMeter();
          FxBusyMeter meter = new FxBusyMeter()) {
        through(robot);
        FxBusyMeter.Stretch longest = meter.longest();
        boolean disturbed = machine.longestStallMillis() > STALL_MILLIS;
        if (disturbed && longest.millis() > LONGEST_STRETCH_MILLIS && round < 5) {
          continue;
        }
        System.out.printf(Locale.ROOT, "scrolling: longest stretch %.1f ms%n", longest.millis());
        assertThat(longest.millis()).as("%s", longest).isLessThan(LONGEST_STRETCH_MILLIS);
        break;
      }
    }
  }

  private void through(FxRobot robot) {
    for (int row = 0; row < MANY; row += 7) {
      int to = row;
      robot.interact(() -> table().scrollTo(to));
    }
  }
}
