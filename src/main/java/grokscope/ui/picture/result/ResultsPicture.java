package grokscope.ui.picture.result;

import grokscope.run.sweep.Sweep;
import grokscope.run.sweep.SweepCsv;
import grokscope.run.sweep.SweepRun;
import grokscope.telemetry.StepInterval;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.ComboBoxes;
import grokscope.ui.control.Segments;
import grokscope.ui.control.Visibility;
import grokscope.ui.picture.paint.Obstacles;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PictureContext;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.Plot;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.Results;
import grokscope.ui.picture.paint.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * When runs memorised and understood, by the value of the setting in which they differ: a mark for
 * each run, a line through the medians, and a table. FX thread only.
 */
public final class ResultsPicture extends PlotPicture {
  public static final PictureKind KIND =
      new PictureKind(
          "results",
          "Results",
          "When runs memorised and grokked, by the setting in which they differ",
          ResultsPicture::guide,
          Obstacles::none,
          Duration.ZERO,
          ResultsPicture::new);

  private static final String NOTHING =
      "Check runs in the list that differ in a setting, or run a queue: then this shows when each"
          + " memorised and when it grokked.";
  private static final double LEFT = 62;
  private static final double RIGHT = 14;
  private static final double TOP = 62;
  private static final double BOTTOM = 42;
  private static final double NEAR = 9;
  private static final double LOG_FROM = 8; // the greatest value, in times the least

  private final PictureText words;
  private final VBox drawing = new VBox();
  private final ResultsTable table = new ResultsTable();
  private final ComboBox<String> across;
  private final BooleanProperty log = new SimpleBooleanProperty(false);
  private final Segments scale;
  private final Button save = new Button("Save table…");
  private Results results = Results.NONE;
  private boolean choosing;

  ResultsPicture(PictureContext context, PictureText words) {
    super(words, "results-plot", "Steps to memorise and to understand, by a setting");
    this.words = words;
    across =
        ComboBoxes.of(
            "results-across",
            "The setting whose values lie across",
            path -> results.title(path),
            this::chosen);
    scale =
        new Segments(
            log,
            Accessible.as(
                new ToggleButton("Linear"), "results-linear", "Equal distances are differences"),
            Accessible.as(new ToggleButton("Log"), "results-log", "Equal distances are ratios"));
    log.addListener(change -> draw());
    save.getStyleClass().add("small");
    save.setOnAction(click -> results.save().accept(csv()));
    Accessible.as(save, "results-csv", "Save the table below the plot as CSV");
    VBox.setVgrow(plot(), Priority.ALWAYS);
    drawing.getChildren().addAll(plot(), table);
    drawing.setMinSize(0, 0);
    context.resultsProperty().addListener((property, before, now) -> take(now));
    take(context.resultsProperty().get());
  }

  private static String guide(Subject run) {
    return "Every mark is a run: a square where it had memorised, a disc where it had understood"
        + " the hidden examples; the lines join the medians. Open marks in the row on top never"
        + " came so far, a cross diverged.";
  }

  @Override
  public List<Node> controls() {
    return List.of(across, scale, save);
  }

  @Override
  public Node drawing() {
    return drawing;
  }

  @Override
  public boolean ofNetwork() {
    return false;
  }

  @Override
  public void begin(Subject subject) {}

  @Override
  public Optional<SnapshotRequest> request() {
    return Optional.empty();
  }

  @Override
  public void show(Snapshot snapshot) {}

  private void take(Results now) {
    results = now;
    List<String> varied = now.sweep().varied();
    choosing = true;
    Optional<String> before = x();
    boolean same = before.filter(varied::contains).isPresent();
    across.getItems().setAll(varied);
    across.setValue(same ? before.get() : varied.isEmpty() ? null : preferred(now.sweep()));
    choosing = false;
    Visibility.reveal(across, varied.size() > 1);
    if (now.sweep().runs().size() < 2) {
      words.missing(NOTHING);
      return;
    }
    if (!same) {
      log.set(x().filter(this::wide).isPresent());
    }
    draw();
  }

  /** Numbers make the better axis. */
  private static String preferred(Sweep sweep) {
    return sweep.varied().stream()
        .min(Comparator.comparing((String path) -> !sweep.numeric(path)))
        .orElseThrow();
  }

