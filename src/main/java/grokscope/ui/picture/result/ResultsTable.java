package grokscope.ui.picture.result;

import grokscope.run.sweep.SweepGroup;
import grokscope.ui.control.Accessible;
import grokscope.ui.picture.paint.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Medians and ranges over the runs of each value, on the screen and as CSV. FX thread only. */
final class ResultsTable extends TableView<SweepGroup> {
  private static final double ROW = 26;
  private static final int ROWS = 6;

  private List<Column> columns = List.of();

  private record Column(String title, Function<SweepGroup, String> text) {}

  ResultsTable() {
    Accessible.around(this, "results-table", "Median and range by the values of the setting");
    getStyleClass().addAll("dense", "results");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(new Label());
  }

  void show(Results results, List<SweepGroup> groups, Optional<String> x, Optional<String> series) {
    columns = columns(results, x, series);
    getColumns().clear();
    for (Column column : columns) {
      TableColumn<SweepGroup, String> made = new TableColumn<>(column.title());
      made.setCellValueFactory(
          cell -> new ReadOnlyStringWrapper(column.text().apply(cell.getValue())));
      made.setSortable(false);
      made.setReorderable(false);
      getColumns().add(made);
    }
    getItems().setAll(groups);
    double height = (Math.min(ROWS, groups.size()) + 1) * ROW + ROW / 2;
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
  }

  private static List<Column> columns(
      Results results, Optional<String> x, Optional<String> series) {
    List<Column> columns = new ArrayList<>();
    for (Optional<String> setting : List.of(x, series)) {
      setting.ifPresent(
          path ->
              columns.add(
                  new Column(
                      results.title(path), group -> results.value(group.runs().get(0), path))));
    }
    columns.add(new Column("Runs", group -> String.valueOf(group.runs().size())));
    columns.add(new Column("Memorised at", SweepGroup::memorizedWords));
    columns.add(new Column("Generalised at", SweepGroup::generalizedWords));
    columns.add(new Column("Delay in steps", SweepGroup::delayWords));
    columns.add(new Column("Grokked", SweepGroup::grokked));
    return columns;
  }

  /** What is shown, a line for each value. */
  String csv() {
    StringBuilder text = new StringBuilder();
    text.append(line(columns.stream().map(Column::title).toList()));
    for (SweepGroup group : getItems()) {
      text.append(line(columns.stream().map(column -> column.text().apply(group)).toList()));
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(ResultsTable::quoted).collect(Collectors.joining(",")) + "\n";
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
