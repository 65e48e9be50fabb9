package grokscope.train.report;

import java.util.List;
import java.util.Optional;

/**
 * Values side by side. Immutable, any thread.
 *
 * @param key what JSON calls the list of its rows
 * @param rows each with as many cells as there are columns
 */
public record ReportTable(String key, List<Column> columns, List<List<Cell>> rows) {
  public ReportTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Whether rules make some of its cells key frequencies. */
  public boolean hasKeys() {
    return rows.stream().flatMap(List::stream).anyMatch(cell -> cell.key().isPresent());
  }

  /**
   * A column.
   *
   * @param key what JSON calls its cells
   */
  public record Column(String key, String title) {}

  /**
   * A cell.
   *
   * @param key whether the column's rule makes it a key frequency; empty where it has no such rule
   */
  public record Cell(Value value, Optional<Boolean> key) {
    static Cell of(Value value) {
      return new Cell(value, Optional.empty());
    }
  }
}
