package grokscope.ui.knob;

import grokscope.config.knob.Acts;
import grokscope.config.knob.Knob;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.WholeText;
import grokscope.ui.session.RunController;
import grokscope.ui.setting.Draft;
import grokscope.ui.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One knob of the experiment panel: its title, its control, and under them what is wrong with the
 * value or when it acts. FX thread only.
 */
abstract class KnobRow extends VBox {
  private static final String NEXT = "from the next run on";
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final PseudoClass IN_FOCUS = PseudoClass.getPseudoClass("in-focus");
  private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

  private final String path;
  private final RunController controller;
  private final Draft draft;
  private final HBox header = new HBox();
  private final Label title = new Label();
  private final Button reset = new Button(null, new FontIcon(Feather.ROTATE_CCW));

  private final Label note = new Label(NEXT);
  private final Label problem = new Label();
  private final WholeText whole = new WholeText(problem, "knob-problem-whole");
  private final List<Node> controls = new ArrayList<>();
  private Optional<String> idle = Optional.empty();
  private String sentence = "";
  private String when = "";

  KnobRow(String path, String words, RunController controller, Draft draft) {
    this.path = path;
    this.controller = controller;
    this.draft = draft;
    getStyleClass().add("knob-row");
    title.setText(words);
    if (Terms.known(words)) {
      Terms.underline(title);
    }
    title.getStyleClass().add("knob-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    reset.getStyleClass().addAll("button-icon", "flat", "knob-reset");
    reset.setFocusTraversable(false);
    reset.setOnAction(click -> reset());
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("knob-header");
    header.getChildren().addAll(title, reset, gap);
    note.getStyleClass().add("knob-note");
    note.setGraphic(dot());
    problem.getStyleClass().add("knob-problem");
    problem.setOnMouseClicked(click -> whole.toggle(problem.getText()));
    note.setMaxWidth(Double.MAX_VALUE);
    problem.setMaxWidth(Double.MAX_VALUE);
    StackPane foot = new StackPane(note, problem); // always there, so that no row moves
    foot.getStyleClass().add("knob-foot");
    getChildren().addAll(header, foot);
    Accessible.as(reset, nodeId() + "-reset", "Back to the preset's value");
    problem.setId(nodeId() + "-problem");
    note.setId(nodeId() + "-note");
  }

  private static Region dot() {
    Region dot = new Region();
    dot.getStyleClass().add("dot");
    return dot;
  }

  /** The id of the control; its parts add a word to it. */
  final String nodeId() {
    return "knob-" + path.replace('.', '-');
  }

  final String path() {
    return path;
  }

  final Draft draft() {
    return draft;
  }

  /** Puts a control at the right end of the title's line. */
  final void beside(Node... controls) {
    header.getChildren().addAll(controls);
    this.controls.addAll(List.of(controls));
  }

  /** Puts a control on a line of its own. */
  final void below(Node control) {
    getChildren().add(1, control);
    controls.add(control);
  }

  /** What the row says when the mouse rests on it. */
  final void explain(Node control, Knob knob) {
    sentence = knob.sentence();
    when =
        knob.acts() == Acts.LIVE
            ? "Takes effect at once, even in a run in progress."
            : "Takes effect in the next run.";
    Accessible.as(control, nodeId(), knob.title() + ": " + knob.sentence() + "\n" + when);
    Accessible.describe(title, knob.sentence() + "\n" + when);
    Accessible.keepOff(title, this);
    Accessible.keepOff(control, this);
    control.setAccessibleText(knob.title());
    control.setAccessibleHelp(knob.sentence());
  }

  /** Sends the value to the run in progress, if the knob acts live. */
  final void settle() {
    controller.retune(path);
  }

  private void reset() {
    draft.reset(path);
    settle();
  }

  /** Shows the draft's value and everything around it. */
  final void show(boolean inFocus) {
    showValue(draft.value(path));
    showIdle(draft.idle(path));
    String wrong = Optional.ofNullable(draft.problems().get(path)).orElse("");
    if (!wrong.equals(problem.getText())) {
      problem.setText(wrong);
      Accessible.help(problem, wrong);
    }
    problem.setVisible(!wrong.isEmpty());
    String remark = remark();
    note.setText(remark);
    note.setVisible(wrong.isEmpty() && !remark.isEmpty());
    boolean changed = draft.differsFromPreset(path);
    reset.setVisible(changed);
    if (changed) {
      Accessible.describe(reset, "Back to the preset's value: " + presetWords());
    }
    pseudoClassStateChanged(CHANGED, changed);
    pseudoClassStateChanged(WRONG, !wrong.isEmpty());
    pseudoClassStateChanged(IN_FOCUS, inFocus);
  }

  /** When the value acts, where that is not now, or what the run has instead of it. */
  private String remark() {
    if (controller.appliesOnNextRun(path)) {
      return NEXT;
    }
    return controller
        .scripted(path)
        .map(
            change ->
                words(change.after().get(path))
                    + " since step "
                    + NumberText.count(change.turn().step())
                    + ", by the script")
        .orElse("");
  }

  private void showIdle(Optional<String> reason) {
    if (reason.equals(idle)) {
      return;
    }
    idle = reason;
    controls.forEach(control -> control.setDisable(reason.isPresent()));
    pseudoClassStateChanged(IDLE, reason.isPresent());
    String words = sentence + "\n" + reason.orElse(when);
    Accessible.describe(title, words);
    controls.forEach(control -> control.setAccessibleHelp(sentence + reason.orElse("")));
    if (reason.isPresent()) {
      Accessible.describe(this, words); // what is disabled has no tooltip of its own
    } else {
      Accessible.silence(this);
    }
  }

  private String presetWords() {
    return draft.presetValue(path).map(this::words).orElse("");
  }

  /** Shows a value without taking it for an edit. */
  abstract void showValue(Object value);

  /** A value in words. */
  abstract String words(Object value);
}