  private boolean wide(String path) {
    if (!ResultsLayout.canBeLog(results.sweep(), path)) {
      return false;
    }
    List<Optional<Object>> values = results.sweep().values(path);
    return number(values.get(values.size() - 1)) >= LOG_FROM * number(values.get(0));
  }

  private static double number(Optional<Object> value) {
    return value.orElse(0) instanceof Number number ? number.doubleValue() : 0;
  }

  private void chosen() {
    if (!choosing) {
      log.set(x().filter(this::wide).isPresent());
      draw();
    }
  }

  private Optional<String> x() {
    return Optional.ofNullable(across.getValue());
  }

  /** The other setting of two; of more, the one with the most values. */
  private Optional<String> series() {
    return results.sweep().varied().stream()
        .filter(path -> x().filter(path::equals).isEmpty())
        .findFirst();
  }

  private void draw() {
    if (results.sweep().runs().size() < 2) {
      return;
    }
    scale.setDisable(x().filter(path -> ResultsLayout.canBeLog(results.sweep(), path)).isEmpty());
    table.show(results, layout(1, 1).groups(), x(), series());
    present(summary());
  }

  private String csv() {
    List<String> titles =
        Stream.concat(x().stream(), series().stream()).map(results::title).toList();
    return SweepCsv.of(titles, table.getItems());
  }

  private String summary() {
    List<SweepRun> runs = results.sweep().runs();
    long open = runs.stream().filter(run -> run.fate() == SweepRun.Fate.OPEN).count();
    long failed = runs.stream().filter(run -> run.fate() == SweepRun.Fate.FAILED).count();
    List<String> parts = new ArrayList<>();
    parts.add(NumberText.count(runs.size()) + " runs");
    if (results.sweep().varied().isEmpty()) {
      parts.add("which differ in their seeds only");
    }
    if (open > 0) {
      parts.add(NumberText.count(open) + " left out: not over, or stopped");
    }
    if (failed > 0) {
      parts.add(NumberText.count(failed) + " left out: failed");
    }
    List<String> others =
        results.sweep().varied().stream()
            .filter(path -> x().filter(path::equals).isEmpty())
            .skip(1)
            .map(results::title)
            .toList();
    if (!others.isEmpty()) {
      parts.add("not told apart by " + String.join(", ", others));
    }
    return String.join(", ", parts) + ".";
  }

  private ResultsLayout layout(double width, double height) {
    boolean canBe = x().filter(path -> ResultsLayout.canBeLog(results.sweep(), path)).isPresent();
    return ResultsLayout.of(
        results.sweep(),
        x(),
        series(),
        log.get() && canBe,
        LEFT,
        TOP,
        Math.max(1, width - LEFT - RIGHT),
        Math.max(1, height - TOP - BOTTOM));
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (results.sweep().runs().size() < 2) {
      return;
    }
    new ResultsDrawing(layout(width, height), results, x(), series(), colors()).paint(pen);
  }

  @Override
  protected String wordsAt(double x, double y) {
    String hint = "Point at a mark: it says which run that is.";
    if (Double.isNaN(x) || results.sweep().runs().size() < 2) {
      return hint;
    }
    Plot plot = plot();
    return layout(plot.across(), plot.down()).dots().stream()
        .filter(dot -> Math.hypot(dot.x() - x, dot.y() - y) <= NEAR)
        .min(Comparator.comparing(dot -> Math.hypot(dot.x() - x, dot.y() - y)))
        .map(dot -> words(dot.run()))
        .orElse(hint);
  }

  private static String words(SweepRun run) {
    return run.name()
        + ", seed "
        + run.config().seed()
        + ": "
        + (run.fate() == SweepRun.Fate.DIVERGED ? "diverged, " : "")
        + moment("memorised", run.memorizedAt())
        + ", "
        + moment(run.grokked() ? "grokked" : "generalised", run.generalizedAt())
        + (run.generalizedAt().isEmpty() ? " in " + NumberText.count(run.steps()) + " steps" : "");
  }

  private static String moment(String what, Optional<StepInterval> at) {
    return at.map(steps -> what + " by step " + NumberText.count(steps.by()))
        .orElse("never " + what);
  }
}
