package grokscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.ui.help.WindowKey;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ShortcutsTest {
  private static final long MILLISECOND = 1_000_000;

  private final List<String> done = new ArrayList<>();
  private TextField field;
  private VBox root;
  private long now;

  @Start
  void start(Stage stage) {
    field = new TextField();
    root = new VBox(field);
    root.setFocusTraversable(false);
    Scene scene = new Scene(root, 200, 100);
    Shortcuts keys = new Shortcuts(scene, () -> now);
    for (WindowKey key : WindowKey.values()) {
      if (key == WindowKey.TAB) {
        keys.onEach(key, tab -> done.add("tab " + tab));
      } else if (key.ofWindow()) {
        keys.on(key, () -> done.add(key.toString()));
      }
    }
    stage.setScene(scene);
    stage.show();
    root.requestFocus();
  }

  private void press(FxRobot robot, Node focus, KeyCode code, String text, boolean control) {
    robot.interact(
        () -> {
          focus.requestFocus();
          Event.fireEvent(
              focus,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", text, code, false, control, false, false));
        });
  }

  private void press(FxRobot robot, KeyCode code) {
    press(robot, root, code, "", false);
  }

  @Test
  void lettersDoNothingAndNeitherDoesASpaceThatFollowsThem(FxRobot robot) {
    press(robot, KeyCode.S);
    press(robot, KeyCode.R);
    now += 300 * MILLISECOND;
    press(robot, KeyCode.SPACE);
    now += 300 * MILLISECOND;
    press(robot, KeyCode.PERIOD);
    assertThat(done).isEmpty();
    now += 501 * MILLISECOND;
    press(robot, KeyCode.SPACE);
    press(robot, KeyCode.PERIOD);
    assertThat(done).containsExactly("RUN", "STEP");
  }

  @Test
  void whatWasTypedIntoAFieldDoesNotHoldUpSpace(FxRobot robot) {
    press(robot, field, KeyCode.A, "a", false);
    press(robot, KeyCode.SPACE);
    assertThat(done).containsExactly("RUN");
  }

  @Test
  void aFieldKeepsWhatCanBeTypedAndLeavesTheRest(FxRobot robot) {
    for (KeyCode typed : List.of(KeyCode.SPACE, KeyCode.PERIOD, KeyCode.LEFT, KeyCode.RIGHT)) {
      press(robot, field, typed, "", false);
    }
    press(robot, field, KeyCode.SLASH, "?", false);
    assertThat(done).isEmpty();
    for (KeyCode key : List.of(KeyCode.F1, KeyCode.F6, KeyCode.F7, KeyCode.F8, KeyCode.F9)) {
      press(robot, field, key, "", false);
    }
    press(robot, field, KeyCode.F11, "", false);
    press(robot, field, KeyCode.DIGIT0, "", true);
    press(robot, field, KeyCode.DIGIT2, "", true);
    assertThat(done)
        .containsExactly(
            "HELP", "SETTINGS", "NOTE", "LIST", "TIME_BAR", "FULL_SCREEN", "USUAL_SIZE", "tab 1");
  }

  @Test
  void escapeLeavesAField(FxRobot robot) {
    press(robot, field, KeyCode.ESCAPE, "", false);
    assertThat(field.isFocused()).isFalse();
    assertThat(root.isFocused()).isTrue();
  }

  @Test
  void arrowsMoveThroughTheStepsUnlessAControlHasThem(FxRobot robot) {
    press(robot, KeyCode.LEFT);
    press(robot, KeyCode.RIGHT);
    press(robot, root, KeyCode.R, "r", true);
    assertThat(done).containsExactly("EARLIER", "LATER", "RESTART");
  }
}
