package grokscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.ui.session.Given;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The tour and the help in the real window. */
@ExtendWith(ApplicationExtension.class)
class TourOfTheWindowTest {
  @TempDir Path folder;

  private LabWindow window;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    window = new LabWindow(Given.lab(folder), Given.preset(), stage);
    window.show(false);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(stage::hide);
  }

  private void resize(FxRobot robot, double width, double height) {
    robot.interact(
        () -> {
          stage.setMaximized(false);
          stage.setWidth(width);
          stage.setHeight(height);
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void everyCardPointsAtAPartOfTheWindowAndDoesNotCoverIt(FxRobot robot) {
    for (double[] size : new double[][] {{1024, 768}, {1280, 800}, {1500, 1000}}) {
      resize(robot, size[0], size[1]);
      robot.type(KeyCode.F1).clickOn("#help-tour");
      for (int card = 1; card <= 6; card++) {
        WaitForAsyncUtils.waitForFxEvents();
        String title = robot.lookup("#tour-title").queryAs(Label.class).getText();
        Node frame = robot.lookup(".tour-frame").query();
        Region box = robot.lookup(".tour-card").queryAs(Region.class);
        assertThat(frame.isVisible()).as("%s points at something", title).isTrue();
        assertThat(box.getBoundsInParent().intersects(frame.getBoundsInParent()))
            .as("%s covers what it points at", title)
            .isFalse();
        assertThat(box.getHeight())
            .as(title)
            .isGreaterThanOrEqualTo(box.prefHeight(box.getWidth()) - 1);
        robot.type(KeyCode.RIGHT);
      }
    }
  }

  @Test
  void itIsShownAtTheFirstStartOnly(FxRobot robot) {
    robot.interact(window::welcome);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#tour").tryQuery()).isPresent();
    robot.type(KeyCode.ESCAPE);
    robot.interact(window::welcome);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#tour").tryQuery()).isEmpty();
    assertThat(folder.resolve("window.json")).content().contains("\"tourSeen\": true");
  }

  @Test
  void keysOpenAndCloseTheHelp(FxRobot robot) {
    robot.type(KeyCode.F1);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#help-now").tryQuery()).isPresent();
    robot.type(KeyCode.F1);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#help-now").tryQuery()).isEmpty();
  }
}
