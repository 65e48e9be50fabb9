package grokscope.ui.curves;

import grokscope.figure.Hue;
import grokscope.story.Account;
import grokscope.story.PhaseBand;
import grokscope.story.ReferenceWords;
import grokscope.story.RunWords;
import grokscope.telemetry.RunEvent;
import grokscope.text.NumberText;
import grokscope.ui.chart.Band;
import grokscope.ui.chart.CurvesView;
import grokscope.ui.chart.Ghost;
import grokscope.ui.chart.Mark;
import grokscope.ui.chart.ReplayedCurves;
import grokscope.ui.color.Theme;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Segments;
import grokscope.ui.control.Visibility;
import grokscope.ui.session.LabEvents;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.WindowRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The curves of the current run before pale earlier ones, and how to look at them; in their place,
 * what was read of the weights of a file. FX thread only.
 */
public final class CurvesPane extends VBox implements LabEvents {
  private static final double WORDS_FROM = 620;
  private static final double TWO_LINES = 34;

  private final CurvesView curves;
  private final Node wayBack;
  private final WindowRuns runs;
  private final RunWords words;
  private final Label title = new Label("No run yet");
  private final Label phase = new Label();
  private final Tooltip rules = new Tooltip();
  private final Label published = new Label();
  private final Tooltip sources = new Tooltip();
  private final WeightsReport report = new WeightsReport();
  private static final String INVITATION = "Press Space to run";
  private static final double PALE = 0.3;

  private final Label hint = new Label(INVITATION);
  private Optional<String> next = Optional.empty();
  private final Label hatched = new Label();
  private final List<Mark> touched = new ArrayList<>();
  private List<Ghost> chosen = List.of();
  private final ToggleButton ghosts =
      new ToggleButton("Earlier runs", new FontIcon(Feather.LAYERS));

  /**
   * A pane without a run.
   *
   * @param wayBack stands beside the title
   */
  public CurvesPane(CurvesView curves, WindowRuns runs, RunWords words, Node wayBack) {
    this.wayBack = wayBack;
    this.curves = curves;
    this.runs = runs;
    this.words = words;
    getStyleClass().add("curves-pane");
    hint.getStyleClass().add("curves-hint");
    hint.setId("curves-hint");
    hint.setMouseTransparent(true);
    StackPane plot = new StackPane(curves, hint, hatchKey(), report);
    report.setVisible(false);
    curves.visibleProperty().bind(report.visibleProperty().not());
    VBox.setVgrow(plot, Priority.ALWAYS);
    plot.setMinHeight(0);
    phase.getStyleClass().add("phase");
    phase.setId("phase");
    phase.setMinWidth(0);
    phase.setMaxWidth(Double.MAX_VALUE);
    phase.setTooltip(rules);
    phase.setWrapText(true);
    phase.setAlignment(Pos.TOP_LEFT);
    phase.setMinHeight(TWO_LINES); // a sentence that grows to a second line must not move curves
    phase.managedProperty().bind(report.visibleProperty().not());
    published.getStyleClass().add("phase");
    published.setId("published");
    published.setMinWidth(0);
    Visibility.reveal(published, false);
    published.setTooltip(sources);
    getChildren().addAll(toolbar(), phase, published, plot);
    runs.listen(this);
    runs.accountProperty().addListener((property, before, now) -> show(now));
  }

  private HBox toolbar() {
    title.getStyleClass().add("curves-title");
    title.setId("curves-title");
    title.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox ways = new HBox(back(), ghosts(), steps(), norm());
    ways.getStyleClass().add("curves-ways");
    ways.setAlignment(Pos.CENTER_LEFT);
    ways.visibleProperty().bind(report.visibleProperty().not());
    ways.managedProperty().bind(ways.visibleProperty());
    HBox toolbar = new HBox(new StageBadge(runs), title, wayBack, gap, ways);
    toolbar.getStyleClass().add("curves-toolbar");
    toolbar.setAlignment(Pos.CENTER_LEFT);
    return toolbar;
  }

  /** What hatched bands mean, where there are some, beside the legend of the first panel. */
  private Label hatchKey() {
    Region swatch = new Region();
    swatch.getStyleClass().add("hatch-swatch");
    hatched.setGraphic(swatch);
    hatched.getStyleClass().add("hatch-key");
    hatched.setId("hatch-key");
    hatched.setMouseTransparent(true);
    StackPane.setAlignment(hatched, Pos.TOP_RIGHT);
    Visibility.reveal(hatched, false);
    return hatched;
  }

  private Button back() {
    Button back = new Button("Back to live", new FontIcon(Feather.CORNER_UP_LEFT));
    back.getStyleClass().addAll("small", "flat");
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.disableProperty().bind(curves.liveProperty());
    back.contentDisplayProperty().bind(display());
    back.setOnAction(click -> curves.backToLive());
    return Accessible.as(back, "back-to-live", "Show the whole run again and follow it");
  }

  private ToggleButton ghosts() {
    ghosts.getStyleClass().addAll("small");
    ghosts.setMinWidth(Region.USE_PREF_SIZE);
    ghosts.setSelected(true);
    ghosts.contentDisplayProperty().bind(display());
    ghosts.setOnAction(click -> showGhosts());
    return Accessible.as(
        ghosts,
        "ghosts",
        "Show the runs checked in the list, or up to four earlier ones, as pale lines");
  }

  /** Beside a picture there is no room for words on every button; their tooltips have them. */
  private ObjectBinding<ContentDisplay> display() {
    return Bindings.createObjectBinding(
        () -> getWidth() < WORDS_FROM ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT,
        widthProperty());
  }

