package grokscope.ui.bar;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.preset.Expectation;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.ui.session.Given;
import grokscope.ui.session.Trouble;
import grokscope.ui.setting.Draft;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MessageLineTest {
  private static final String LONG = "What is to be watched here is told at length. ".repeat(20);

  private final Trouble trouble = new Trouble();
  private final BooleanProperty folded = new SimpleBooleanProperty(false);
  private Region queue;
  private Region below;
  private Draft draft;
  private MessageLine line;

  @Start
  void start(Stage stage) {
    queue = new Region();
    below = new Region();
    draft = new Draft(Given.catalog(), preset("Watch."));
    line =
        new MessageLine(
            draft, new SimpleBooleanProperty(false), trouble, queue, folded, new Button());
    VBox root = new VBox(line, below);
    root.setStyle("-fx-font-size: 13px");
    Scene scene = new Scene(root, 600, 300);
    scene.getStylesheets().add("/assets/css/grokscope.css");
    stage.setScene(scene);
    stage.show();
  }

  private static Preset preset(String story) {
    PresetNotes notes =
        new PresetNotes("Title", "Group", story, "", List.of(), Expectation.OPEN, 0);
    return new Preset("id", true, notes, Given.config());
  }

  private double place(FxRobot robot, Runnable change) {
    robot.interact(change);
    robot.interact(() -> {}); // after the layout
    return below.getLayoutY();
  }

  private String words() {
    return ((Button) line.lookup("#message-text")).getText();
  }

  @Test
  void whatIsBelowStaysWhateverIsSaid(FxRobot robot) {
    double y = place(robot, () -> {});
    assertThat(y).isBetween(20.0, 30.0);
    assertThat(place(robot, () -> draft.open(preset(LONG)))).isEqualTo(y);
    assertThat(place(robot, () -> trouble.say(LONG))).isEqualTo(y);
    assertThat(place(robot, () -> queue.setMinSize(200, 20))).isEqualTo(y);
    assertThat(place(robot, trouble::dismiss)).isEqualTo(y);
    assertThat(place(robot, () -> draft.open(preset("")))).isEqualTo(y);
    assertThat(place(robot, () -> folded.set(true))).isLessThan(y);
  }

  @Test
  void anErrorStandsBeforeTheNoteAlsoWhereThatIsFolded(FxRobot robot) {
    assertThat(words()).startsWith("Watch.");
    robot.interact(() -> folded.set(true));
    assertThat(words()).isEqualTo("Note");
    robot.interact(() -> trouble.say("The disk is full."));
    assertThat(words()).isEqualTo("The disk is full.");
    robot.interact(() -> folded.set(false));
    assertThat(words()).isEqualTo("The disk is full.");
    robot.interact(() -> ((Button) line.lookup("#message-dismiss")).fire());
    assertThat(words()).startsWith("Watch.");
  }

  @Test
  void aClickShowsALongErrorInFullOverWhatIsBelow(FxRobot robot) {
    double y = place(robot, () -> trouble.say(LONG));
    robot.interact(() -> ((Button) line.lookup("#message-text")).fire());
    Label whole =
        Window.getWindows().stream()
            .map(window -> window.getScene().lookup("#message-whole"))
            .flatMap(found -> Optional.ofNullable(found).stream())
            .map(Label.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(whole.getText()).isEqualTo(LONG);
    assertThat(whole.getHeight()).as("several lines").isGreaterThan(45);
    assertThat(whole.getHeight()).isGreaterThanOrEqualTo(whole.prefHeight(whole.getWidth()) - 1);
    assertThat(below.getLayoutY()).isEqualTo(y);
    robot.interact(() -> ((Button) line.lookup("#message-text")).fire());
    assertThat(whole.getScene().getWindow().isShowing()).isFalse();
  }
}
