package grokscope.ui.runs;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.figure.ShortLabel;
import grokscope.story.RunWords;
import grokscope.telemetry.Computation;
import grokscope.telemetry.Computed;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.StepInterval;
import grokscope.text.ClockText;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.session.LabRun;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/**
 * The runs of this window and the stored ones, to be sorted by any column. FX thread only.
 *
 * <p>Every column has the whole of what is known of a run as its value, so that it is sorted by
 * numbers and steps, not by how they are written.
 */
final class RunTable extends TableView<RunRow> {
  private static final String NONE = "–";
  private static final String WIDTH = "width at the usual size of text";
  private static final String LEAST = "least width at the usual size of text";
  private static final double NARROW = 60; // words may be cut off
  private static final double NUMBERS = 0.92; // of the usual width: numbers may not
  private static final double SCROLL_BAR = 20;

  private final Catalog catalog;
  private final RunWords words;

  /** A table of these runs; its marks and a double click say so. */
  RunTable(
      Catalog catalog,
      FilteredList<RunRow> rows,
      RunWords words,
      Consumer<RunRow> whenEyed,
      Consumer<RunRow> whenStarred,
      Consumer<RunRow> whenOpened,
      ObservableValue<@Nullable LabRun> current) {
    this.catalog = catalog;
    this.words = words;
    SortedList<RunRow> sorted = new SortedList<>(rows);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    Accessible.around(
        this, "runs", "Runs: those of this window, then the stored ones, newest first");
    getStyleClass().addAll("dense", "runs");
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    fit();
    widthProperty().addListener(change -> fit());
    getVisibleLeafColumns().addListener((InvalidationListener) change -> fit());
    setRowFactory(table -> new Row(whenOpened, current));
    Label empty = new Label("Runs appear here. Change a knob and run again to compare.");
    empty.getStyleClass().add("empty");
    setPlaceholder(empty);
    addColumns(whenEyed, whenStarred);
  }

  private void addColumns(Consumer<RunRow> whenEyed, Consumer<RunRow> whenStarred) {
    TableColumn<RunRow, RunFacts> shown = text("Shown", "shown", 50, run -> "", order(run -> 0));
    shown.setCellFactory(column -> new EyeCell(whenEyed));
    shown.setSortable(false);
    getColumns().add(shown);
    getColumns().add(number("#", "number", 36, RunTable::number, order(RunFacts::number)));
    TableColumn<RunRow, RunFacts> star =
        text("★", "star", 34, run -> "", order(run -> run.remarks().star() ? 0 : 1));
    star.setCellFactory(column -> new StarCell(whenStarred));
    getColumns().add(star);
    getColumns().add(text("Name", "name", 160, RunTable::name, by(RunFacts::title)));
    getColumns().add(text("Task", "task", 110, RunFacts::task, by(RunFacts::task)));
    getColumns().add(setting("Data", "data", 66, SettingPaths.TRAIN_FRACTION));
    getColumns().add(setting("Decay", "decay", 66, SettingPaths.WEIGHT_DECAY));
    getColumns().add(setting("Seed", "seed", 58, SettingPaths.SEED));
    getColumns().add(interval("Memorised", "memorised", 102, RunFacts::memorized));
    getColumns().add(interval("Generalised", "generalised", 108, RunFacts::generalized));
    getColumns()
        .add(
            number(
                "Delay ×", "delay", 82, run -> real("%.1f", run.delay()), order(RunFacts::delay)));
    getColumns()
        .add(
            number(
                "Test acc.",
                "accuracy",
                90,
                run -> real("%.3f", run.accuracy()),
                order(RunFacts::accuracy)));
    getColumns()
        .add(number("Σw²", "norm", 56, run -> real("%,.0f", run.norm()), order(RunFacts::norm)));
    getColumns().add(number("Time", "time", 54, RunTable::time, order(RunFacts::seconds)));
    getColumns().add(text("State", "state", 116, RunFacts::state, by(RunFacts::state)));
    getColumns().add(number("Size", "size", 62, RunTable::size, order(RunFacts::bytes)));
    getColumns().add(hidden(text("Note", "note", 160, RunTable::note, by(RunTable::note))));
    getColumns()
        .add(hidden(text("Folder", "folder", 140, RunFacts::folderName, by(RunFacts::folderName))));
    getColumns()
        .add(
            hidden(
                text(
                    "Computed with", "computed", 240, RunTable::computed, by(RunTable::computed))));
    ColumnHeads.explain(getColumns());
    setTableMenuButtonVisible(true);
  }

