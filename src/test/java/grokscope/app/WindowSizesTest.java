package grokscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fair_acc.chartfx.XYChart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * How much room the curves have in a window of every usual size, in every situation, and whether
 * anything is cut off or covered there. The sizes are those of the inside of a window that fills
 * the screen, under a title bar of twenty pixels.
 */
@ExtendWith(ApplicationExtension.class)
@org.junit.jupiter.api.Tag("slow")
class WindowSizesTest {
  private static final double TITLE_BAR = 20;
  private static final double FLOOR_LARGE = 120;
  private static final double FLOOR = 70;
  private static final int PASSES = 4;

  @TempDir Path home;
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
    lab = LabOnStage.open(stage, home, "steps", 60L, "task.modulus", 13L);
  }

  @AfterEach
  void close(FxRobot robot) {
    lab.close(robot);
  }

  private void look(FxRobot robot, String situation, List<String> table, List<String> faults) {
    SCREENS.forEach(
        (screen, size) -> {
          robot.interact(
              () -> {
                Parent root = lab.stage().getScene().getRoot();
                layOut(root, size[0], size[1] - TITLE_BAR);
                table.add(situation + " at " + screen + ": " + heights());
                SceneWalk.faults(root)
                    .forEach(fault -> faults.add(situation + " at " + screen + ": " + fault));
              });
        });
  }

  /** Without the screen, which is of one size for all tests. */
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
    List<String> table = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    look(robot, "first start", table, faults);
    lab.press(robot, "run");
    lab.untilRunsEnded(1);
    look(robot, "run", table, faults);
    robot.interact(() -> lab.node("tab-answers", ToggleButton.class).fire());
    look(robot, "picture", table, faults);
    table.forEach(System.out::println);
    System.out.println(String.join("\n", faults));
    assertThat(faults).isEmpty();
  }
}