  private Segments steps() {
    return new Segments(
        curves.logStepsProperty(),
        segment("Linear", "linear-steps", "Equal distances on the step axis are equal differences"),
        segment("Log steps", "log-steps", "Equal distances on the step axis are equal ratios"));
  }

  private Segments norm() {
    return new Segments(
        curves.normAsRootProperty(),
        segment("Σw²", "norm-squared", "Weight norm as the sum of the squared weights"),
        segment("‖w‖", "norm-root", "Weight norm as the root of the sum of the squared weights"));
  }

  private static ToggleButton segment(String text, String id, String sentence) {
    ToggleButton segment = new ToggleButton(text);
    segment.setMinWidth(Region.USE_PREF_SIZE);
    return Accessible.as(segment, id, sentence);
  }

  /** Changes the colours after the theme has changed. */
  public void restyle(Theme theme) {
    curves.restyle(theme.palette());
  }

  @Override
  public void onBegin(LabRun run) {
    invite();
    entitle(run);
    curves.begin(run.history());
    touched.clear();
    run.weights().ifPresent(report::show);
    report.setVisible(run.weights().isPresent());
    beside(run);
    curves.setExpectedSteps(run.config().steps());
    showGhosts();
    show(runs.accountProperty().get()); // it may be the same as that of the run before
  }

  private void entitle(LabRun run) {
    title.setText(run.name() + " · " + words.headline(run.knobs()));
    Accessible.describe(title, title.getText()); // it may be cut off
  }

  /** Shows chosen runs instead of the latest ones; none brings these back. */
  public void choose(List<Ghost> now) {
    chosen = List.copyOf(now);
    invite();
    showGhosts();
  }

  /**
   * Says that another experiment has been chosen, which has not been run yet, and pales the run
   * that is shown, unless it is in progress.
   *
   * @param title of that experiment; empty when there is none
   */
  public void announce(Optional<String> title) {
    next = title;
    invite();
  }

  private void invite() {
    boolean active = runs.inProgress().isPresent();
    boolean waits = next.isPresent() && !active;
    hint.setText(
        next.map(title -> "“" + title + "” has not been run yet\n").orElse("") + INVITATION);
    hint.setVisible(waits || (chosen.isEmpty() && runs.current() == null));
    for (Node old : List.of(curves, title, phase, published)) {
      old.setOpacity(waits ? PALE : 1);
    }
  }

  /** Draws the current run as it was read again after its end. */
  public void showReadAgain(ReplayedCurves again) {
    curves.setReadAgain(again);
  }

  /** Draws the current run, or leaves it out. */
  public void showLive(boolean shown) {
    curves.setLiveShown(shown);
  }

  private void showGhosts() {
    LabRun run = runs.current();
    List<Ghost> shown = new ArrayList<>();
    if (!chosen.isEmpty() && ghosts.isSelected()) {
      shown.addAll(chosen);
    } else if (run != null && ghosts.isSelected()) {
      run.story()
          .reference()
          .ifPresent(published -> shown.add(new Ghost("published", published.history(), false)));
      for (LabRun earlier : runs.ghosts()) {
        shown.add(ghost(earlier, run));
      }
    }
    curves.setGhosts(shown);
  }

  /** Of a run that was to be longer than this one only the beginning is of interest. */
  private Ghost ghost(LabRun earlier, LabRun run) {
    boolean fitted = earlier.config().steps() <= run.config().steps();
    String label = words.difference(earlier.knobs(), run.knobs());
    return new Ghost(label, earlier.history(), fitted);
  }

  /** Compares with the published run, where there is one. */
  private void beside(LabRun run) {
    Optional<ReferenceWords> words =
        run.story().reference().map(published -> new ReferenceWords(published, run.history()));
    published.setText(words.map(ReferenceWords::line).orElse(""));
    sources.setText(words.map(ReferenceWords::all).orElse(""));
    Visibility.reveal(published, words.isPresent());
  }

  @Override
  public void onGrowth(LabRun run) {
    curves.refresh();
    beside(run);
  }

  /** Says what is said of the run, and draws its phases and marks. */
  private void show(Account account) {
    invite(); // it may have ended
    phase.setText(account.words());
    rules.setText(rules(account));
    curves.setBands(account.bands().stream().map(CurvesPane::band).toList());
    Stream<Mark> turns =
        touched.stream().filter(mark -> !account.past() || mark.interval().by() <= account.step());
    curves.setMarks(Stream.concat(account.marks().stream().map(Mark::of), turns).toList());
    hatched.setText(account.over() ? "not certain" : "not certain yet");
    Visibility.reveal(hatched, !account.certain());
  }

  /** Where the phases end and by which rules, a line for each. */
  private static String rules(Account account) {
    return account.bands().isEmpty()
        ? "No phases can be told apart."
        : account.bands().stream().map(CurvesPane::rule).collect(Collectors.joining("\n"));
  }

  private static String rule(PhaseBand band) {
    return NumberText.sentence(band.phase().words())
        + ", steps "
        + NumberText.count(band.from())
        + " to "
        + NumberText.count(band.to())
        + ": "
        + band.remark()
        + ".";
  }

  private static Band band(PhaseBand phase) {
    return new Band(
        phase.from(), phase.to(), phase.phase().words(), Hue.of(phase.phase()), phase.certain());
  }

  @Override
  public void onEvent(LabRun run, RunEvent event) {
    if (event instanceof RunEvent.KnobTurned turned) {
      touch(turned.step(), words.turned(run.config(), turned.path(), turned.value()));
      entitle(run);
      showGhosts(); // their labels say what differs from this run
    } else if (event instanceof RunEvent.Branched branched) {
      touch(branched.step(), "branched off");
    }
  }

  private void touch(int step, String label) {
    touched.add(Mark.knob(step, label));
    show(runs.accountProperty().get());
  }
}
