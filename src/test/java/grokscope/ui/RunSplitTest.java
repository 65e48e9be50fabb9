package grokscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RunSplitTest {
  private final BooleanProperty folded = new SimpleBooleanProperty(false);
  private final ObjectProperty<Optional<Double>> height =
      new SimpleObjectProperty<>(Optional.empty());
  private Region above;
  private Region list;
  private RunSplit split;
  private BorderPane root;

  @Start
  void start(Stage stage) {
    list = new Region();
    above = new Region();
    split = new RunSplit(above, list, folded, height);
    root = new BorderPane(split);
    stage.setScene(new Scene(root, 400, 300));
    stage.show();
  }

  /** One that needs it, and whose parent does not know, lays out nothing inside it any more. */
  @Test
  void noLayoutIsLeftUndone(FxRobot robot) {
    robot.interact(
        () -> {
          for (int height = 500; height < 1100; height += 77) {
            root.resize(700, height);
            for (int pass = 0; pass < 4 && root.isNeedsLayout(); pass++) {
              root.layout();
            }
            assertThat(split.isNeedsLayout()).as("at a height of " + height).isFalse();
            double wanted = height < 69 * 13 ? 8.5 * 13 : 0.17 * height;
            assertThat(list.getHeight()).isBetween(wanted - 8, wanted + 1);
          }
        });
  }

  private double listHeight(FxRobot robot, double window) {
    robot.interact(
        () -> {
          root.resize(700, window);
          for (int pass = 0; pass < 4 && root.isNeedsLayout(); pass++) {
            root.layout();
          }
        });
    return list.getHeight();
  }

  /** However high somebody has dragged it in a larger window. */
  @Test
  void theListNeverTakesTheRoomOfTheCurvesNorLosesItsOwn(FxRobot robot) {
    robot.interact(() -> height.set(Optional.of(5000.0)));
    assertThat(listHeight(robot, 700)).isBetween(300.0, 700.0 - 22 * 13);
    assertThat(above.getHeight()).isGreaterThanOrEqualTo(22 * 13 - 1);
    robot.interact(() -> height.set(Optional.of(1.0)));
    assertThat(listHeight(robot, 701)).isGreaterThanOrEqualTo(6 * 13);
  }

  @Test
  void aFoldedListLeavesAllRoom(FxRobot robot) {
    robot.interact(() -> folded.set(true));
    assertThat(split.getItems()).containsExactly(above);
    robot.interact(() -> folded.set(false));
    assertThat(listHeight(robot, 690)).isBetween(100.0, 112.0);
  }
}
