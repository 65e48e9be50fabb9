package grokscope.ui.knob;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.Section;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.TextKnob;
import grokscope.ui.session.FakeRecords;
import grokscope.ui.session.FakeTrainer;
import grokscope.ui.session.Given;
import grokscope.ui.session.RunController;
import grokscope.ui.setting.Draft;
import java.io.File;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TextRowTest {
  private static final String FIELD = "#knob-folder";

  private Draft draft;
  private TextRow row;

  @Start
  void start(Stage stage) {
    TextKnob folder =
        Knobs.text("folder")
            .titled("Folder")
            .says("Where the files are.")
            .nextRun()
            .initially("/first")
            .asFolder();
    TextKnob note = Knobs.text("note").titled("Note").says("Anything.").nextRun();
    Catalog catalog =
        new Catalog(List.of(Section.fixed("", "Run", List.of(folder, note))), List.of());
    draft = new Draft(catalog, Given.preset("folders", catalog.defaults()));
    RunController controller =
        new RunController(catalog, Given::metrics, draft, new FakeTrainer(), new FakeRecords());
    row = (TextRow) new KnobRows(catalog, controller, draft).row("folder");
    KnobRow other = new KnobRows(catalog, controller, draft).row("note");
    draft.configProperty().addListener(change -> row.show(false));
    draft.problemsProperty().addListener(change -> row.show(false));
    row.show(false);
    stage.setScene(new Scene(new javafx.scene.layout.VBox(row, other), 320, 200));
    stage.show();
  }

  @Test
  void typingChangesTheConfigAndTheRowSaysWhatItIs(FxRobot robot) {
    TextField field = robot.lookup(FIELD).queryAs(TextField.class);
    assertThat(field.getText()).isEqualTo("/first");
    assertThat(field.getAccessibleText()).isEqualTo("Folder");
    robot.doubleClickOn(FIELD).interact(() -> field.setText("/2024"));
    assertThat(draft.value("folder")).isEqualTo("/2024");
    robot.interact(field::clear);
    assertThat(draft.value("folder")).isEqualTo("");
  }

  @Test
  void aTextThatIsTooLongIsRefusedAtItsRow(FxRobot robot) {
    TextField field = robot.lookup(FIELD).queryAs(TextField.class);
    robot.interact(() -> field.setText("a".repeat(4097)));
    assertThat(robot.lookup(FIELD + "-problem").queryAs(Label.class).getText())
        .isEqualTo("Must be the path of a folder, one line of at most 4096 characters.");
    assertThat(draft.value("folder")).isEqualTo("/first");
  }

  @Test
  void aChosenFolderIsTakenOver(FxRobot robot) {
    robot.interact(() -> row.take(new File("/data/digits")));
    assertThat(draft.value("folder")).isEqualTo("/data/digits");
    assertThat(robot.lookup(FIELD).queryAs(TextField.class).getText()).isEqualTo("/data/digits");
  }

  @Test
  void onlyATextThatNamesAFolderHasAButtonToLookForOne(FxRobot robot) {
    assertThat(robot.lookup(FIELD + "-browse").tryQuery()).isPresent();
    assertThat(robot.lookup("#knob-note-browse").tryQuery()).isEmpty();
  }
}
