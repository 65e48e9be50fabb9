package grokscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

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
  private Region list;
  private RunSplit split;
  private BorderPane root;

  @Start
  void start(Stage stage) {
    list = new Region();
    split = new RunSplit(new Region(), list);
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
            double wanted = height < 900 ? 110 : 0.17 * height;
            assertThat(list.getHeight()).isBetween(wanted - 8, wanted + 1);
          }
        });
  }
}
