package grokscope.ui.curves;

import grokscope.figure.Hue;
import grokscope.figure.RunIdentity;
import grokscope.run.RunSource;
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
import grokscope.ui.color.Palette;
import grokscope.ui.color.Theme;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import grokscope.ui.figure.FigureSaving;
import grokscope.ui.session.LabEvents;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.WeightsActions;
import grokscope.ui.session.WindowRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/**
 * The curves of the current run before pale earlier ones, and how to look at them; in their place,
 * what was read of the weights of a file. FX thread only.
 */
public final class CurvesPane extends VBox implements LabEvents {
  private static final RunIdentity PUBLISHED = new RunIdentity(0, "published", 8);

  private final CurvesView curves;
  private final Node wayBack;
  private final WindowRuns runs;
  private final RunWords words;
  private final Label title = new Label("No run yet");
  private final Circle dot = new Circle(5);
  private final Sentence phase = new Sentence("phase");
  private final Sentence published = new Sentence("published");
  private final WeightsReport report = new WeightsReport();
  private final ReadingBar reading;
  private static final String INVITATION = "Press Space to run";
  private static final double PALE = 0.3;

  private final Label hint = new Label(INVITATION);
  private Optional<String> next = Optional.empty();
  private final List<Mark> touched = new ArrayList<>();
  private List<Ghost> chosen = List.of();
  private final CurvesTools tools;
  private Palette palette = Palette.LIGHT;

  /**
   * A pane without a run.
   *
   * @param wayBack stands beside the title
   * @param weights does things with the weights of a file
   * @param saving saves the curves as a figure
   */
  public CurvesPane(
      CurvesView curves,
      WindowRuns runs,
      RunWords words,
      Node wayBack,
      WeightsActions weights,
      FigureSaving saving) {
    this.reading = new ReadingBar(weights);
    this.wayBack = wayBack;
    this.curves = curves;
    this.runs = runs;
    this.words = words;
    tools = new CurvesTools(curves, this, () -> save(saving));
    tools.earlierProperty().addListener(change -> showGhosts());
    getStyleClass().add("curves-pane");
    hint.getStyleClass().add("curves-hint");
    hint.setId("curves-hint");
    hint.setMouseTransparent(true);
    StackPane plot = new StackPane(curves, hint, report);
    report.setVisible(false);
    reading.visibleProperty().bind(report.visibleProperty());
    reading.managedProperty().bind(report.visibleProperty());
    curves.visibleProperty().bind(report.visibleProperty().not());
    VBox.setVgrow(plot, Priority.ALWAYS);
    plot.setMinHeight(0);
    phase.managedProperty().bind(report.visibleProperty().not());
    Visibility.reveal(published, false);
    getChildren().addAll(toolbar(), phase, published, reading, plot);
    runs.listen(this);
    runs.accountProperty().addListener((property, before, now) -> show(now));
  }

  private HBox toolbar() {
    title.getStyleClass().add("curves-title");
    title.setId("curves-title");
    title.setMinWidth(0);
    title.setGraphic(dot);
    dot.setVisible(false);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    tools.visibleProperty().bind(report.visibleProperty().not());
    tools.managedProperty().bind(tools.visibleProperty());
    HBox toolbar = new HBox(new StageBadge(runs), title, wayBack, gap, tools);
    toolbar.getStyleClass().add("curves-toolbar");
    toolbar.setAlignment(Pos.CENTER_LEFT);
    return toolbar;
  }

  /** Saves exactly what is shown. */
  private void save(FigureSaving saving) {
    LabRun run = runs.current();
    RunIdentity identity = run == null ? new RunIdentity(0, "", 0) : run.identity();
    String sentence = run == null ? "" : runs.accountProperty().get().words();
    saving.save(CurvesFigure.of(curves.shownCurves(), identity, title.getText(), sentence));
  }

  /** Changes the colours after the theme has changed. */
  public void restyle(Theme theme) {
    palette = theme.palette();
    curves.restyle(palette);
    paintDot();
  }

  @Override
  public void onBegin(LabRun run) {
    invite();
    entitle(run);
    curves.begin(run.history());
    touched.clear();
    run.weights().ifPresent(report::show);
    run.weights().ifPresent(reading::show);
    report.setVisible(run.weights().isPresent());
    beside(run);
    curves.setExpectedSteps(run.config().steps());
    showGhosts();
    show(runs.accountProperty().get()); // it may be the same as that of the run before
  }

  private void entitle(LabRun run) {
    title.setText(
        run.name()
            + ": "
            + (run.weights().isPresent()
                ? words.task(run.config()) // of their training nothing is known
                : words.headline(run.knobs())));
    curves.setRun(run.identity());
    curves.setSplitKnown(run.source().map(RunSource::splitKnown).orElse(true));
    paintDot();
    Accessible.describe(title, title.getText()); // it may be cut off
  }

  /** The run's colour, where its curves are told by it. */
  private void paintDot() {
    LabRun run = runs.current();
    dot.setVisible(run != null && run.weights().isEmpty());
    if (run != null) {
      dot.setFill(palette.run(run.identity().color()));
    }
  }

  /** Shows chosen runs instead of the latest ones; none brings these back. */
  public void choose(List<Ghost> now) {
    chosen = List.copyOf(now);
    invite();
    Optional.ofNullable(runs.current()).ifPresent(this::entitle); // it may be called otherwise now
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
    boolean waits = next.isPresent() && !active && !report.isVisible(); // of weights nothing runs
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

  /** Whether the current run is drawn. */
  public BooleanProperty liveShownProperty() {
    return curves.liveShownProperty();
  }

  private void showGhosts() {
    LabRun run = runs.current();
    List<Ghost> shown = new ArrayList<>();
    if (!chosen.isEmpty() && tools.earlierProperty().get()) {
      shown.addAll(chosen);
    } else if (run != null && tools.earlierProperty().get()) {
      run.story()
          .reference()
          .ifPresent(
              published -> shown.add(new Ghost(PUBLISHED, PUBLISHED.name(), published.history())));
      for (LabRun earlier : runs.ghosts()) {
        shown.add(ghost(earlier, run));
      }
    }
    curves.setGhosts(shown);
  }

  /** An earlier run of the same preset, called by its number and by what differs. */
  private Ghost ghost(LabRun earlier, LabRun run) {
    String differs = words.difference(earlier.knobs(), run.knobs());
    RunIdentity identity = earlier.identity();
    String label =
        new RunIdentity(
                identity.number(), differs.isEmpty() ? identity.name() : differs, identity.color())
            .label();
    return new Ghost(identity, label, earlier.history());
  }

  /** Compares with the published run, where there is one. */
  private void beside(LabRun run) {
    Optional<ReferenceWords> words =
        run.story().reference().map(published -> new ReferenceWords(published, run.history()));
    published.say(
        words.map(ReferenceWords::line).orElse(""), words.map(ReferenceWords::all).orElse(""));
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
    phase.say(account.words(), rules(account));
    curves.setBands(account.bands().stream().map(CurvesPane::band).toList());
    Stream<Mark> turns =
        touched.stream().filter(mark -> !account.past() || mark.interval().by() <= account.step());
    curves.setMarks(Stream.concat(account.marks().stream().map(Mark::of), turns).toList());
    String uncertain = account.over() ? "not certain" : "not certain yet";
    curves.setHatched(account.certain() ? "" : uncertain);
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
