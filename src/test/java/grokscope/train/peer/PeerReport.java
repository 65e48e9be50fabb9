package grokscope.train.peer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The comparisons as a text that people read, in Markdown. */
record PeerReport(List<PeerComparison> comparisons) {

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("| network | ours ms | usual ms | rewritten ms ")
        .append("| usual ÷ ours | rewritten ÷ ours | threads |\n")
        .append("|---|---|---|---|---|---|---|\n");
    comparisons.forEach(comparison -> text.append(row(comparison)));
    for (PeerComparison comparison : comparisons) {
      if (comparison.has("products")) {
        text.append('\n').append(products(comparison));
      }
    }
    text.append(
        "\n"
            + "Loss before the last of the common steps (exact: libtorch, usual, in double"
            + " precision):\n\n");
    comparisons.forEach(comparison -> text.append(losses(comparison)));
    text.append("\nEvery block, median/mean in ms of so many steps:\n\n");
    comparisons.forEach(comparison -> text.append(blocks(comparison)));
    return text.toString();
  }

  private static String row(PeerComparison of) {
    return line(
        "| %s | %.2f | %.2f | %s | %.2f | %s | %s |",
        of.network().title(),
        of.millis("ours"),
        of.millis("usual"),
        of.has("rewritten") ? line("%.2f", of.millis("rewritten")).strip() : "",
        of.ratio("usual", "ours"),
        of.has("rewritten") ? line("%.2f", of.ratio("rewritten", "ours")).strip() : "",
        of.results().entrySet().stream()
            .map(side -> side.getKey() + " " + side.getValue().threads())
            .collect(Collectors.joining(", ")));
  }

  private static String products(PeerComparison of) {
    return line(
        "%s: the products alone %.2f ms, ours ÷ products %.2f",
        of.network().title(), of.millis("products"), of.ratio("ours", "products"));
  }

  private static String losses(PeerComparison of) {
    return line(
        "- %s: %s",
        of.network().title(),
        of.losses().entrySet().stream()
            .map(side -> String.format(Locale.ROOT, "%s %.9f", side.getKey(), side.getValue()))
            .collect(Collectors.joining(", ")));
  }

  private static String blocks(PeerComparison of) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Race.Result> side : of.results().entrySet()) {
      String blocks =
          side.getValue().blocks().stream()
              .map(
                  b ->
                      String.format(
                          Locale.ROOT, "%.2f/%.2f of %d", b.median(), b.mean(), b.steps()))
              .collect(Collectors.joining(", "));
      text.append(line("- %s, %s: %s", of.network().title(), side.getKey(), blocks));
    }
    return text.toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}
