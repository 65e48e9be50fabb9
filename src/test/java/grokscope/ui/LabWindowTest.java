package grokscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.InvalidConfig;
import grokscope.config.preset.PresetStore;
import grokscope.run.format.SafetensorsFile;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.Tensor;
import grokscope.train.loop.Command;
import grokscope.train.loop.Question;
import grokscope.ui.color.Theme;
import grokscope.ui.picture.PictureDeck;
import grokscope.ui.session.FakeRecords;
import grokscope.ui.session.FakeTrainer;
import grokscope.ui.session.Given;
import grokscope.ui.session.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LabWindowTest {
  private static final String DECAY = "#knob-optimizer-weightDecay";
  private static final String MODULUS = "#knob-task-modulus";

  @TempDir static Path folder;

  private final FakeTrainer trainer = new FakeTrainer();
  private final FakeRecords records = new FakeRecords();
  private LabWindow window;
  private Stage stage;

  @Start
  void start(Stage shown) throws InvalidConfig, IOException {
    stage = shown;
    Files.deleteIfExists(folder.resolve("window.json")); // what another test has left
    PresetStore presets = new PresetStore(Given.catalog(), folder);
    if (presets.find("small").isEmpty()) {
      presets.saveAs("Small", "", List.of("seed"), Given.config("task.modulus", 23L));
    }
    Lab lab =
        new Lab(
            Given.catalog(),
            Given::metrics,
            presets,
            trainer,
            records,
            Given.stored(folder),
            folder,
            folder.resolve("logs"));
    window = new LabWindow(lab, Given.preset(), stage);
    window.show(false);
    stage.getScene().getRoot().applyCss();
    ToggleButton task = (ToggleButton) stage.getScene().lookup("#heading-task");
    task.fire();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(stage::hide);
  }

  private static <N extends Node> N node(FxRobot robot, String id, Class<N> type) {
    return WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup(id).queryAs(type));
  }

  private static void until(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(5000, condition::getAsBoolean));
  }

  private static void type(FxRobot robot, String id, String text) {
    robot.interact(
        () -> {
          TextField field = robot.lookup(id).queryAs(TextField.class);
          field.requestFocus();
          field.setText(text);
        });
  }

  private static String message(FxRobot robot) {
    return node(robot, "#message-text", Button.class).getText();
  }

  /** The second click of a double one, however long the first is ago. */
  private static void clickAgain(Node node) {
    for (EventType<MouseEvent> type :
        List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
      PickResult picked = new PickResult(node, 1, 1);
      boolean down = type == MouseEvent.MOUSE_PRESSED;
      node.fireEvent(
          new MouseEvent(
              type,
              1,
              1,
              1,
              1,
              MouseButton.PRIMARY,
              2,
              false,
              false,
              false,
              false,
              down,
              false,
              false,
              false,
              false,
              true,
              picked));
    }
  }

  @Test
  void theRunButtonRunsAndPauses(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    Button run = node(robot, "#run", Button.class);
    until(() -> run.getText().equals("Pause"));
    assertThat(trainer.started).hasSize(1);
    robot.interact(() -> clickAgain(run));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(run.getText()).as("the second click of a double one").isEqualTo("Pause");
    assertThat(trainer.commands).isEmpty();
    robot.interact(run::fire);
    until(() -> run.getText().equals("Continue"));
    Label badge = node(robot, "#badge", Label.class);
    until(() -> badge.getText().equals("paused"));
    robot.clickOn("#stop");
    until(() -> badge.getText().equals("stopped") && run.getText().equals("Run"));
  }

  @Test
  void spaceRunsAndPausesButNotWhileTyping(FxRobot robot) throws TimeoutException {
    robot.interact(stage::requestFocus);
    robot.type(KeyCode.SPACE);
    until(() -> trainer.started.size() == 1);
    robot.type(KeyCode.PERIOD);
    until(() -> trainer.commands.contains(new Command.Step(1)));
    robot.clickOn(MODULUS).type(KeyCode.R, KeyCode.SPACE, KeyCode.PERIOD);
    TextField field = node(robot, MODULUS, TextField.class);
    until(() -> field.getText().contains("r ."));
    assertThat(trainer.started).hasSize(1);
    assertThat(trainer.commands).hasSize(1);
  }

  @Test
  void aWrongNumberSaysWhyAndCannotBeRun(FxRobot robot) throws TimeoutException {
    type(robot, MODULUS, "5000");
    Label problem = node(robot, MODULUS + "-problem", Label.class);
    Button run = node(robot, "#run", Button.class);
    until(() -> problem.isVisible() && run.isDisabled());
    assertThat(problem.getText()).isEqualTo("Must be a whole number from 5 to 199.");
    assertThat(run.getAccessibleText()).contains("Modulus must be a whole number");
    type(robot, MODULUS, "61");
    until(() -> !problem.isVisible() && !run.isDisabled());
  }

  @Test
  void choosingAPresetChangesTheKnobs(FxRobot robot) throws TimeoutException {
    MenuButton presets = node(robot, "#preset", MenuButton.class);
    robot.clickOn("#preset");
    until(() -> robot.lookup("#preset-search").tryQuery().isPresent());
    robot.write("small").type(KeyCode.ENTER);
    TextField field = node(robot, MODULUS, TextField.class);
    until(() -> field.getText().equals("23") && presets.getText().equals("Small"));
    assertThat(trainer.started).as("S is no key of the window in the list").isEmpty();
  }

  @Test
  void aDeletedPresetIsBackAfterUndo(FxRobot robot) throws TimeoutException {
    robot.clickOn("#preset");
    until(() -> robot.lookup("#preset-search").tryQuery().isPresent());
    robot.write("small").type(KeyCode.ENTER);
    MenuButton presets = node(robot, "#preset", MenuButton.class);
    until(() -> presets.getText().equals("Small"));
    robot.clickOn("#preset-menu").clickOn("#preset-delete");
    until(() -> !presets.getText().equals("Small"));
    assertThat(folder.resolve("trash/presets")).isDirectoryContaining("glob:**small*.json");
    robot.clickOn("#message-undo");
    until(() -> presets.getText().equals("Small"));
    assertThat(folder.resolve("presets")).isDirectoryContaining("glob:**small.json");
    assertThat(robot.lookup("#message-undo").query().isVisible()).isFalse();
  }

  @Test
  void aChangedKnobIsMarkedAndCanBeReset(FxRobot robot) throws TimeoutException {
    type(robot, MODULUS, "31");
    Button reset = node(robot, MODULUS + "-reset", Button.class);
    until(reset::isVisible);
    robot.clickOn(reset);
    TextField field = node(robot, MODULUS, TextField.class);
    until(() -> field.getText().equals("59") && !reset.isVisible());
  }

  @Test
  void aLiveKnobReachesTheRunAndAnotherSaysThatItWaits(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    until(() -> trainer.started.size() == 1);
    robot.interact(() -> robot.lookup(DECAY + "-slider").queryAs(Slider.class).setValue(0));
    until(() -> trainer.commands.contains(new Command.Retune("optimizer.weightDecay", 0.0)));
    Label note = node(robot, MODULUS + "-note", Label.class);
    assertThat(note.isVisible()).isFalse();
    type(robot, MODULUS, "31");
    until(note::isVisible);
  }

  @Test
  void theThemeChangesAndIsRemembered(FxRobot robot) throws TimeoutException {
    Theme before = WindowSettings.read(folder).settings().theme();
    List<String> classes = stage.getScene().getRoot().getStyleClass();
    assertThat(classes).contains(before.word());
    robot.clickOn("#theme");
    until(() -> classes.contains(before.other().word()) && !classes.contains(before.word()));
    robot.interact(stage::hide);
    assertThat(WindowSettings.read(folder).settings().theme()).isEqualTo(before.other());
  }

  @Test
  void aBadFileIsRefusedInASentenceAndChangesNothing(FxRobot robot)
      throws IOException, TimeoutException {
    Path file = Files.writeString(folder.resolve("bad.json"), "{\"steps\": -1}");
    Platform.runLater(() -> window.open(file)); // the dialog waits for its answer
    until(() -> robot.lookup("#refusal-text").tryQuery().isPresent());
    Label words = node(robot, "#refusal-text", Label.class);
    assertThat(words.getText()).contains("bad.json").endsWith(".");
    robot.clickOn("OK");
    until(() -> robot.lookup("#refusal-text").tryQuery().isEmpty());
    assertThat(node(robot, "#preset", MenuButton.class).getText()).isEqualTo("Title of plain");
    assertThat(node(robot, MODULUS, TextField.class).getText()).isEqualTo("59");
  }

  @Test
  void weightsThatAreNoNetworkAreRefusedAndEndNoRun(FxRobot robot)
      throws IOException, TimeoutException {
    Path file = folder.resolve("a.safetensors");
    SafetensorsFile.write(file, List.of(new Tensor("x", new int[] {1}, new float[1])));
    robot.clickOn("#run");
    until(() -> trainer.started.size() == 1);
    Platform.runLater(() -> window.open(file));
    Button words = node(robot, "#message-text", Button.class);
    until(() -> words.getText().startsWith("a.safetensors was not opened: no network is known"));
    assertThat(trainer.commands).isEmpty();
    assertThat(node(robot, "#run", Button.class).getText()).isEqualTo("Pause");
  }

  @Test
  void aFailureIsShownUntilDismissedAndTheLabStaysUsable(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    until(() -> trainer.started.size() == 1);
    trainer.end(RunState.FAILED, 7, "the engine broke");
    Button dismiss = node(robot, "#message-dismiss", Button.class);
    until(dismiss::isVisible);
    assertThat(message(robot)).contains("the engine broke");
    robot.clickOn(dismiss);
    until(() -> !dismiss.isVisible());
    assertThat(message(robot)).startsWith("Watch.");
    robot.clickOn("#run");
    until(() -> trainer.started.size() == 2);
  }

  @Test
  void nothingThatAppearsMovesTheCurves(FxRobot robot) throws TimeoutException {
    Node tabs = node(robot, "#tab-curves", Node.class);
    Node card = node(robot, ".curves-pane", Node.class);
    Node decay = node(robot, DECAY, Node.class);
    Bounds before = card.localToScene(card.getLayoutBounds());
    double top = tabs.localToScene(0, 0).getY();
    double knob = decay.localToScene(0, 0).getY();
    type(robot, "#knob-data-trainFraction", "too much");
    Label wrong = node(robot, "#knob-data-trainFraction-problem", Label.class);
    until(wrong::isVisible);
    assertThat(decay.localToScene(0, 0).getY()).as("below a wrong value").isEqualTo(knob);
    type(robot, "#knob-data-trainFraction", "30");
    robot.clickOn("#run");
    until(() -> trainer.started.size() == 1);
    trainer.end(RunState.FAILED, 7, "the engine broke. ".repeat(30));
    until(() -> message(robot).contains("the engine broke"));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(card.localToScene(card.getLayoutBounds())).isEqualTo(before);
    assertThat(tabs.localToScene(0, 0).getY()).isEqualTo(top);
  }

  @Test
  void partsFoldAndUnfoldWithAKeyAndWithAClick(FxRobot robot) throws TimeoutException {
    Node card = node(robot, ".curves-pane", Node.class);
    double height = card.getLayoutBounds().getHeight();
    double width = card.getLayoutBounds().getWidth();
    robot.interact(stage.getScene().getRoot()::requestFocus);
    robot.type(KeyCode.F8, KeyCode.F9, KeyCode.F7, KeyCode.F6);
    until(() -> card.getLayoutBounds().getHeight() > height + 80);
    until(() -> card.getLayoutBounds().getWidth() > width + 200);
    robot.interact(
        () -> {
          for (String part : List.of("list", "time", "settings")) {
            ((Button) robot.lookup("#unfold-" + part).query()).fire();
          }
          ((Button) robot.lookup("#fold-note").query()).fire();
        });
    until(() -> card.getLayoutBounds().getHeight() == height);
    until(() -> card.getLayoutBounds().getWidth() == width);
  }

  @Test
  void aSecondRunHasTheFirstBehindIt(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    until(() -> trainer.started.size() == 1);
    trainer.sample(1, 0, 0.1);
    trainer.sample(1, 1, 0.2);
    trainer.memorize(0, 1);
    trainer.happen(new RunEvent.KnobTurned(1, 1, "optimizer.weightDecay", 0.5));
    Label badge = node(robot, "#badge", Label.class);
    until(() -> badge.getText().equals("memorised"));
    type(robot, MODULUS, "31");
    robot.clickOn("#restart");
    until(() -> trainer.started.size() == 2);
    trainer.sample(2, 0, 0.1);
    TableView<?> runs = node(robot, "#runs", TableView.class);
    until(() -> runs.getItems().size() == 2);
    assertThat(node(robot, "#curves-title", Label.class).getText()).startsWith("#2 ");
    until(
        () ->
            robot.lookup(".curve-run").queryAllAs(Label.class).stream()
                .anyMatch(
                    label ->
                        label.getText().contains("mod 59")
                            && label.getText().contains("decay 1 → 0.5")));
  }

  private static boolean ghost(FxRobot robot, String words) {
    return robot.lookup(".curve-run").queryAllAs(Label.class).stream()
        .anyMatch(label -> label.getText().contains(words));
  }

  private static List<String> decays(FxRobot robot) {
    return robot.lookup(".table-row-cell").queryAll().stream()
        .flatMap(row -> row.lookupAll(".table-cell").stream())
        .map(cell -> ((Labeled) cell).getText())
        .filter(text -> text != null && text.matches("\\S+ → \\S+"))
        .toList();
  }

  @Test
  void aKnobIsShownAsTheRunHasItAndNotAsItWasAskedFor(FxRobot robot) throws TimeoutException {
    robot.clickOn("#restart");
    until(() -> trainer.started.size() == 1);
    trainer.sample(1, 0, 0.1);
    trainer.sample(1, 1, 0.2);
    type(robot, MODULUS, "31");
    robot.clickOn("#restart");
    until(() -> trainer.started.size() == 2);
    trainer.sample(2, 0, 0.1);
    robot.interact(() -> robot.lookup("#run").queryAs(Button.class).fire()); // it sends no status
    until(() -> ghost(robot, "mod 59"));
    robot.interact(() -> robot.lookup(DECAY + "-slider").queryAs(Slider.class).setValue(0));
    Command.Retune wish = new Command.Retune("optimizer.weightDecay", 0.0);
    until(() -> trainer.commands.contains(wish));
    assertThat(decays(robot)).isEmpty();
    trainer.happen(new RunEvent.KnobRefused(2, 0, wish.path(), "it is locked"));
    Label note = node(robot, DECAY + "-note", Label.class);
    until(note::isVisible);
    assertThat(message(robot)).endsWith("it is locked.");
    assertThat(decays(robot)).isEmpty();
    assertThat(ghost(robot, "decay")).isFalse();
    trainer.happen(new RunEvent.KnobTurned(2, 0, wish.path(), 0.0));
    until(() -> !note.isVisible() && ghost(robot, "decay 1") && decays(robot).size() == 1);
  }

  @Test
  void twentyRestartsLeaveNothingBehind(FxRobot robot) throws TimeoutException {
    robot.clickOn("#restart");
    trainer.sample(1, 0, 0.1);
    robot.clickOn("#restart");
    until(() -> trainer.started.size() == 2);
    int nodes = count(stage.getScene().getRoot());
    int threads = Thread.activeCount();
    for (int run = 3; run <= 22; run++) {
      trainer.sample(run - 1, 0, 0.1);
      robot.interact(() -> robot.lookup("#restart").queryAs(Button.class).fire());
    }
    assertThat(trainer.started).hasSize(22);
    // Rows of the list and pale curves come with the runs; charts and threads do not.
    assertThat(count(stage.getScene().getRoot())).isLessThan(nodes + 400);
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 1);
  }

  @Test
  void everythingIsInsideTheSmallestWindow(FxRobot robot) throws TimeoutException {
    robot.interact(
        () -> {
          stage.setMaximized(false);
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    until(() -> stage.getScene().getWidth() <= 1280);
    for (String id :
        List.of(
            "#preset",
            "#run",
            "#stop",
            "#badge",
            "#progress-text",
            "#speed",
            "#theme",
            "#log-steps",
            "#charts-menu",
            "#back-to-live",
            "#runs")) {
      Bounds bounds =
          WaitForAsyncUtils.waitForAsyncFx(
              5000,
              () -> {
                Node node = robot.lookup(id).query();
                return node.localToScene(node.getLayoutBounds());
              });
      assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(1280);
      assertThat(bounds.getMaxY()).as(id).isLessThanOrEqualTo(800);
    }
  }

  @Test
  void everyTabShowsItsPictureBesideTheCurvesAndTheLastIsRemembered(FxRobot robot)
      throws IOException, TimeoutException {
    for (PictureDeck.Tab tab : PictureDeck.tabs()) {
      robot.clickOn("#tab-" + tab.id());
      ToggleButton button = node(robot, "#tab-" + tab.id(), ToggleButton.class);
      assertThat(button.isSelected()).isTrue();
      assertThat(button.getAccessibleText()).contains(tab.sentence());
      boolean picture = !tab.id().equals(PictureDeck.NONE);
      until(() -> !picture || robot.lookup("#picture-" + tab.id()).query().getParent().isVisible());
      assertThat(node(robot, "#curves", Node.class).getLayoutBounds().getWidth())
          .isGreaterThan(260);
    }
    robot.interact(stage::requestFocus);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    until(() -> robot.lookup("#tab-embedding").queryAs(ToggleButton.class).isSelected());
    robot.interact(stage::hide);
    assertThat(WindowSettings.read(folder).settings().picture()).isEqualTo("embedding");
    Files.deleteIfExists(folder.resolve("window.json"));
  }

  @Test
  void aPictureAsksForTheRunOnlyWhileItIsSeen(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    until(() -> trainer.started.size() == 1);
    assertThat(trainer.commands).isEmpty();
    robot.clickOn("#tab-answers");
    until(() -> trainer.commands.size() == 1);
    Command.Ask<?> asked = (Command.Ask<?>) trainer.commands.get(0);
    assertThat(asked.question()).isInstanceOf(Question.Show.class);
    robot.clickOn("#tab-curves");
  }

  @Test
  void closingWhileRunningEndsTheRunAndItsRecord(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    until(() -> trainer.started.size() == 1);
    robot.interact(stage::hide);
    assertThat(trainer.closed()).isTrue();
    assertThat(records.closed()).isTrue();
  }

  private static int count(Node node) {
    return node instanceof javafx.scene.Parent parent
        ? 1 + parent.getChildrenUnmodifiable().stream().mapToInt(LabWindowTest::count).sum()
        : 1;
  }
}
