package grokscope.ui.knob;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.Section;
import grokscope.config.knob.CountKnob;
import grokscope.config.knob.Knobs;
import grokscope.story.KnobText;
import grokscope.ui.session.Given;
import grokscope.ui.setting.Draft;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class KnobFieldTest {
  private static final String BATCH = "batch";

  private final CountKnob knob =
      Knobs.count(BATCH).titled("Batch").says("How many.").nextRun().range(1, 1000);
  private final VBox other = new VBox();
  private Draft draft;
  private KnobField field;
  private int finished;

  @Start
  void start(Stage stage) {
    Catalog catalog = new Catalog(List.of(Section.fixed("", "Run", List.of(knob))), List.of());
    draft = new Draft(catalog, Given.preset("counts", catalog.defaults()));
    field = new KnobField(BATCH, new KnobText(knob), draft, () -> finished++);
    field.show(draft.value(BATCH));
    stage.setScene(new Scene(new VBox(field, other), 320, 200));
    stage.show();
  }

  @BeforeEach
  void somebodyTypes(FxRobot robot) {
    robot.interact(field::requestFocus);
    finished = 0;
  }

  private void leave(FxRobot robot) {
    other.setFocusTraversable(true);
    robot.interact(other::requestFocus);
  }

  @Test
  void everyKeyReachesTheDraftAndEnterFinishes(FxRobot robot) {
    assertThat(field.getText()).isEqualTo("full");
    robot.interact(() -> field.setText("064"));
    assertThat(draft.value(BATCH)).isEqualTo(64L);
    assertThat(finished).isZero();
    robot.interact(() -> field.fireEvent(new ActionEvent()));
    assertThat(finished).isEqualTo(1);
    assertThat(field.getText()).as("as it is being typed").isEqualTo("064");
    leave(robot);
    assertThat(finished).isEqualTo(2);
    assertThat(field.getText()).isEqualTo("64");
  }

  @Test
  void aRefusedTextStaysAndIsNeverFinished(FxRobot robot) {
    robot.interact(() -> field.setText("many"));
    robot.interact(() -> field.fireEvent(new ActionEvent()));
    leave(robot);
    assertThat(finished).isZero();
    assertThat(field.getText()).isEqualTo("many");
    assertThat(draft.refuses(BATCH)).isTrue();
    assertThat(draft.value(BATCH)).isEqualTo(CountKnob.EVERYTHING);
  }

  @Test
  void whatIsShownIsNoEdit(FxRobot robot) {
    robot.interact(() -> field.write(512L));
    assertThat(field.getText()).isEqualTo("512");
    assertThat(draft.value(BATCH)).isEqualTo(CountKnob.EVERYTHING);
  }
}
