package grokscope.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.preset.PresetStore;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.run.RunNumber;
import grokscope.ui.LabWindow;
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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The list of runs in the window, over folders on the disk. */
@ExtendWith(ApplicationExtension.class)
class RunListPaneTest {
  @TempDir private Path home;

  private final FakeTrainer trainer = new FakeTrainer();
  private Stage stage;
  private TableView<RunRow> table;

  @Start
  void start(Stage shown) throws InvalidConfig, IOException {
    stage = shown;
    stored("2026-01-01-000000", 1, 400);
    stored("2026-01-02-000000", 2, 300);
    stored("2026-01-03-000000", 3, 200);
    Files.createDirectories(home.resolve("runs/2026-01-04-000000"));
    Lab lab =
        new Lab(
            Given.catalog(),
            Given::metrics,
            new PresetStore(Given.catalog(), home),
            trainer,
            new FakeRecords(),
            Given.stored(home),
            home,
            home.resolve("logs"));
    new LabWindow(lab, Given.preset(), stage).show(false);
  }

  private void stored(String name, long seed, int norm) throws IOException {
    Path folder = Files.createDirectories(home.resolve("runs").resolve(name));
    Files.writeString(
        folder.resolve("config.json"),
        Json.page(new ConfigFormat(Given.catalog()).write(Given.config("seed", seed))));
    Files.writeString(
        folder.resolve("metrics.csv"),
        "step,train_accuracy,test_accuracy,weight_norm\n0,0,0,900\n10,1,0.5," + norm + "\n");
    Files.writeString(
        folder.resolve("summary.json"),
        "{\"state\":\"finished\",\"steps\":10,\"memorized_at\":[4,5],\"grokked_at\":null,"
            + "\"final\":{\"test_accuracy\":0.5,\"weight_norm\":"
            + norm
            + "}}");
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(stage::hide);
  }

