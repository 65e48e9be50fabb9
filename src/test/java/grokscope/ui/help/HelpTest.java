package grokscope.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.figure.Panels;
import grokscope.story.Account;
import grokscope.telemetry.RunState;
import grokscope.ui.color.Theme;
import grokscope.ui.session.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The help and the tour over a small window, used with keys and mouse. */
@ExtendWith(ApplicationExtension.class)
class HelpTest {
  private final BooleanProperty seen = new SimpleBooleanProperty();
  private final List<String> done = new ArrayList<>();
  private Button run;
  private BorderPane root;
  private boolean idle = true;
  private Help help;

  @Start
  void start(Stage stage) {
    root = new BorderPane();
    run = new Button("Run");
    run.setId("run");
    run.setOnAction(click -> done.add("run"));
    Label badge = new Label("ready");
    badge.setId("badge");
    StackPane curves = new StackPane();
    curves.getStyleClass().add("curves-pane");
    root.setTop(new VBox(run, badge));
    root.setCenter(curves);
    Theme.LIGHT.dress(root);
    Scene scene = new Scene(root, 900, 600);
    stage.setScene(scene);
    stage.show();
    run.requestFocus();
    help =
        new Help(
            root, Given.catalog(), HelpTest::now, () -> idle, () -> done.add("first look"), seen);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.type(KeyCode.ESCAPE); // the next window is on the same stage
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Situation now() {
    return new Situation(
        "First look",
        "Watch.",
        "#1 First look",
        RunState.RUNNING,
        true,
        Account.NOTHING_YET,
        Panels.all(),
        "",
        "",
        false,
        "",
        List.of());
  }

  private Optional<Node> shown(FxRobot robot, String id) {
    WaitForAsyncUtils.waitForFxEvents();
    return robot.lookup(id).tryQuery();
  }

  private String focused() {
    return String.valueOf(root.getScene().getFocusOwner().getId());
  }

  @Test
  void itOpensOverTheWindowAndGivesTheFocusBack(FxRobot robot) {
    Bounds before = run.localToScene(run.getLayoutBounds());
    robot.interact(help::toggle);
    assertThat(shown(robot, "#help")).isPresent();
    assertThat(run.localToScene(run.getLayoutBounds())).as("nothing moves").isEqualTo(before);
    assertThat(focused()).isEqualTo("help-tab-now");
    robot.type(KeyCode.ESCAPE);
    assertThat(shown(robot, "#help")).isEmpty();
    assertThat(focused()).isEqualTo("run");
    robot.interact(help::toggle);
    robot.type(KeyCode.F1);
    assertThat(shown(robot, "#help")).isEmpty();
    robot.interact(help::toggle);
    robot.clickOn(root, javafx.scene.input.MouseButton.PRIMARY);
    assertThat(shown(robot, "#help")).as("a click inside").isPresent();
    Bounds all = root.localToScreen(root.getLayoutBounds());
    robot.clickOn(all.getMinX() + 4, all.getMinY() + 4);
    assertThat(shown(robot, "#help")).as("a click beside it").isEmpty();
    assertThat(done).as("what is below is not clicked").isEmpty();
  }

  @Test
  void tabStaysInIt(FxRobot robot) {
    robot.interact(() -> help.open(HelpPage.GLOSSARY));
    for (int i = 0; i < 12; i++) {
      robot.type(KeyCode.TAB);
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(focused()).isNotEqualTo("run");
    }
  }

  @Test
  void everyPageHasItsWords(FxRobot robot) {
    for (HelpPage page : HelpPage.values()) {
      robot.interact(() -> help.open(page));
      List<String> words =
          robot.lookup(".label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
      String wanted =
          switch (page) {
            case NOW -> "Chart: Hidden progress";
            case KEYS -> WindowKey.RESTART.words();
            case GLOSSARY -> "Residual stream";
            case ABOUT -> "AtlantaFX";
          };
      assertThat(words).contains(wanted);
    }
  }

  @Test
  void theGlossaryIsSearchedByTyping(FxRobot robot) {
    robot.interact(() -> help.open(HelpPage.GLOSSARY));
    robot.write("weight norm");
    WaitForAsyncUtils.waitForFxEvents();
    List<Labeled> titles = new ArrayList<>(robot.lookup(".help-title").queryAllAs(Labeled.class));
    assertThat(titles.get(0).getText()).isEqualTo("Weight norm, Σw²");
    robot.interact(() -> robot.lookup("#glossary-search").queryAs(TextField.class).setText("qqq"));
    assertThat(robot.lookup("#glossary-none").query().isVisible()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(shown(robot, "#help")).isEmpty();
  }

  @Test
  void theTourIsShownOnceAndGoesThroughSixCards(FxRobot robot) {
    robot.interact(help::welcome);
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      WaitForAsyncUtils.waitForFxEvents();
      titles.add(robot.lookup("#tour-title").queryAs(Label.class).getText());
      assertThat(robot.lookup("#tour-count").queryAs(Label.class).getText())
          .isEqualTo((i + 1) + " of 6");
      Node card = robot.lookup(".tour-card").query();
      Node frame = robot.lookup(".tour-frame").query();
      if (frame.isVisible()) {
        assertThat(card.getBoundsInParent().intersects(frame.getBoundsInParent()))
            .as("%s covers what it points at", titles.get(i))
            .isFalse();
      }
      robot.type(KeyCode.RIGHT);
    }
    assertThat(titles).doesNotHaveDuplicates();
    assertThat(shown(robot, "#tour")).as("after the last one").isEmpty();
    assertThat(seen.get()).isTrue();
    assertThat(done).as("it starts nothing by itself").isEmpty();
    robot.interact(help::welcome);
    assertThat(shown(robot, "#tour")).as("seen").isEmpty();
    robot.interact(help::tour);
    assertThat(shown(robot, "#tour")).as("to be had again").isPresent();
    robot.type(KeyCode.RIGHT, KeyCode.LEFT, KeyCode.LEFT);
    assertThat(robot.lookup("#tour-count").queryAs(Label.class).getText()).isEqualTo("1 of 6");
    robot.type(KeyCode.ESCAPE);
    assertThat(shown(robot, "#tour")).isEmpty();
  }

  @Test
  void oneCardRunsTheFirstExperimentIfNothingRuns(FxRobot robot) {
    robot.interact(help::tour);
    robot.type(KeyCode.RIGHT);
    robot.clickOn("#tour-run");
    assertThat(done).containsExactly("first look");
    assertThat(robot.lookup("#tour-count").queryAs(Label.class).getText()).isEqualTo("3 of 6");
    idle = false;
    robot.type(KeyCode.LEFT);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#tour-run").query().isDisabled()).isTrue();
  }

  @Test
  void whatIsFramedCanBeUsed(FxRobot robot) {
    robot.interact(help::tour);
    robot.type(KeyCode.RIGHT);
    robot.clickOn("#run");
    assertThat(done).containsExactly("run");
    Bounds curves = root.getCenter().localToScreen(root.getCenter().getLayoutBounds());
    robot.clickOn(curves.getMaxX() - 3, curves.getMaxY() - 3);
    assertThat(shown(robot, "#tour")).as("a click beside it does nothing").isPresent();
  }
}
