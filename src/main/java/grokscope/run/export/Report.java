package grokscope.run.export;

import com.samskivert.mustache.Mustache;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A run as one page that needs nothing else. Stateless, any thread. */
final class Report {
  private static final String TEMPLATE = "/assets/report.html";

  private static final int DIGITS = 10;

  private Report() {}

  /** A name and what it stands for. */
  private record Entry(String name, String value) {}

  static void write(ExportedRun run, Path file) throws IOException {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", run.title());
    page.put("name", run.name());
    page.put("program", run.program().words());
    page.put("summary", entries("", run.summary()));
    page.put("settings", entries("", run.settings()));
    page.put("final", last(run.history()));
    page.put("figures", CurveFigure.svgs(run));
    page.put("evaluations", run.history().size());
    Files.writeString(
        file,
        Mustache.compiler().escapeHTML(true).defaultValue("").compile(template()).execute(page));
  }

  private static String template() throws IOException {
    try (InputStream in = Report.class.getResourceAsStream(TEMPLATE)) {
      return new String(
          Objects.requireNonNull(in, TEMPLATE).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Every value with its path; what is empty is left out. */
  private static List<Entry> entries(String path, Map<?, ?> object) {
    List<Entry> entries = new ArrayList<>();
    object.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> inner) {
            entries.addAll(entries(path + key + ".", inner));
          } else if (value != null && !value.equals("")) {
            entries.add(new Entry(path + key, text(value)));
          }
        });
    return entries;
  }

  /** A setting as it was written; what was measured has more digits than anybody reads. */
  private static String text(Object value) {
    String whole = String.valueOf(value);
    return value instanceof Double number && whole.length() > DIGITS
        ? String.format(Locale.ROOT, "%.6g", number)
        : whole;
  }

  private static List<Entry> last(History history) {
    List<Entry> entries = new ArrayList<>();
    for (int column = 0; column < history.metrics().size() && history.size() > 0; column++) {
      Metric metric = history.metrics().get(column);
      double value = history.value(column, history.size() - 1);
      if (Double.isFinite(value)) {
        entries.add(new Entry(metric.title(), String.format(Locale.ROOT, "%.6g", value)));
      }
    }
    return entries;
  }
}
