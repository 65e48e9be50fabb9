package grokscope.ui.bar;

import grokscope.story.ProgressWords;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Terse;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.RunController;
import grokscope.ui.session.WindowRuns;
import grokscope.ui.setting.Draft;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The buttons that steer a run, and how far it is. FX thread only.
 *
 * <p>Its numbers change many times a second, so each has a width of its own and nothing around them
 * moves.
 */
public final class RunBar extends HBox {
  private static final double WORDED = 28; // from this width in em on there is room for words
  private static final PseudoClass TERSE = PseudoClass.getPseudoClass("terse");

  private final RunController controller;
  private final WindowRuns runs;
  private final Draft draft;
  private final Button run = new Button("Run", new FontIcon(Feather.PLAY));
  private final Button step = new Button(null, new FontIcon(Feather.SKIP_FORWARD));
  private final Button stop = new Button(null, new FontIcon(Feather.SQUARE));
  private final Button restart = new Button(null, new FontIcon(Feather.ROTATE_CW));
  private final HBox runHolder = new HBox(run);
  private final ProgressBar bar = new ProgressBar(0);
  private final Label steps = new Label();
  private final Label whose = new Label();
  private final Label eta = new Label();
  private final Label speed = new Label();
  private int clicks;

  public RunBar(RunController controller, Draft draft) {
    this.controller = controller;
    this.runs = controller.runs();
    this.draft = draft;
    getStyleClass().add("run-controls");
    setAlignment(Pos.CENTER_LEFT);
    wireButtons();
    runHolder.setAlignment(Pos.CENTER_LEFT);
    HBox buttons = new HBox(runHolder, step, stop, restart);
    buttons.getStyleClass().add("run-buttons");
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(buttons, progress());
    widthProperty().addListener(change -> fit());
    steps.fontProperty().addListener(change -> fit());
    runs.progressProperty().addListener(change -> show());
    runs.elsewhereProperty().addListener(change -> show());
    draft.problemsProperty().addListener(change -> show());
    draft.configProperty().addListener(change -> show());
    show();
  }

  private void wireButtons() {
    run.getStyleClass().addAll("accent", "run-button");
    run.setMinWidth(Region.USE_PREF_SIZE);
    run.setOnAction(click -> toggle());
    run.setOnMousePressed(press -> clicks = press.getClickCount());
    step.setOnAction(click -> controller.step());
    stop.setOnAction(
        click -> {
          controller.stop();
          getScene().getRoot().requestFocus(); // the next field would get the keys otherwise
        });
    restart.setOnAction(click -> controller.restart());
    Accessible.as(run, "run", "Run (Space)");
    Accessible.as(step, "step", "One step, then wait (.)");
    Accessible.as(stop, "stop", "Stop this run");
    Accessible.as(restart, "restart", "Restart with these settings (Ctrl+R)");
    for (Button button : new Button[] {step, stop, restart}) {
      button.getStyleClass().addAll("button-icon", "flat");
    }
  }

  /** In a narrow window the word on the button makes way for the numbers. */
  private void fit() {
    boolean room = getWidth() >= WORDED * steps.getFont().getSize();
    Terse.show(List.of(run), room);
    run.pseudoClassStateChanged(TERSE, !room);
  }

  /** The second click of a double one would undo the first. */
  private void toggle() {
    if (clicks < 2) {
      controller.toggle();
    }
    clicks = 0; // a key follows no click
  }

  private VBox progress() {
    steps.setId("progress-text");
    eta.setId("eta");
    speed.setId("speed");
    bar.setId("progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("run-progress");
    Accessible.describe(bar, "How much of the run is done, or how much of its data is read");
    for (Label number : new Label[] {steps, whose, eta, speed}) {
      number.getStyleClass().add("number");
    }
    eta.getStyleClass().add("eta");
    speed.getStyleClass().add("speed");
    Accessible.describe(eta, "Time left at the current speed");
    Accessible.describe(speed, "Updates of the network per second");
    VBox progress = new VBox(new ProgressLine(steps, speed, eta, whose), bar);
    progress.getStyleClass().add("progress-box");
    progress.setAlignment(Pos.CENTER);
    HBox.setHgrow(progress, Priority.ALWAYS);
    return progress;
  }

  private void show() {
    RunStatus status = runs.progress();
    ProgressWords words = ProgressWords.of(status, draft.config().steps());
    steps.setText(words.steps());
    whose.setText(runs.elsewhereProperty().get().map(LabRun::brief).orElse(""));
    eta.setText(words.eta().isEmpty() ? "" : "ETA " + words.eta());
    speed.setText(words.speed());
    bar.setProgress(words.fraction());
    showButtons(status.state());
  }

  private void showButtons(RunState state) {
    boolean running = state == RunState.RUNNING || state == RunState.PREPARING;
    boolean active = state.active();
    String word = running ? "Pause" : state == RunState.PAUSED ? "Continue" : "Run";
    if (!word.equals(run.getText())) {
      run.setText(word);
      run.setGraphic(new FontIcon(running ? Feather.PAUSE : Feather.PLAY));
    }
    boolean blocked = !controller.runnable();
    run.setDisable(!active && blocked);
    step.setDisable(!active && blocked);
    restart.setDisable(blocked);
    stop.setDisable(!active);
    String says = !active && blocked ? "Cannot run: " + draft.reason() : word + " (Space)";
    Accessible.describe(run, says);
    // A disabled button shows no tooltip, so the box around it says why.
    Accessible.describe(runHolder, says);
  }
}
