package grokscope.ui.term;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A row of a table on a page that comes with the program and that people read too. Immutable, any
 * thread.
 *
 * @param group the heading that it stands under
 * @param cells its words, without the stars of emphasis
 */
public record PageRow(String group, List<String> cells) {
  private static final String HEADING = "## ";
  private static final String ROW = "| ";
  private static final String END = " |";
  private static final String RULE = "|---";

  public PageRow {
    cells = List.copyOf(cells);
  }

  /** The rows of a page of the program's resources. */
  public static List<PageRow> read(String resource, int cells) {
    try (InputStream page =
            Objects.requireNonNull(PageRow.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(page, StandardCharsets.UTF_8))) {
      return of(lines.lines().toList(), cells);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The rows of all tables without their heads.
   *
   * @throws IllegalArgumentException if a row has another number of cells, an empty one or no
   *     heading above it
   */
  static List<PageRow> of(List<String> lines, int cells) {
    List<PageRow> rows = new ArrayList<>();
    String group = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean head = i + 1 < lines.size() && lines.get(i + 1).startsWith(RULE);
      if (line.startsWith(HEADING)) {
        group = line.substring(HEADING.length());
      } else if (line.startsWith("|") && !line.startsWith(RULE) && !head) {
        rows.add(row(group, line, cells));
      }
    }
    return rows;
  }

  private static PageRow row(String group, String line, int cells) {
    boolean whole = line.startsWith(ROW) && line.endsWith(END) && line.length() > 3;
    String inside = whole ? line.substring(2, line.length() - 2) : "";
    List<String> found = List.of(inside.split(" \\| ", -1));
    boolean filled = found.stream().noneMatch(String::isBlank);
    if (!whole || !filled || found.size() != cells || group.isEmpty()) {
      throw new IllegalArgumentException(
          "not a row of " + cells + " filled cells under a heading: " + line);
    }
    return new PageRow(group, found.stream().map(cell -> cell.replace("*", "")).toList());
  }
}
