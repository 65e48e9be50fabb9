package grokscope.run.export;

import com.samskivert.mustache.Mustache;
import grokscope.config.Json;
import grokscope.figure.ValueText;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.text.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A run as one page that a person can read and that needs nothing else. Stateless, any thread. */
final class Report {
  private static final String TEMPLATE = "/assets/report.html";

  private static final String UNKNOWN = "unknown: not recorded";

  private Report() {}

  /** A name and what it stands for. */
  private record Entry(String name, String value) {}

  /** A row of the table of phases. */
  private record PhaseRow(String name, String from, String to, String rule, String certain) {}

  /** A row of the table of what happened. */
  private record MarkRow(String step, String label) {}

  static void write(ExportedRun run, Path file) throws IOException {
    Files.writeString(
        file,
        Mustache.compiler()
            .escapeHTML(true)
            .emptyStringIsFalse(true)
            .compile(template())
            .execute(page(run)));
  }

  private static Map<String, Object> page(ExportedRun run) {
    History history = run.history();
    Told told = run.told();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", run.title());
    page.put("name", run.name());
    page.put("program", run.program().words());
    page.put("sentence", told.sentence());
    page.put("note", run.remarks().note());
    page.put("figure", CurveFigure.svg(run));
    page.put("hasPhases", !told.phases().isEmpty());
    page.put("phases", told.phases().stream().map(Report::row).toList());
    page.put("hasMarks", !told.marks().isEmpty());
    page.put("marks", told.marks().stream().map(Report::row).toList());
    page.put("lastStep", history.size() == 0 ? "–" : step(history.step(history.size() - 1)));
    page.put("evaluations", NumberText.count(history.size()));
    page.put("values", last(history));
    page.put("groups", run.described());
    page.put("origin", origin(run));
    page.put("config", Json.page(run.settings()));
    page.put("rawSummary", run.summary().isEmpty() ? "" : Json.page(run.summary()));
    return page;
  }

  private static String template() throws IOException {
    try (InputStream in = Report.class.getResourceAsStream(TEMPLATE)) {
      return new String(
          Objects.requireNonNull(in, TEMPLATE).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static PhaseRow row(Told.Phase phase) {
    return new PhaseRow(
        NumberText.sentence(phase.name()),
        step(phase.from()),
        step(phase.to()),
        phase.rule().isEmpty() ? "not before the run’s end" : phase.rule(),
        phase.certain() ? "yes" : "not yet");
  }

  private static MarkRow row(Told.Mark mark) {
    int after = mark.at().after();
    int by = mark.at().by();
    String steps = after < 0 || after == by ? step(by) : step(after) + "–" + step(by);
    return new MarkRow(steps, mark.label());
  }

  private static String step(double step) {
    return NumberText.count(Math.round(step));
  }

  /** The last number of each metric, which may be older than the last evaluation. */
  private static List<Entry> last(History history) {
    List<Entry> entries = new ArrayList<>();
    for (int column = 0; column < history.metrics().size(); column++) {
      Metric metric = history.metrics().get(column);
      double value = history.latest(column, history.size() - 1);
      if (Double.isFinite(value)) {
        String words = ValueText.measured(value);
        entries.add(new Entry(NumberText.sentence(metric.title()), words));
      }
    }
    return entries;
  }

  private static List<Entry> origin(ExportedRun run) {
    List<Entry> entries = new ArrayList<>();
    boolean ended = !run.summary().isEmpty();
    entries.add(
        new Entry("State", ended ? known(run, "state") : "not ended when this was written"));
    entries.add(new Entry("Steps done", number(run, "steps").map(Report::step).orElse(UNKNOWN)));
    entries.add(
        new Entry(
            "Speed",
            number(run, "steps_per_second")
                .map(rate -> ValueText.measured(rate) + " steps a second")
                .orElse(UNKNOWN)));
    entries.add(new Entry("Back end", known(run, "backend")));
    entries.add(new Entry("Threads", known(run, "threads")));
    entries.add(new Entry("Trained by", trainer(run)));
    entries.add(new Entry("This page by", run.program().words()));
    return entries;
  }

  private static String known(ExportedRun run, String key) {
    Object value = run.summary().get(key);
    return value == null ? UNKNOWN : String.valueOf(value);
  }

  private static Optional<Double> number(ExportedRun run, String key) {
    return run.summary().get(key) instanceof Number number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  private static String trainer(ExportedRun run) {
    return run.summary().get("program") instanceof Map<?, ?> program
        ? "Grokscope " + program.get("version") + ", commit " + program.get("commit")
        : UNKNOWN;
  }
}
