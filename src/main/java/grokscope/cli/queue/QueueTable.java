package grokscope.cli.queue;

import grokscope.cli.watch.ProgressLine;
import grokscope.run.sweep.SweepGroup;
import grokscope.run.sweep.SweepRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The results of a queue as tables of text. Stateless, any thread. */
public final class QueueTable {
  private QueueTable() {}

  /** A line per run, and where several seeds were run, one per variation with their spread. */
  public static List<String> of(List<QueueResult> results) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "run",
            "varied",
            "memorised",
            "generalised",
            "delay in steps",
            "test accuracy",
            "outcome",
            "state"));
    for (QueueResult result : results) {
      rows.add(
          List.of(
              Integer.toString(result.run().number()),
              result.run().words(),
              result.memorizedAt().map(Object::toString).orElse("-"),
              result.generalizedAt().map(Object::toString).orElse("-"),
              result.swept().delay().map(Object::toString).orElse("-"),
              ProgressLine.percent(result.testAccuracy()),
              result.outcome(),
              result.state()));
    }
    List<String> lines = aligned(rows);
    Map<String, List<QueueResult>> variations = new LinkedHashMap<>();
    results.stream()
        .filter(result -> result.swept().counts())
        .forEach(
            result ->
                variations
                    .computeIfAbsent(result.run().variation(), none -> new ArrayList<>())
                    .add(result));
    if (variations.values().stream().anyMatch(seeds -> seeds.size() > 1)) {
      lines.add("");
      lines.add("Median (and range) over seeds:");
      lines.addAll(aligned(spreads(variations)));
    }
    return lines;
  }

  private static List<List<String>> spreads(Map<String, List<QueueResult>> variations) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "varied",
            "runs",
            "runs that grokked",
            "memorised at",
            "generalised at",
            "delay in steps",
            "test accuracy"));
    variations.forEach(
        (words, seeds) -> {
          SweepGroup group =
              new SweepGroup(
                  Optional.empty(),
                  Optional.empty(),
                  seeds.stream().map(QueueResult::swept).toList());
          long grokked = group.runs().stream().filter(SweepRun::grokked).count();
          rows.add(
              List.of(
                  words.isEmpty() ? "-" : words,
                  Integer.toString(seeds.size()),
                  Long.toString(grokked),
                  group.memorizedWords(QueueTable::step),
                  group.generalizedWords(QueueTable::step),
                  group.delayWords(QueueTable::step),
                  SweepGroup.words(
                      seeds.stream().mapToDouble(QueueResult::testAccuracy).toArray(),
                      ProgressLine::percent)));
        });
    return rows;
  }

  private static String step(double step) {
    return String.format(Locale.ROOT, "%.0f", step);
  }

  private static List<String> aligned(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
        line.append(row.get(column)).append(" ".repeat(width - row.get(column).length() + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
