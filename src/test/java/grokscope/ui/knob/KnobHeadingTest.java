package grokscope.ui.knob;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.ui.color.Theme;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A heading can be read whether its knobs are shown or not. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class KnobHeadingTest {
  private final StackPane root = new StackPane();
  private KnobHeading heading;

  @Start
  void start(Stage stage) {
    heading = new KnobHeading("Network", new VBox(), () -> {});
    root.getChildren().add(heading);
    Scene scene = new Scene(root, 200, 100);
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(getClass().getResource("/assets/css/grokscope.css"))
                .toExternalForm());
    stage.setScene(scene);
    stage.show();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void itsWordsStandOutOpenAndFolded(Theme theme, FxRobot robot) {
    ToggleButton head = robot.lookup("#heading-network").queryAs(ToggleButton.class);
    for (boolean open : new boolean[] {false, true}) {
      robot.interact(
          () -> {
            theme.dress(root);
            heading.open(open);
            root.applyCss();
          });
      double brightness = ((Color) head.getTextFill()).getBrightness();
      assertThat(Math.abs(brightness - theme.palette().background().getBrightness()))
          .as("open: %s", open)
          .isGreaterThan(0.6);
    }
  }
}