  /** Is shown when somebody wants it. */
  private static TableColumn<RunRow, RunFacts> hidden(TableColumn<RunRow, RunFacts> column) {
    column.setVisible(false);
    return column;
  }

  /** What it is called, and in what it differs from others that are called so. */
  private static String name(RunFacts run) {
    return ShortLabel.joined(run.title(), run.differs());
  }

  private static String size(RunFacts run) {
    return run.bytes() < 0 ? "" : NumberText.bytes(run.bytes());
  }

  private static String note(RunFacts run) {
    return run.remarks().note().replaceAll("\\R", " ");
  }

  /** With what it was computed, one stretch after the other. */
  private static String computed(RunFacts run) {
    return run.computed().isEmpty()
        ? "not recorded"
        : run.computed().stream().map(RunTable::computed).collect(Collectors.joining("; "));
  }

  private static String computed(Computed stretch) {
    Computation by = stretch.by();
    String from = stretch.from() == 0 ? "" : "from step " + NumberText.count(stretch.from()) + " ";
    return from + by.words() + ", " + by.program().words();
  }

  /** Shares the width among the columns; where that is too little for them, they are scrolled. */
  private void fit() {
    double least = getVisibleLeafColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
    boolean room = getWidth() == 0 || getWidth() >= least + SCROLL_BAR;
    if (room) {
      setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    } else {
      setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
    }
  }

  /** Makes the columns as wide as their words are at a size of text. */
  void scale(double factor) {
    getColumns()
        .forEach(
            column -> {
              Object usual = Objects.requireNonNull(column.getProperties().get(WIDTH));
              Object least = Objects.requireNonNull(column.getProperties().get(LEAST));
              column.setMinWidth((double) least * factor);
              column.setPrefWidth((double) usual * factor);
            });
    fit();
  }

  private static String number(RunFacts run) {
    return run.number() == 0 ? "" : String.valueOf(run.number());
  }

  private static String time(RunFacts run) {
    return Double.isNaN(run.seconds()) ? NONE : ClockText.of(run.seconds());
  }

  private static String real(String format, double value) {
    return Double.isNaN(value)
        ? NONE
        : String.format(Locale.ROOT, format, value).replace(",", NumberText.THIN_SPACE);
  }

  private TableColumn<RunRow, RunFacts> setting(
      String title, String id, double width, String path) {
    return number(title, id, width, run -> course(run, path), order(run -> amount(run, path)));
  }

  /** A setting as it was last, as a number to sort by; NaN where the run has none. */
  private double amount(RunFacts run, String path) {
    return run.knobs()
        .filter(knobs -> has(knobs, path))
        .map(knobs -> knobs.latest().get(path))
        .map(value -> value instanceof Number number ? number.doubleValue() : Double.NaN)
        .orElse(Double.NaN);
  }

  /** Whether a run has such a setting, and it has an effect. */
  private boolean has(KnobsInForce knobs, String path) {
    RunConfig start = knobs.start();
    return !knobs.unknown().contains(path)
        && catalog.paths(start).contains(path)
        && (catalog.idle(start, path).isEmpty() || knobs.turned(path));
  }

  /** What a setting was at the start, and what it was turned to. */
  private String course(RunFacts run, String path) {
    return run.knobs()
        .filter(knobs -> has(knobs, path))
        .map(knobs -> words.course(knobs, path))
        .orElse(NONE);
  }

