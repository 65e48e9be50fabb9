package grokscope.ui;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.telemetry.StepInterval;
import grokscope.ui.words.Described;
import grokscope.ui.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The runs of this window, newest first. FX thread only. */
final class RunTable extends TableView<LabRun> {
  private static final String NONE = "–";

  private final Catalog catalog;
  private final RunWords words;

  RunTable(Catalog catalog, LabModel model, RunWords words) {
    super(model.runs());
    this.catalog = catalog;
    this.words = words;
    Described.as(this, "runs", "The runs of this window, the newest first");
    getStyleClass().addAll("dense", "runs");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label empty = new Label("Runs appear here. Change a knob and run again to compare.");
    empty.getStyleClass().add("empty");
    setPlaceholder(empty);
    getColumns().add(number("#", 44, run -> fixed(String.valueOf(run.number()))));
    getColumns().add(text("Preset", 220, run -> fixed(run.preset().title())));
    getColumns().add(text("Task", 150, run -> fixed(words.task(run.config()))));
    getColumns().add(number("Data", 72, run -> fixed(value(run, "data.trainFraction"))));
    getColumns().add(number("Decay", 96, run -> live(run, this::decay)));
    getColumns().add(number("Seed", 64, run -> fixed(value(run, "seed"))));
    getColumns().add(number("Memorised", 116, run -> live(run, r -> interval(r.memorized()))));
    getColumns().add(number("Grokked", 124, run -> live(run, r -> interval(r.grokked()))));
    getColumns().add(number("Delay ×", 80, run -> live(run, RunTable::delay)));
    getColumns().add(text("State", 150, run -> live(run, RunTable::state)));
  }

  private static ObservableValue<String> fixed(String text) {
    return new ReadOnlyStringWrapper(text).getReadOnlyProperty();
  }

  private static ObservableValue<String> live(LabRun run, Function<LabRun, String> text) {
    return run.statusProperty().map(status -> text.apply(run));
  }

  private String value(LabRun run, String path) {
    RunConfig config = run.config();
    return catalog.paths(config).contains(path) ? words.value(config, path) : NONE;
  }

  /** The decay it was started with, and the one it was turned to. */
  private String decay(LabRun run) {
    String path = "optimizer.weightDecay";
    String start = value(run, path);
    boolean known = catalog.paths(run.turned()).contains(path);
    String now = known ? words.value(run.turned(), path) : NONE;
    return start.equals(now) ? start : start + " → " + now;
  }

  private static String interval(Optional<StepInterval> at) {
    return at.map(RunTable::interval).orElse(NONE);
  }

  private static String interval(StepInterval at) {
    return at.after() < 0 || at.after() == at.by() - 1
        ? Words.count(at.by())
        : Words.count(at.after()) + "–" + Words.count(at.by());
  }

  private static String delay(LabRun run) {
    if (run.memorized().isEmpty() || run.grokked().isEmpty() || run.memorized().get().by() < 1) {
      return NONE;
    }
    double ratio = (double) run.grokked().get().by() / run.memorized().get().by();
    return String.format(Locale.ROOT, "%.1f", ratio);
  }

  private static String state(LabRun run) {
    return StageWords.words(run.stage(), run.status());
  }

  private static TableColumn<LabRun, String> number(
      String title, double width, Function<LabRun, ObservableValue<String>> value) {
    TableColumn<LabRun, String> column = text(title, width, value);
    column.getStyleClass().add("number-column");
    return column;
  }

  private static TableColumn<LabRun, String> text(
      String title, double width, Function<LabRun, ObservableValue<String>> value) {
    TableColumn<LabRun, String> column = new TableColumn<>(title);
    column.setCellValueFactory(cell -> value.apply(cell.getValue()));
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 150));
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }
}
