package grokscope.ui.bar;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.preset.PresetStore;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.opening.PresetActions;
import grokscope.ui.session.Given;
import grokscope.ui.setting.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The list of presets, used with the keyboard and with the mouse. */
@ExtendWith(ApplicationExtension.class)
class PresetMenuTest {
  @TempDir static Path folder;

  private final AtomicInteger keysOfTheWindow = new AtomicInteger();
  private Draft draft;
  private PresetMenu menu;
  private PresetButton button;

  @Start
  void start(Stage stage) throws Exception {
    PresetStore store = new PresetStore(Given.catalog(), folder);
    if (store.find("my-own").isEmpty()) {
      store.saveAs("My own", "", List.of("seed"), Given.config("task.modulus", 23L));
    }
    draft = new Draft(Given.catalog(), store.find("first-look").orElseThrow());
    Dialogs dialogs = new Dialogs(() -> stage, "", folder);
    menu = new PresetMenu(new PresetActions(store, draft, dialogs), draft);
    button = new PresetButton(menu);
    Scene scene = new Scene(new StackPane(button), 700, 700);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> keysOfTheWindow.incrementAndGet());
    stage.setScene(scene);
    stage.show();
  }

  private void open(FxRobot robot) {
    robot.interact(button::show);
    assertThat(menu.isShowing()).isTrue();
    keysOfTheWindow.set(0);
  }

  private static ListView<?> list(FxRobot robot) {
    return robot.lookup("#preset-list").queryListView();
  }

  @Test
  void whatIsTypedIsSearchedForAndEnterOpensIt(FxRobot robot) {
    open(robot);
    robot.write("semi");
    robot.type(KeyCode.ENTER);
    assertThat(draft.preset().id()).isEqualTo("semi-grokking");
    assertThat(menu.isShowing()).isFalse();
    assertThat(keysOfTheWindow).as("keys such as S and R are the field's").hasValue(0);
  }

  @Test
  void theArrowsGoFromPresetToPresetPastTheTitlesOfGroups(FxRobot robot) {
    open(robot);
    robot.type(KeyCode.UP); // nothing is above the first
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP);
    robot.type(KeyCode.ENTER);
    assertThat(draft.preset().id()).isEqualTo("ungrokking");
  }

  @Test
  void aFewForNewcomersComeFirstWithAReasonForEach(FxRobot robot) {
    open(robot);
    List<String> rows = list(robot).getItems().stream().limit(8).map(String::valueOf).toList();
    assertThat(rows.get(0)).contains("Start here");
    assertThat(rows.subList(1, 7)).allMatch(row -> row.startsWith("Choice"));
    assertThat(rows.get(7)).startsWith("Head");
    Node row = robot.lookup("#preset-first-enough-data").query();
    assertThat(row.getAccessibleText()).contains("there is no delay");
    robot.clickOn(row);
    assertThat(draft.preset().id()).isEqualTo("enough-data");
  }

  @Test
  void escapeLeavesEverythingAsItIs(FxRobot robot) {
    open(robot);
    robot.write("ungrok");
    robot.type(KeyCode.ESCAPE);
    assertThat(menu.isShowing()).isFalse();
    assertThat(draft.preset().id()).isEqualTo("first-look");
    open(robot);
    assertThat(list(robot).getItems()).as("the search begins anew").hasSizeGreaterThan(50);
  }

  @Test
  void aClickOpensAPresetOfTheUsersAndWhatWasLeftCanBeBroughtBack(FxRobot robot) {
    robot.interact(() -> draft.set("task.modulus", 31L));
    open(robot);
    robot.write("my own");
    WaitForAsyncUtils.waitForFxEvents();
    Node row = robot.lookup("#preset-item-my-own").query();
    assertThat(row.getAccessibleText()).isEqualTo("My own, my-own");
    robot.clickOn(row);
    assertThat(draft.preset().id()).isEqualTo("my-own");
    open(robot);
    robot.clickOn("#preset-bring-back");
    assertThat(draft.config().section("task").values()).containsEntry("modulus", 31L);
  }

  @Test
  void saysWhenNothingIsFoundAndWhatThereIsToSeeInTheChosenOne(FxRobot robot) {
    open(robot);
    Label story = robot.lookup("#preset-story").queryAs(Label.class);
    assertThat(story.getText()).isEqualTo(draft.preset().story());
    robot.write("zork");
    robot.type(KeyCode.ENTER);
    assertThat(menu.isShowing()).isTrue();
    assertThat(list(robot).getItems()).isEmpty();
    assertThat(robot.lookup("#preset-none").query().isVisible()).isTrue();
    assertThat(story.getText()).isEmpty();
  }
}