  private static TableColumn<RunRow, RunFacts> interval(
      String title, String id, double width, Function<RunFacts, Optional<StepInterval>> at) {
    return number(
        title,
        id,
        width,
        run -> at.apply(run).map(RunTable::interval).orElse(NONE),
        order(run -> at.apply(run).map(steps -> (double) steps.by()).orElse(Double.NaN)));
  }

  private static String interval(StepInterval at) {
    if (at.after() < 0 && at.by() > 0) {
      return "≤ " + NumberText.count(at.by());
    }
    return at.after() < 0 || at.after() == at.by() - 1
        ? NumberText.count(at.by())
        : NumberText.count(at.after()) + "–" + NumberText.count(at.by());
  }

  /** By a number; what has none comes last. */
  private static Comparator<RunFacts> order(ToDoubleFunction<RunFacts> key) {
    return Comparator.comparingDouble(key);
  }

  private static Comparator<RunFacts> by(Function<RunFacts, String> key) {
    return Comparator.comparing(key, String.CASE_INSENSITIVE_ORDER);
  }

  private static TableColumn<RunRow, RunFacts> number(
      String title,
      String id,
      double width,
      Function<RunFacts, String> text,
      Comparator<RunFacts> order) {
    TableColumn<RunRow, RunFacts> column = text(title, id, width, text, order);
    column.getStyleClass().add("number-column");
    atLeast(column, Math.max(Math.min(width, NARROW), NUMBERS * width));
    return column;
  }

  private static void atLeast(TableColumn<RunRow, RunFacts> column, double width) {
    column.getProperties().put(LEAST, width);
    column.setMinWidth(width);
  }

  private static TableColumn<RunRow, RunFacts> text(
      String title,
      String id,
      double width,
      Function<RunFacts, String> text,
      Comparator<RunFacts> order) {
    TableColumn<RunRow, RunFacts> column = new TableColumn<>(title);
    column.setId("runs-" + id);
    column.setCellValueFactory(cell -> cell.getValue().factsProperty());
    column.setCellFactory(made -> new TextCell(text));
    column.setComparator(order);
    column.getProperties().put(WIDTH, width);
    column.setPrefWidth(width);
    atLeast(column, Math.min(width, NARROW));
    column.setReorderable(false);
    return column;
  }

  /** Words about a run. */
  private static final class TextCell extends TableCell<RunRow, RunFacts> {
    private final Function<RunFacts, String> text;

    TextCell(Function<RunFacts, String> text) {
      this.text = text;
    }

    @Override
    protected void updateItem(@Nullable RunFacts run, boolean empty) {
      super.updateItem(run, empty);
      setText(empty || run == null ? null : text.apply(run));
    }
  }

  /** A row. It has no tooltip, which would cover others. */
  private static final class Row extends TableRow<RunRow> {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private final ObservableValue<@Nullable LabRun> current;

    Row(Consumer<RunRow> whenOpened, ObservableValue<@Nullable LabRun> current) {
      this.current = current;
      current.addListener((property, before, now) -> mark()); // rows live as long as the window
      setOnMouseClicked(
          click -> {
            if (click.getClickCount() == 2
                && click.getButton() == MouseButton.PRIMARY
                && !isEmpty()) {
              whenOpened.accept(getItem());
            }
          });
    }

    /** The run whose curves are the live ones is in bold. */
    private void mark() {
      LabRun shown = current.getValue();
      boolean own = shown != null && !isEmpty() && getItem() != null && getItem().is(shown);
      pseudoClassStateChanged(SHOWN, own);
    }

    private static String about(RunFacts run) {
      return Stream.of(run.identity().label(), run.differs(), run.task(), run.state())
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(", "));
    }

    @Override
    protected void updateItem(@Nullable RunRow row, boolean empty) {
      super.updateItem(row, empty);
      mark();
      RunFacts run = empty || row == null ? null : row.facts();
      setAccessibleText(run == null ? null : run.broken() ? run.problem() : about(run));
    }
  }
}
