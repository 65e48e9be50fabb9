package grokscope.run.export;

import com.samskivert.mustache.Mustache;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.figure.CurvePoints;
import grokscope.figure.ValueText;
import grokscope.run.format.ComputedFormat;
import grokscope.story.PhaseBand;
import grokscope.telemetry.Computation;
import grokscope.telemetry.Computed;
import grokscope.telemetry.History;
import grokscope.text.ClockText;
import grokscope.text.Markup;
import grokscope.text.NumberText;
import grokscope.train.lab.Choices;
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
  private record PhaseRow(String name, String from, String to, String remark, String certain) {}

  /** A row of the table of last values. */
  private record ValueRow(String name, String value, String step) {}

  static void write(ExportedRun run, Path file) throws IOException, InvalidConfig {
    Files.writeString(
        file,
        Mustache.compiler()
            .withEscaper(Markup::escaped)
            .emptyStringIsFalse(true)
            .compile(template())
            .execute(page(run)));
  }

  private static Map<String, Object> page(ExportedRun run) throws InvalidConfig {
    History history = run.history();
    Told told = run.told();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", run.title());
    page.put("name", run.name());
    page.put("program", run.program().words());
    page.put("badge", told.badge());
    page.put("sentence", told.sentence());
    page.put("note", run.remarks().note());
    page.put("figure", CurveFigure.svg(run));
    page.put("hasPhases", !told.phases().isEmpty());
    page.put("phases", told.phases().stream().map(Report::row).toList());
    page.put("hasMarks", !told.marks().isEmpty());
    page.put("marks", told.marks().stream().map(Report::row).toList());
    page.put("evaluations", NumberText.count(history.size()));
    page.put("values", last(history));
    page.put(
        "unmeasured",
        new Choices(run.config()).notMeasuredInWords().stream().map(NumberText::sentence).toList());
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

  private static PhaseRow row(PhaseBand phase) {
    return new PhaseRow(
        NumberText.sentence(phase.phase().words()),
        step(phase.from()),
        step(phase.to()),
        NumberText.sentence(phase.remark()),
        phase.certain() ? "yes" : "no");
  }

  private static Entry row(Told.Mark mark) {
    return new Entry(mark.steps(), mark.what());
  }

  private static String step(double step) {
    return NumberText.count(Math.round(step));
  }

  /** What each metric that has a number was when it was measured last. */
  private static List<ValueRow> last(History history) {
    List<ValueRow> rows = new ArrayList<>();
    int end = history.size() - 1;
    for (int column = 0; column < history.metrics().size(); column++) {
      int sample = CurvePoints.lastTaken(history, column, end);
      if (sample >= 0 && Double.isFinite(history.latest(column, end))) {
        String name = NumberText.sentence(history.metrics().get(column).title());
        String step = step(history.step(sample));
        rows.add(new ValueRow(name, value(history.value(column, sample)), step));
      }
    }
    return rows;
  }

  private static String value(double value) {
    if (Double.isNaN(value)) {
      return "no number";
    }
    return Double.isInfinite(value) ? "infinite" : ValueText.measured(value);
  }

  private static List<Entry> origin(ExportedRun run) {
    if (run.summary().get("imported") instanceof Map<?, ?> imported) {
      return imported(run, imported);
    }
    List<Entry> entries = new ArrayList<>();
    boolean ended = !run.summary().isEmpty();
    entries.add(
        new Entry("State", ended ? known(run, "state") : "not ended when this was written"));
    entries.add(
        new Entry(
            "Time of its steps, without pauses",
            number(run, "seconds").map(ClockText::of).orElse(UNKNOWN)));
    entries.add(new Entry("Steps done", number(run, "steps").map(Report::step).orElse(UNKNOWN)));
    entries.add(
        new Entry(
            "Speed",
            number(run, "steps_per_second")
                .map(rate -> ValueText.measured(rate) + " steps a second")
                .orElse(UNKNOWN)));
    entries.add(new Entry("Started from", run.preset().isEmpty() ? UNKNOWN : run.preset()));
    if (run.computed().isEmpty()) {
      entries.add(new Entry("Trained by", trainer(run)));
      entries.add(new Entry("Back end, threads, machine", UNKNOWN));
    }
    for (Computed computed : run.computed()) {
      String from = computed.from() > 0 ? ", from step " + step(computed.from()) : "";
      Computation by = computed.by();
      entries.add(new Entry("Trained by" + from, by.program().words()));
      entries.add(new Entry("Back end and threads" + from, by.words()));
      entries.add(
          new Entry(
              "Machine" + from,
              by.processor() + ", Java " + by.java() + ", rounding " + by.rounding()));
    }
    entries.add(new Entry("This page by", run.program().words()));
    return entries;
  }

  /** What is known of a run that another program trained. */
  private static List<Entry> imported(ExportedRun run, Map<?, ?> from) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("Trained by", "another program"));
    entries.add(new Entry("Imported from", from.get("from") + ": " + from.get("form")));
    entries.add(new Entry("Weights named as by", String.valueOf(from.get("weights"))));
    entries.add(new Entry("Last step", number(run, "steps").map(Report::step).orElse(UNKNOWN)));
    if (from.get("remarks") instanceof List<?> remarks) {
      remarks.forEach(remark -> entries.add(new Entry("On import", String.valueOf(remark))));
    }
    if (from.get("measured") instanceof Map<?, ?> measured) {
      Computation by = ComputedFormat.computation(measured);
      entries.add(new Entry("Measured by", by.program().words() + ", " + by.words()));
    }
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
        ? new ProgramVersion(
                String.valueOf(program.get("version")), String.valueOf(program.get("commit")))
            .words()
        : UNKNOWN;
  }
}