  private static void until(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(5000, condition::getAsBoolean));
  }

  private static <N extends Node> N node(FxRobot robot, String id, Class<N> type) {
    return WaitForAsyncUtils.waitForAsyncFx(5000, () -> robot.lookup(id).queryAs(type));
  }

  @SuppressWarnings("unchecked") // the only table of the window
  private void listed(FxRobot robot, int runs) throws TimeoutException {
    table = node(robot, "#runs", TableView.class);
    until(() -> table.getItems().size() == runs);
  }

  private List<String> folders() {
    return WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> table.getItems().stream().map(row -> row.facts().folderName().substring(8)).toList());
  }

  private RunRow row(int index) {
    return WaitForAsyncUtils.waitForAsyncFx(5000, () -> table.getItems().get(index));
  }

  private void choose(FxRobot robot, int... indices) {
    robot.interact(
        () -> {
          table.requestFocus();
          table.getSelectionModel().clearSelection();
          table.getSelectionModel().selectIndices(indices[0], indices);
        });
  }

  private static String notice(FxRobot robot) {
    return node(robot, "#run-notice-text", Label.class).getText();
  }

  @Test
  void storedRunsAreListedNewestFirstBelowThoseOfTheWindow(FxRobot robot) throws TimeoutException {
    listed(robot, 4);
    assertThat(folders()).containsExactly("03-000000", "02-000000", "01-000000", "04-000000");
    assertThat(row(0).facts().accuracy()).isEqualTo(0.5);
    assertThat(row(0).facts().state()).isEqualTo("memorised only");
    assertThat(row(3).facts().problem()).contains("there is no run in this folder");
    robot.clickOn("#run");
    until(() -> table.getItems().size() == 5);
    assertThat(row(0).facts().number()).isEqualTo(1);
  }

  @Test
  void everyColumnSortsByWhatItMeans(FxRobot robot) throws TimeoutException {
    listed(robot, 4);
    TableColumn<RunRow, ?> norm =
        table.getColumns().stream()
            .filter(column -> "runs-norm".equals(column.getId()))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> table.getSortOrder().setAll(List.of(norm)));
    assertThat(folders()).containsExactly("03-000000", "02-000000", "01-000000", "04-000000");
    robot.interact(() -> norm.setSortType(TableColumn.SortType.DESCENDING));
    assertThat(folders().subList(1, 4)).containsExactly("01-000000", "02-000000", "03-000000");
  }

  @Test
  void theFilterListsOnlyWhatFits(FxRobot robot) throws TimeoutException {
    listed(robot, 4);
    robot.interact(
        () -> robot.lookup("#runs-filter").queryAs(TextField.class).setText("cannot read"));
    listed(robot, 1);
    assertThat(folders()).containsExactly("04-000000");
    assertThat(node(robot, "#runs-count", Label.class).getText()).startsWith("1 of 4 runs");
  }

  @Test
  void aRunIsNamedAndNotedInAFileOfItsFolder(FxRobot robot) throws TimeoutException, IOException {
    listed(robot, 4);
    choose(robot, 1);
    robot.press(KeyCode.F2).release(KeyCode.F2);
    until(() -> robot.lookup("#remarks-name").tryQuery().isPresent());
    robot.interact(
        () -> {
          robot.lookup("#remarks-name").queryAs(TextField.class).setText("a/b.. \uD83E\uDDE0");
          robot.lookup("#remarks-note").queryAs(TextArea.class).setText("mind the spike");
        });
    robot.clickOn("OK");
    until(() -> table.getItems().get(1).facts().title().equals("a/b.. \uD83E\uDDE0"));
    String file = Files.readString(home.resolve("runs/2026-01-02-000000/remarks.json"));
    assertThat(file).contains("a/b.. \uD83E\uDDE0").contains("mind the spike");
  }

  @Test
  void deletedRunsComeBackWithUndo(FxRobot robot) throws TimeoutException {
    listed(robot, 4);
    choose(robot, 0, 3);
    robot.type(KeyCode.DELETE);
    listed(robot, 2);
    assertThat(home.resolve("trash/2026-01-03-000000/config.json")).exists();
    assertThat(home.resolve("runs/2026-01-03-000000")).doesNotExist();
    assertThat(notice(robot)).startsWith("2 runs are now in the folder " + home.resolve("trash"));
    robot.interact(() -> robot.lookup("#run-notice-action").queryAs(Button.class).fire());
    listed(robot, 4);
    assertThat(home.resolve("runs/2026-01-03-000000/config.json")).exists();
    assertThat(folders()).containsExactly("03-000000", "02-000000", "01-000000", "04-000000");
  }

  @Test
  void oneDeletedRunIsToldByItsNumber(FxRobot robot) throws TimeoutException {
    listed(robot, 4);
    choose(robot, 0);
    String name = table.getItems().get(0).facts().identity().label();
    robot.type(KeyCode.DELETE);
    listed(robot, 3);
    assertThat(name).startsWith("#");
    assertThat(notice(robot)).startsWith("“" + name + "” is now in the folder ");
  }

  private void choose(FxRobot robot, String item) {
    robot.interact(
        () ->
            table.getContextMenu().getItems().stream()
                .filter(candidate -> item.equals(candidate.getId()))
                .forEach(MenuItem::fire));
  }

  @Test
  void anUndoThatIsRefusedIsOfferedAgain(FxRobot robot) throws TimeoutException, IOException {
    listed(robot, 4);
    choose(robot, 0, 1);
    robot.type(KeyCode.DELETE);
    listed(robot, 2);
    Path inTheWay = Files.createDirectory(home.resolve("runs/2026-01-03-000000"));
    Button undo = node(robot, "#run-notice-action", Button.class);
    robot.interact(undo::fire);
    listed(robot, 3);
    assertThat(folders()).contains("02-000000").doesNotContain("03-000000");
    assertThat(notice(robot)).contains("stays in the trash");
    Files.delete(inTheWay);
    assertThat(undo.isVisible()).isTrue();
    robot.interact(undo::fire);
    listed(robot, 4);
    assertThat(inTheWay.resolve("config.json")).exists();
  }

  @Test
  void whatTheDiskRefusesIsNotShown(FxRobot robot) throws TimeoutException, IOException {
    listed(robot, 4);
    choose(robot, 0);
    Path away = home.resolve("away");
    Files.move(home.resolve("runs/2026-01-03-000000"), away);
    choose(robot, "run-star-item");
    until(() -> notice(robot).contains("the remarks cannot be written"));
    assertThat(row(0).facts().remarks().star()).isFalse();
    robot.type(KeyCode.DELETE);
    until(() -> notice(robot).contains("no longer exists"));
    listed(robot, 4);
    Node dismiss = node(robot, "#message-dismiss", Node.class);
    choose(robot, "run-bring-back");
    until(dismiss::isVisible);
    robot.interact(dismiss::requestFocus);
    robot.interact(() -> ((Button) dismiss).fire());
    choose(robot, "run-resume");
    until(dismiss::isVisible);
    assertThat(trainer.started).isEmpty();
    assertThat(node(robot, "#curves-title", Label.class).getText()).isEqualTo("No run yet");
    assertThat(home.resolve("runs/2026-01-03-000000")).doesNotExist();
  }

  private void eye(FxRobot robot, int row) throws TimeoutException {
    until(() -> robot.lookup("#run-shown").queryAll().size() >= 3); // cells come with a layout
    robot.interact(
        () ->
            robot.lookup("#run-shown").queryAllAs(Button.class).stream()
                .filter(eye -> table.getItems().indexOf(rowOf(eye)) == row)
                .forEach(Button::fire));
  }

  private static RunRow rowOf(Node eye) {
    Node node = eye;
    while (!(node instanceof TableRow<?> row)) {
      node = node.getParent();
    }
    return (RunRow) row.getItem();
  }

  @Test
  void checkedRunsAreDrawnAndNamedByNumberNameAndWhatDiffers(FxRobot robot)
      throws TimeoutException {
    listed(robot, 4);
    eye(robot, 0);
    eye(robot, 1);
    until(
        () -> shown(robot, "#3 x + y mod 59 · seed 3") && shown(robot, "#2 x + y mod 59 · seed 2"));
    assertThat(row(0).color()).isEqualTo(2);
    assertThat(row(1).color()).isEqualTo(1);
    robot.clickOn("#overlay-merged");
    until(
        () ->
            shown(robot, "#2, #3 x + y mod 59 · median of 2 seeds")
                && !shown(robot, "#3 x + y mod 59 · seed 3"));
    robot.clickOn("#overlay-each");
    choose(robot, 1);
    choose(robot, "run-show");
    until(() -> row(0).eye() == Eye.CLOSED && row(1).eye() == Eye.OPEN);
    assertThat(row(1).color()).isEqualTo(1);
    assertThat(node(robot, "#overlay-each", ToggleButton.class).isSelected()).isTrue();
    robot.clickOn("#overlay-none");
    until(() -> row(1).eye() == Eye.CLOSED && !shown(robot, "#2 x + y mod 59"));
  }

  @Test
  void allThatTheFilterListsAreCheckedAtOnceAndDrawnInColorsOfTheirOwn(FxRobot robot)
      throws TimeoutException, IOException {
    listed(robot, 4);
    choose(robot, 0);
    robot.interact(() -> row(0).recolor(1)); // that of the second
    robot.clickOn("#overlay-all");
    until(() -> row(2).eye() == Eye.OPEN && row(3).eye() == Eye.CLOSED);
    assertThat(List.of(row(0).color(), row(1).color(), row(2).color())).doesNotHaveDuplicates();
    assertThat(row(0).color()).isEqualTo(1); // it was the first to be drawn
    until(() -> colored("2026-01-02-000000"));
    robot.interact(() -> robot.lookup("#runs-filter").queryAs(TextField.class).setText("seed 2"));
    listed(robot, 1);
    robot.clickOn("#overlay-none");
    robot.clickOn("#overlay-all");
    robot.interact(() -> robot.lookup("#runs-filter").queryAs(TextField.class).setText(""));
    listed(robot, 4);
    until(() -> row(1).eye() == Eye.OPEN && row(0).eye() == Eye.CLOSED);
  }

  private boolean colored(String folder) {
    return RunNumber.read(new RunFolder(home.resolve("runs").resolve(folder))).color().isPresent();
  }

  @Test
  void theLiveRunIsARowWhoseEyeHidesIt(FxRobot robot) throws TimeoutException {
    listed(robot, 4);
    robot.clickOn("#run");
    listed(robot, 5);
    until(() -> row(0).eye() == Eye.OPEN);
    eye(robot, 0);
    until(() -> row(0).eye() == Eye.CLOSED);
    robot.clickOn("#overlay-all");
    until(() -> row(0).eye() == Eye.OPEN);
    eye(robot, 0);
    until(() -> row(0).eye() == Eye.CLOSED);
    robot.clickOn("#restart");
    listed(robot, 6);
    until(() -> row(0).eye() == Eye.OPEN);
    assertThat(row(0).facts().identity().label()).isEqualTo("#2 Title of plain");
    assertThat(node(robot, "#curves-title", Label.class).getText())
        .startsWith("#2 Title of plain: ");
  }

  @Test
  void aNewNameIsTheSameInListLegendAndTitle(FxRobot robot) throws TimeoutException {
    listed(robot, 4);
    eye(robot, 0);
    until(() -> shown(robot, "#3 x + y mod 59"));
    robot.interact(() -> row(0).remark(new Remarks("mine", "", false)));
    choose(robot, 0);
    choose(robot, "run-star-item");
    until(() -> shown(robot, "#3 mine"));
    assertThat(row(0).facts().title()).isEqualTo("mine");
  }

  @Test
  void theListSaysHowMuchRoomTheRunsTake(FxRobot robot) throws TimeoutException {
    listed(robot, 4);
    until(() -> node(robot, "#runs-count", Label.class).getText().startsWith("4 runs · "));
    assertThat(row(0).facts().bytes()).isBetween(500L, 20_000L);
  }

  @Test
  void inANarrowWindowWordsGiveWayBeforeNumbersAndTheirHeads(FxRobot robot)
      throws TimeoutException {
    listed(robot, 4);
    robot.interact(() -> stage.setWidth(1024));
    until(() -> table.getWidth() < 1030 && width("name") < 100);
    assertThat(width("generalised")).isGreaterThanOrEqualTo(99);
    assertThat(width("memorised")).isGreaterThanOrEqualTo(93);
    double all = table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum();
    assertThat(all).isLessThanOrEqualTo(table.getWidth());
  }

  private double width(String id) {
    return table.getVisibleLeafColumns().stream()
        .filter(column -> ("runs-" + id).equals(column.getId()))
        .mapToDouble(TableColumn::getWidth)
        .sum();
  }

  private static boolean shown(FxRobot robot, String words) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .filter(label -> words.equals(label.getText()))
        .anyMatch(RunListPaneTest::visible);
  }

  private static boolean visible(Node node) {
    return node == null || (node.isVisible() && visible(node.getParent()));
  }

  @Test
  void everyColumnSaysWhatItShows(FxRobot robot) {
    TableView<?> table = node(robot, "#runs", TableView.class);
    for (TableColumn<?, ?> column : table.getColumns()) {
      assertThat(column.getGraphic().getAccessibleText()).as(column.getId()).endsWith(".");
    }
    robot.moveTo("#runs-delay-head");
    assertThat(node(robot, "#runs-delay-head", Label.class).getText()).isEqualTo("Delay ×");
  }
}
