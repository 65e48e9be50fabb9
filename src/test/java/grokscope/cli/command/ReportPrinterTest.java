package grokscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.config.Json;
import grokscope.measure.fourier.Score;
import grokscope.train.look.BrokenArray;
import grokscope.train.look.Guessing;
import grokscope.train.look.NetworkReport;
import grokscope.train.look.NeuronCounts;
import grokscope.train.look.ReportSize;
import grokscope.train.report.Findings;
import grokscope.train.report.SplitSource;
import grokscope.train.report.Warning;
import grokscope.train.report.WeightsOrigin;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Text and JSON of one list. */
class ReportPrinterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final ReportPrinter printer =
      new ReportPrinter(new Terminal(stream, stream, false, StandardCharsets.UTF_8));

  private static Findings broken() {
    NetworkReport report =
        new NetworkReport(
            new Score(Double.NaN, Double.NaN),
            new Score(Double.NaN, Double.NaN),
            new Score(0.5, 0.75),
            new Guessing(1.0 / 7, Optional.of(Math.log(7))),
            new ReportSize(12_345, 20, 29),
            Map.of("embed.W_E", Double.POSITIVE_INFINITY),
            List.of(new BrokenArray("embed.W_E", 2, 1, 56, List.of(3, 1))),
            Optional.empty(),
            List.of(),
            List.of(new NeuronCounts(Map.of(2, 196), 3, 1, 512)),
            List.of(),
            Map.of("circuit", "the answers are not numbers"));
    return Findings.of(
        report, new WeightsOrigin(SplitSource.SETTINGS, List.of("A mask is left out.")));
  }

  @Test
  void warningsStandFirstAndInTheSameOrderInTextAndJson() throws Exception {
    assertThat(printer.text(broken())).isEqualTo(Verdict.FAILURE);
    List<String> lines = Arrays.asList(out.toString(StandardCharsets.UTF_8).split("\\R"));
    out.reset();
    assertThat(printer.json(broken(), Map.of("more", List.of(Double.NaN))))
        .isEqualTo(Verdict.FAILURE);
    Map<String, Object> object = Json.read(out.toString(StandardCharsets.UTF_8));
    List<String> texts = new ArrayList<>();
    List<Object> keys = new ArrayList<>();
    for (Object warning : (List<?>) object.get("warnings")) {
      texts.add((String) Json.object(warning, "").get("text"));
      keys.add(Json.object(warning, "").get("key"));
    }
    assertThat(keys).containsExactly("not_numbers", "split", "reading");
    for (int i = 0; i < texts.size(); i++) {
      assertThat(lines.get(i)).isEqualTo((i == 0 ? "Warning: " : "Note: ") + texts.get(i));
    }
    assertThat(broken().warnings()).extracting(Warning::text).isEqualTo(texts);
    assertThat(lines.subList(4, lines.size()))
        .startsWith(((List<?>) object.get("sentences")).toArray(String[]::new));
    assertThat(object).containsEntry("more", Arrays.asList((Object) null));
  }

  @Test
  void whatIsNoNumberIsSaidInTextAndNullInJson() throws Exception {
    printer.text(broken());
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("(?m)^loss, all examples +not a number$")
        .containsPattern("(?m)^accuracy, all examples +not a number$")
        .containsPattern("(?m)^accuracy, hidden examples +0\\.750000$")
        .containsPattern("(?m)^Σw² of embed.W_E +infinite$")
        .containsPattern("(?m)^neurons of layer 1, 85 % frequency 2 +196$")
        .containsPattern("(?m)^neurons of layer 1, not numbers +1$")
        .containsPattern("(?m)^neurons of layer 1, all +512$")
        .containsPattern("(?m)^not numbers +NaN +infinite +of +first at$")
        .containsPattern("(?m)^embed.W_E +2 +1 +56 +3, 1$");
    out.reset();
    printer.json(broken(), Map.of());
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).doesNotContain("\"NaN\"", "Infinity").hasLineCount(1);
    assertThat(Json.read(text))
        .containsEntry("accuracy", null)
        .containsEntry("test_accuracy", 0.75)
        .containsEntry("weight_norm", null)
        .containsEntry("not_read", Map.of("circuit", "the answers are not numbers"));
  }
}
