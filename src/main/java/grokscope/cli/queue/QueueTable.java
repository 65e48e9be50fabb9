package grokscope.cli.queue;

import grokscope.cli.watch.ProgressLine;
import grokscope.measure.phase.SeedSpread;
import grokscope.run.format.RunText;
import grokscope.telemetry.RunState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** The results of a queue as tables of text. Stateless, any thread. */
public final class QueueTable {
  private static final String NEVER = "never";

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
              result.delay().map(Object::toString).orElse("-"),
              ProgressLine.percent(result.testAccuracy()),
              result.outcome(),
              result.state()));
    }
    List<String> lines = aligned(rows);
    Map<String, List<QueueResult>> variations = new LinkedHashMap<>();
    results.stream()
        .filter(QueueTable::over)
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

  /** A run that was stopped or failed says nothing about when it would have generalised. */
  private static boolean over(QueueResult result) {
    return result.state().equals(RunText.word(RunState.FINISHED))
        || result.state().equals(RunText.word(RunState.DIVERGED));
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
          long grokked = seeds.stream().filter(QueueResult::grokked).count();
          rows.add(
              List.of(
                  words.isEmpty() ? "-" : words,
                  Integer.toString(seeds.size()),
                  Long.toString(grokked),
                  steps(seeds, QueueTable::memorized),
                  steps(seeds, QueueTable::generalized),
                  steps(seeds, QueueTable::delay),
                  words(
                      seeds.stream().mapToDouble(QueueResult::testAccuracy).toArray(),
                      ProgressLine::percent)));
        });
    return rows;
  }

  private static String steps(List<QueueResult> seeds, ToDoubleFunction<QueueResult> number) {
    return words(
        seeds.stream().mapToDouble(number).toArray(),
        value -> String.format(Locale.ROOT, "%.0f", value));
  }

  /** Such as "2100 (1800–never)". */
  public static String words(double[] values, DoubleFunction<String> number) {
    Optional<SeedSpread> known = SeedSpread.of(values);
    if (known.isEmpty()) {
      return "-";
    }
    SeedSpread spread = known.get();
    DoubleFunction<String> said = value -> Double.isInfinite(value) ? NEVER : number.apply(value);
    String median = said.apply(spread.median());
    return spread.least() == spread.most()
        ? median
        : median + " (" + said.apply(spread.least()) + "–" + said.apply(spread.most()) + ")";
  }

  private static double memorized(QueueResult result) {
    return result.memorizedAt().map(at -> (double) at.by()).orElse(Double.POSITIVE_INFINITY);
  }

  private static double generalized(QueueResult result) {
    return result.generalizedAt().map(at -> (double) at.by()).orElse(Double.POSITIVE_INFINITY);
  }

  private static double delay(QueueResult result) {
    return result.delay().map(steps -> (double) steps).orElse(Double.POSITIVE_INFINITY);
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
