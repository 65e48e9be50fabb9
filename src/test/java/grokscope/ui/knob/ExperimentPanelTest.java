package grokscope.ui.knob;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.knob.Option;
import grokscope.telemetry.RunEvent;
import grokscope.ui.control.Accessible;
import grokscope.ui.session.FakeRecords;
import grokscope.ui.session.FakeTrainer;
import grokscope.ui.session.Given;
import grokscope.ui.session.RunController;
import grokscope.ui.setting.Draft;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Knobs without effect, and options that cannot be chosen, in the panel of the real catalog. */
@ExtendWith(ApplicationExtension.class)
class ExperimentPanelTest {
  private static final String INPUT = "#knob-model-input";
  private static final String EMBEDDING = "#knob-model-embedding";
  private static final String OPERATION = "#knob-task-operation";

  private final FakeTrainer trainer = new FakeTrainer();
  private final ObjectProperty<Set<String>> opened =
      new SimpleObjectProperty<>(Set.of("Task", "Network", "Network details"));
  private ExperimentPanel panel;
  private Draft draft;
  private RunController controller;

  @Start
  void start(Stage stage) {
    draft = new Draft(Given.catalog(), Given.preset("mlp", Given.config("model.type", "mlp")));
    controller =
        new RunController(Given.catalog(), Given::metrics, draft, trainer, new FakeRecords());
    panel = new ExperimentPanel(Given.catalog(), controller, draft, opened, new Region());
    stage.setScene(new Scene(panel, 340, 900));
    stage.setMaximized(false);
    stage.sizeToScene();
    stage.show();
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<Option> box(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(ComboBox.class);
  }

  private static void choose(FxRobot robot, String id, String option) {
    ComboBox<Option> box = box(robot, id);
    robot.interact(
        () ->
            box.setValue(
                box.getItems().stream()
                    .filter(item -> item.id().equals(option))
                    .findFirst()
                    .orElseThrow()));
  }

  private static String tooltip(Node row) {
    return row.getProperties().get(Accessible.class) instanceof Tooltip shown
        ? shown.getText()
        : "";
  }

  @Test
  void aKnobWithoutEffectIsDisabledInItsPlaceAndSaysWhy(FxRobot robot) {
    TextField embedding = robot.lookup(EMBEDDING).queryAs(TextField.class);
    Node row = embedding.getParent().getParent();
    double place = row.getLayoutY();
    choose(robot, INPUT, "one-hot");
    assertThat(embedding.isDisabled()).isTrue();
    assertThat(tooltip(row))
        .isEqualTo(
            "How many values represent each number or token.\n"
                + "Has no effect: one-hot input has no embedding.");
    assertThat(embedding.getAccessibleHelp()).endsWith("one-hot input has no embedding.");
    assertThat(row.isVisible()).isTrue();
    assertThat(row.getLayoutY()).isEqualTo(place);
    choose(robot, INPUT, "embedded");
    assertThat(embedding.isDisabled()).isFalse();
    assertThat(tooltip(row)).isEmpty();
    assertThat(embedding.getAccessibleHelp())
        .isEqualTo("How many values represent each number or token.");
  }

  @Test
  void aRefusedKnobSaysThatItWaitsUntilAnotherValueIsWanted(FxRobot robot) {
    String path = "data.trainFraction";
    Node note = robot.lookup("#knob-data-trainFraction-note").query();
    robot.interact(
        () -> {
          controller.restart();
          controller.intake().drain();
          draft.set(path, 0.9);
          controller.retune(path);
        });
    assertThat(note.isVisible()).isFalse();
    trainer.happen(new RunEvent.KnobRefused(1, 3, path, "too few pairs are left"));
    robot.interact(controller.intake()::drain);
    assertThat(note.isVisible()).isTrue();
    robot.interact(
        () -> {
          controller.retune(path);
          draft.set(path, 0.8);
          controller.retune(path);
        });
    assertThat(note.isVisible()).isFalse();
    trainer.happen(new RunEvent.KnobTurned(1, 4, path, 0.8));
    robot.interact(controller.intake()::drain);
    assertThat(note.isVisible()).isFalse();
  }

  @Test
  void theKeyboardSkipsAKnobWithoutEffect(FxRobot robot) {
    Node before = robot.lookup("#knob-model-type").query();
    Node embedding = robot.lookup(EMBEDDING).query();
    robot.interact(before::requestFocus);
    robot.type(KeyCode.TAB);
    assertThat(embedding.isFocused()).isTrue();
    choose(robot, INPUT, "one-hot");
    robot.interact(before::requestFocus);
    robot.type(KeyCode.TAB);
    assertThat(robot.lookup("#knob-model-layers").query().isFocused()).isTrue();
  }

  @Test
  void anOptionThatCannotBeChosenIsGrayAndSaysWhy(FxRobot robot) {
    robot.interact(() -> draft.set("task.modulus", 60L));
    ComboBox<Option> box = box(robot, OPERATION);
    robot.interact(box::show);
    OptionCell division = cell(robot, "x/y");
    assertThat(division.getPseudoClassStates()).extracting("pseudoClassName").contains("refused");
    assertThat(division.getTooltip().getText()).startsWith("Modulus is 60");
    assertThat(division.getAccessibleText()).contains("not available: Modulus is 60");
    robot.clickOn(division);
    assertThat(draft.value("task.operation")).isEqualTo("x+y");
    robot.interact(box::show);
    robot.clickOn(cell(robot, "x-y"));
    assertThat(draft.value("task.operation")).isEqualTo("x-y");
    robot.interact(() -> draft.set("task.modulus", 61L));
    robot.interact(box::show);
    assertThat(cell(robot, "x/y").getTooltip()).isNull();
    robot.clickOn(cell(robot, "x/y"));
    assertThat(draft.value("task.operation")).isEqualTo("x/y");
  }

  private static OptionCell cell(FxRobot robot, String id) {
    WaitForAsyncUtils.waitForFxEvents();
    return robot
        .lookup(node -> node instanceof OptionCell cell && cell.isVisible() && holds(cell, id))
        .queryAs(OptionCell.class);
  }

  private static boolean holds(OptionCell cell, String id) {
    return cell.getItem() != null && cell.getItem().id().equals(id);
  }

  @Test
  void theArrowKeysStepOverWhatCannotBeChosen(FxRobot robot) {
    robot.interact(() -> draft.set("task.modulus", 60L));
    ComboBox<Option> box = box(robot, OPERATION);
    List<String> open =
        box.getItems().stream()
            .map(Option::id)
            .filter(id -> draft.refusal("task.operation", id).isEmpty())
            .toList();
    assertThat(open).hasSizeLessThan(box.getItems().size());
    robot.interact(box::requestFocus);
    for (String next : open.subList(1, open.size())) {
      robot.type(KeyCode.DOWN);
      assertThat(draft.value("task.operation")).isEqualTo(next);
      assertThat(box.getValue().id()).isEqualTo(next);
    }
    robot.type(KeyCode.DOWN);
    assertThat(draft.value("task.operation")).isEqualTo(open.get(open.size() - 1));
    for (int i = open.size() - 2; i >= 0; i--) {
      robot.type(KeyCode.UP);
      assertThat(draft.value("task.operation")).isEqualTo(open.get(i));
    }
  }
}
