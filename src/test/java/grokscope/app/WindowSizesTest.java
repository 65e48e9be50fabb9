package grokscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fair_acc.chartfx.XYChart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * How much room the curves have in a window of every usual size, in every situation, and whether
 * anything is cut off or covered there. The sizes are those of the inside of a window that fills
 * the screen, under a title bar of twenty pixels.
 */
@ExtendWith(ApplicationExtension.class)
class WindowSizesTest {
  private static final double TITLE_BAR = 20;
  private static final double FLOOR_LARGE = 120;
  private static final double FLOOR = 70;
  private static final double WANTED = 200; // for the large one at 1280×800
  private static final String LARGE = "accuracy-panel";
  private static final double SCREEN_WIDTH = 1600; // of the tests
  private static final double SCREEN_HEIGHT = 1200;
  private static final int PASSES = 4;

  @TempDir Path home;
  private final List<String> table = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private LabOnStage lab;

  /** The screens, in logical pixels; 1280 × 720 is 1920 × 1080 at 150 %. */
  private static final Map<String, double[]> SCREENS = new LinkedHashMap<>();

  static {
    SCREENS.put("1024×768", new double[] {1024, 768});
    SCREENS.put("1280×720", new double[] {1280, 720});
    SCREENS.put("1280×800", new double[] {1280, 800});
    SCREENS.put("1366×768", new double[] {1366, 768});
    SCREENS.put("1920×1080", new double[] {1920, 1080});
    SCREENS.put("3840×2160", new double[] {3840, 2160});
  }

  @Start
  void start(Stage stage) throws Exception {
    // What cannot be read of it is said in the line for messages, which is there in all situations.
    Files.writeString(home.resolve("window.json"), "{\"theme\": \"light\", \"layout\": 7}");
    lab = LabOnStage.open(stage, home, "steps", 60L, "task.modulus", 13L);
  }

  @AfterEach
  void close(FxRobot robot) {
    lab.close(robot);
  }

  private void look(FxRobot robot, String situation) {
    SCREENS.forEach(
        (screen, size) -> {
          Parent root = lab.stage().getScene().getRoot();
          double height = size[1] - TITLE_BAR;
          boolean fits = size[0] <= SCREEN_WIDTH && height <= SCREEN_HEIGHT;
          if (fits) { // a window of that size; else only its inside is laid out in it
            robot.interact(
                () -> {
                  lab.stage().setWidth(size[0]);
                  lab.stage().setHeight(height);
                });
            WaitForAsyncUtils.waitForFxEvents();
          }
          robot.interact(
              () -> {
                layOut(root, size[0], height);
                check(situation + " at " + screen, heights());
                SceneWalk.faults(root)
                    .forEach(fault -> faults.add(situation + " at " + screen + ": " + fault));
              });
        });
  }

  private void check(String where, Map<String, Double> heights) {
    table.add(where + ": " + heights);
    heights.forEach(
        (chart, height) -> {
          boolean large = chart.equals(LARGE);
          if (height < (large ? FLOOR_LARGE : FLOOR)) {
            faults.add(where + ": only " + height + " px for " + chart);
          }
          if (!large && heights.get(LARGE) < 2 * height) {
            faults.add(where + ": " + chart + " is more than half as high as the large chart");
          }
        });
    if (where.endsWith("1280×800") && heights.getOrDefault(LARGE, WANTED) < WANTED) {
      faults.add(where + ": less than " + WANTED + " px for the large chart");
    }
  }

  private static void layOut(Parent root, double width, double height) {
    root.resize(width, height);
    for (int pass = 0; pass < PASSES; pass++) {
      root.applyCss();
      root.layout();
    }
  }

  /** The heights of the plots that are shown, in whole pixels. */
  private Map<String, Double> heights() {
    Map<String, Double> heights = new LinkedHashMap<>();
    SceneWalk.all(lab.stage().getScene().getRoot())
        .filter(node -> node instanceof XYChart && node.isVisible())
        .map(XYChart.class::cast)
        .forEach(chart -> heights.put(chart.getId(), Math.floor(chart.getCanvas().getHeight())));
    return heights;
  }

  @Test
  void theCurvesHaveRoomAndNothingIsCutOffOrCovered(FxRobot robot) throws Exception {
    look(robot, "first start");
    lab.press(robot, "run");
    lab.untilRunsEnded(1);
    look(robot, "run");
    tab(robot, "answers");
    look(robot, "picture");
    lab.press(robot, "time-compare");
    look(robot, "two steps");
    lab.press(robot, "time-compare");
    tab(robot, "results");
    look(robot, "results");
    tab(robot, "curves");
    for (String part : List.of("settings", "note", "list", "time")) {
      lab.press(robot, "fold-" + part);
      look(robot, "without " + part);
    }
    assertThat(faults).as("%s", table).isEmpty();
  }

  /** Also in a window that was small before, where the list is folded. */
  @Test
  void theListIsAsWideAsTheWindow(FxRobot robot) {
    for (double[] size : new double[][] {{1280, 800}, {1024, 700}, {1500, 1100}}) {
      robot.interact(
          () -> {
            lab.stage().setWidth(size[0]);
            lab.stage().setHeight(size[1]);
          });
      WaitForAsyncUtils.waitForFxEvents();
    }
    robot.interact(
        () -> {
          TableView<?> runs = lab.node("runs", TableView.class);
          double columns =
              runs.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum();
          assertThat(columns).isBetween(runs.getWidth() - 30, runs.getWidth() + 1);
        });
  }

  private void tab(FxRobot robot, String id) {
    robot.interact(() -> lab.node("tab-" + id, ToggleButton.class).fire());
  }
}
