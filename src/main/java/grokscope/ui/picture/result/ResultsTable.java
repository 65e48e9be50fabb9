package grokscope.ui.picture.result;

import grokscope.run.sweep.SweepGroup;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.picture.paint.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Medians and ranges over the runs of each value. FX thread only. */
final class ResultsTable extends TableView<SweepGroup> {
  private static final double ROW = 26;
  private static final int ROWS = 6;

  private record Column(String title, double width, Function<SweepGroup, String> text) {}

  ResultsTable() {
    Accessible.around(this, "results-table", "Median and range by the values of the setting");
    getStyleClass().addAll("dense", "results");
    setPlaceholder(new Label());
    widthProperty().addListener(change -> fit());
  }

  void show(Results results, List<SweepGroup> groups, Optional<String> x, Optional<String> series) {
    List<TableColumn<SweepGroup, String>> all = new ArrayList<>();
    for (Column column : columns(results, x, series)) {
      TableColumn<SweepGroup, String> made = new TableColumn<>(column.title());
      made.setCellValueFactory(
          cell -> new ReadOnlyStringWrapper(column.text().apply(cell.getValue())));
      made.setSortable(false);
      made.setReorderable(false);
      made.setPrefWidth(column.width());
      all.add(made);
    }
    getColumns().setAll(all);
    getItems().setAll(groups);
    fit();
  }

  /** Shares the width among the columns; where it is too little for their words, they scroll. */
  private void fit() {
    double least = getColumns().stream().mapToDouble(TableColumn::getPrefWidth).sum();
    boolean room = getWidth() == 0 || getWidth() >= least + 2;
    setColumnResizePolicy(
        room ? CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS : UNCONSTRAINED_RESIZE_POLICY);
    double rows = (Math.min(ROWS, getItems().size()) + 1) * ROW;
    double height = rows + (room ? ROW / 2 : ROW);
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
                      results.brief(path), 56, group -> results.value(group.runs().get(0), path))));
    }
    columns.add(new Column("Runs", 50, group -> String.valueOf(group.runs().size())));
    columns.add(new Column("Memorised", 90, group -> group.memorizedWords(ResultsTable::step)));
    columns.add(
        new Column("Generalised", 134, group -> group.generalizedWords(ResultsTable::step)));
    columns.add(new Column("Delay", 126, group -> group.delayWords(ResultsTable::step)));
    columns.add(new Column("Grokked", 72, SweepGroup::grokked));
    return columns;
  }

  private static String step(double step) {
    return NumberText.count(Math.round(step));
  }
}
