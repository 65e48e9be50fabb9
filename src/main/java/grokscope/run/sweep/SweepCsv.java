package grokscope.run.sweep;

import grokscope.measure.phase.SeedSpread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Medians and ranges by the values of settings as a table for other programs: a line for each
 * group, numbers without separators, "never" for what never came. Stateless, any thread.
 */
public final class SweepCsv {
  private static final List<String> NUMBERS =
      List.of(
          "runs",
          "counted",
          "memorised median",
          "memorised least",
          "memorised most",
          "generalised median",
          "generalised least",
          "generalised most",
          "grokked");

  private SweepCsv() {}

  /**
   * The table.
   *
   * @param titles of the settings whose values the groups have, one or two
   */
  public static String of(List<String> titles, List<SweepGroup> groups) {
    StringBuilder text = new StringBuilder();
    List<String> heads = new ArrayList<>(titles);
    heads.addAll(NUMBERS);
    text.append(line(heads));
    for (SweepGroup group : groups) {
      List<String> cells = new ArrayList<>();
      List<Optional<Object>> values = List.of(group.value(), group.series());
      for (int i = 0; i < titles.size(); i++) {
        cells.add(values.get(i).map(String::valueOf).orElse(""));
      }
      cells.add(String.valueOf(group.runs().size()));
      cells.add(String.valueOf(group.counted().size()));
      addSpread(cells, group.memorized());
      addSpread(cells, group.generalized());
      cells.add(String.valueOf(group.counted().stream().filter(SweepRun::grokked).count()));
      text.append(line(cells));
    }
    return text.toString();
  }

  private static void addSpread(List<String> cells, Optional<SeedSpread> spread) {
    cells.add(spread.map(known -> step(known.median())).orElse(""));
    cells.add(spread.map(known -> step(known.least())).orElse(""));
    cells.add(spread.map(known -> step(known.most())).orElse(""));
  }

  private static String step(double step) {
    return Double.isInfinite(step) ? SweepGroup.NEVER : String.format(Locale.ROOT, "%.0f", step);
  }

  private static String line(List<String> cells) {
    return cells.stream().map(SweepCsv::quoted).collect(Collectors.joining(",")) + "\n";
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
