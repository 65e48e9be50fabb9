package grokscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.Wiring;
import grokscope.run.RunLibrary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Somebody who clicks and types anywhere for an hour: no exception, no dialog that cannot be left,
 * no run that is lost. {@code -Dgrokscope.random.minutes=5 -Dgrokscope.random.seed=7} choose
 * another time and another somebody.
 */
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class RandomUseTest {
  private static final int MINUTES = Integer.getInteger("grokscope.random.minutes", 60);
  private static final long SEED = Long.getLong("grokscope.random.seed", 1);
  private static final int ESCAPES = 8;
  private static final int REMEMBERED = 40;

  /** What a hand reaches; letters are typed into whatever has the focus. */
  private static final List<KeyCode> KEYS =
      List.of(
          KeyCode.SPACE,
          KeyCode.ENTER,
          KeyCode.TAB,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.PAGE_DOWN,
          KeyCode.DELETE,
          KeyCode.BACK_SPACE,
          KeyCode.ESCAPE,
          KeyCode.PERIOD,
          KeyCode.F1,
          KeyCode.F2,
          KeyCode.F6,
          KeyCode.F7,
          KeyCode.F8,
          KeyCode.F9,
          KeyCode.F11,
          KeyCode.DIGIT3,
          KeyCode.R,
          KeyCode.S);

  @TempDir Path home;
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
  private final List<String> done = new ArrayList<>();
  private final Random random = new Random(SEED);
  private final Handler ear = new Ear();
  private LabOnStage lab;
  private int actions;

  /** Hears what the program warns of. */
  private final class Ear extends Handler {
    @Override
    public void publish(LogRecord said) {
      boolean ours = String.valueOf(said.getLoggerName()).startsWith("grokscope");
      if (ours && said.getLevel().intValue() >= Level.SEVERE.intValue()) {
        failures.add(said.getMessage() + trace(said.getThrown()));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static String trace(Throwable thrown) {
    StringWriter words = new StringWriter();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(words, true));
    }
    return words.toString();
  }

  @Start
  void start(Stage stage) throws Exception {
    Logger.getLogger("grokscope").addHandler(ear);
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> heard(thrown));
    lab = LabOnStage.open(stage, home, "steps", 400L, "task.modulus", 17L);
  }

  /** The screen of the tests has no chooser of files: it throws where the system would ask. */
  private void heard(Throwable thrown) {
    String words = trace(thrown);
    if (!words.contains("CommonDialogs")) {
      failures.add(words);
    }
  }

  @AfterEach
  void close(FxRobot robot) {
    Logger.getLogger("grokscope").removeHandler(ear);
    lab.close(robot);
  }

  @Test
  void anHourOfRandomUseBreaksNothing(FxRobot robot) throws Exception {
    long until = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
    while (System.nanoTime() < until && failures.isEmpty()) {
      act(robot);
      if (++actions % 25 == 0) {
        leaveDialogs(robot);
      }
    }
    System.out.println(actions + " clicks and keys in " + MINUTES + " minutes, seed " + SEED);
    assertThat(failures).as("after %s", done).isEmpty();
    leaveDialogs(robot);
    robot.interact(() -> lab.stage().hide());
    nothingIsLost();
  }

  private void act(FxRobot robot) {
    int kind = random.nextInt(100);
    if (kind < 60) {
      click(robot, kind < 52 ? MouseButton.PRIMARY : MouseButton.SECONDARY, kind < 6);
    } else if (kind < 70) {
      drag(robot);
    } else if (kind < 76) {
      remember("scroll");
      robot.moveTo(somewhere()).scroll(1 + random.nextInt(3), direction());
    } else {
      KeyCode key = KEYS.get(random.nextInt(KEYS.size()));
      boolean control = random.nextInt(8) == 0;
      remember((control ? "Ctrl+" : "") + key);
      if (control) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
      } else {
        robot.type(key);
      }
    }
    WaitForAsyncUtils.waitForFxEvents(1);
  }

  private javafx.geometry.VerticalDirection direction() {
    return random.nextBoolean()
        ? javafx.geometry.VerticalDirection.UP
        : javafx.geometry.VerticalDirection.DOWN;
  }

  private void click(FxRobot robot, MouseButton button, boolean twice) {
    Point2D at = somewhere();
    remember((twice ? "double " : "") + button + " " + at.getX() + " " + at.getY());
    if (twice) {
      robot.moveTo(at).doubleClickOn(button);
    } else {
      robot.moveTo(at).clickOn(button);
    }
  }

  private void drag(FxRobot robot) {
    Point2D from = somewhere();
    Point2D to = somewhere();
    remember("drag " + from + " " + to);
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
  }

  /** A point of the window that is in front. */
  private Point2D somewhere() {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          List<Window> windows = Window.getWindows();
          Window front = windows.get(windows.size() - 1);
          Scene scene = front.getScene();
          double left = front.getX() + scene.getX();
          double top = front.getY() + scene.getY();
          return new Point2D(
              left + random.nextDouble() * scene.getWidth(),
              top + random.nextDouble() * scene.getHeight());
        });
  }

  private void remember(String action) {
    done.add(action);
    if (done.size() > REMEMBERED) {
      done.remove(0);
    }
  }

  /** Whatever stands before the window can be left with Escape. */
  private void leaveDialogs(FxRobot robot) {
    for (int escape = 0; escape < ESCAPES && inFront() > 1; escape++) {
      robot.type(KeyCode.ESCAPE);
      WaitForAsyncUtils.waitForFxEvents();
    }
    if (inFront() > 1) {
      failures.add("a window cannot be left with Escape, after " + done);
    }
  }

  private int inFront() {
    AtomicInteger count = new AtomicInteger();
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> count.set(Window.getWindows().size()));
    return count.get();
  }

  /** Every folder of a run can be listed, in the runs or in their trash. */
  private void nothingIsLost() throws Exception {
    Platform.setImplicitExit(false);
    try (Wiring wiring = new Wiring(home);
        Stream<Path> made = Files.list(home.resolve("runs"))) {
      RunLibrary.Listing listing = wiring.runs().list();
      assertThat(listing.broken()).isEmpty();
      long folders = made.filter(at -> Files.exists(at.resolve("config.json"))).count();
      assertThat(listing.runs()).hasSize((int) folders);
    }
  }
}
