package grokscope.ui.time;

import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.RunStatus;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.opening.Candidate;
import grokscope.ui.opening.StoredRunActions;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.RunController;
import grokscope.ui.session.WindowRuns;
import grokscope.ui.setting.Draft;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What can be done with the steps of a run: keep one, compare two, branch off, go on. FX thread
 * only.
 */
public final class TravelButtons {
  private static final String KEEP = "Keep";
  private static final String STEPS = "two steps";

  private final WindowRuns runs;
  private final Draft draft;
  private final TimeTravel travel;
  private final StoredRunActions storedRunActions;
  private final Button keep = new Button(KEEP, new FontIcon(Feather.BOOKMARK));
  private final ToggleButton compare = new ToggleButton("Compare", new FontIcon(Feather.COLUMNS));
  private final Button branch = new Button("Branch", new FontIcon(Feather.GIT_BRANCH));
  private final Button resume = new Button("Go on training", new FontIcon(Feather.CHEVRONS_RIGHT));
  private final MenuButton with = new MenuButton(STEPS);
  private final ToggleButton same = new ToggleButton("Same step", new FontIcon(Feather.LINK));
  private final Supplier<List<Candidate>> candidates;

  /**
   * The buttons.
   *
   * @param candidates the runs that the shown one can be compared with
   */
  public TravelButtons(
      RunController controller,
      Draft draft,
      TimeTravel travel,
      StoredRunActions storedRunActions,
      Supplier<List<Candidate>> candidates) {
    this.candidates = candidates;
    this.runs = controller.runs();
    this.draft = draft;
    this.travel = travel;
    this.storedRunActions = storedRunActions;
    keep.setOnAction(click -> controller.keep());
    compare.selectedProperty().bindBidirectional(travel.comparingProperty());
    branch.setOnAction(click -> branch());
    resume.setOnAction(click -> resume());
    Accessible.as(keep, "time-keep", "Save the current network as a checkpoint");
    Accessible.as(
        compare,
        "time-compare",
        "Show two pictures side by side instead of the curves: of two steps, or of two runs");
    Accessible.as(
        with, "compare-with", "What stands on the left: another step of this run, or another run");
    with.setOnShowing(showing -> list());
    list(); // a menu without entries does not open
    Accessible.as(same, "lockstep", "Keep both runs at the same step");
    same.selectedProperty().bindBidirectional(travel.lockstepProperty());
    same.disableProperty().bind(travel.otherProperty().map(Optional::isEmpty));
    travel
        .otherProperty()
        .addListener((property, before, now) -> with.setText(now.map(LabRun::brief).orElse(STEPS)));
    for (Node button : List.of(keep, compare, with, same, branch, resume)) {
      button.getStyleClass().addAll("small", "flat");
      ((Region) button).setMinWidth(Region.USE_PREF_SIZE);
    }
    runs.statusProperty().addListener(change -> show());
    runs.currentProperty().addListener(change -> show());
    draft.configProperty().addListener(change -> show());
    draft.forNextRunProperty().addListener(change -> show());
    travel.timeline().entriesProperty().addListener(change -> show());
    travel.entryProperty().addListener(change -> show());
    show();
  }

  /** Without a comparison, from left to right. */
  List<Node> all() {
    return List.of(keep, compare, branch, resume);
  }

  /** Those of the comparison, while there is one. */
  List<Node> comparison() {
    return List.of(compare, with, same);
  }

  /** The others. */
  List<Node> others() {
    return List.of(keep, branch, resume);
  }

  private void list() {
    with.getItems().clear();
    MenuItem steps = new MenuItem("Another step of this run");
    steps.setId("compare-steps");
    steps.setOnAction(click -> travel.compareSteps());
    with.getItems().add(steps);
    for (Candidate run : candidates.get()) {
      MenuItem item = new MenuItem(run.label());
      item.setMnemonicParsing(false);
      item.setOnAction(click -> run.choose().run());
      with.getItems().add(item);
    }
  }

  private Optional<LabRun> saved() {
    return Optional.ofNullable(runs.current()).filter(run -> run.folder().isPresent());
  }

  /** Whether the shown run was trained by another program, and cannot go on here. */
  private boolean elsewhere() {
    return saved().flatMap(LabRun::source).isPresent();
  }

  private void show() {
    RunStatus status = runs.status();
    boolean active = status.state().active();
    boolean none = travel.step().isEmpty();
    keep.setDisable(!active || saved().isEmpty());
    keep.setText(active && kept(status.step()) ? "Kept" : KEEP);
    compare.setDisable(none && !compare.isSelected());
    branch.setDisable(none || elsewhere());
    int steps = Math.max(chosenSteps(), status.steps());
    resume.setDisable(active || saved().isEmpty() || elsewhere() || status.step() >= steps);
    Accessible.as(
        branch,
        "time-branch",
        elsewhere()
            ? "Trained by another program: its checkpoints have the weights only, so no run can"
                + " begin from them"
            : "Start a new run from the network of this checkpoint, with the settings that the run"
                + " had there. What you have changed on the left beside this run is changed from"
                + " there on; that can be its steps and whatever takes effect at once");
    Accessible.as(
        resume,
        "time-resume",
        elsewhere()
            ? "Trained by another program: its checkpoints have the weights only, so it cannot go"
                + " on"
            : resume.isDisabled() && !active && saved().isPresent()
                ? "All steps are done: choose more steps on the left to continue"
                : "Continue this run from its end until step " + NumberText.count(steps));
  }

  /**
   * The number of steps that the panel has for the shown run; 0 where it has another's settings.
   */
  private int chosenSteps() {
    return draft.forNextRunProperty().get() ? 0 : draft.config().steps();
  }

  /** The button is disabled now, and the next key would otherwise go to the next field. */
  private static void leave(Node button) {
    button.getScene().getRoot().requestFocus();
  }

  /** Whether the current network is a checkpoint that was asked for. */
  private boolean kept(int step) {
    return travel
        .timeline()
        .last()
        .filter(last -> last.step() == step && last.reason() == Checkpoint.Reason.ASKED)
        .isPresent();
  }

  private void branch() {
    leave(branch);
    saved()
        .ifPresent(
            run ->
                travel
                    .step()
                    .ifPresent(
                        step -> storedRunActions.branch(run, run.folder().orElseThrow(), step)));
  }

  private void resume() {
    leave(resume);
    saved()
        .flatMap(LabRun::folder)
        .ifPresent(folder -> storedRunActions.resume(folder, chosenSteps()));
  }
}
