package grokscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.CommandLineFixture;
import grokscope.cli.Verdict;
import grokscope.config.ConfigFormat;
import grokscope.config.Json;
import grokscope.figure.RunColors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several runs in one figure, by the command line. */
class ExportFigureTest {
  private static final Path PAGE = Path.of("src/site/markdown/command-line.md");

  @TempDir private Path home;
  private CommandLineFixture commands;

  @BeforeEach
  void writeRuns() throws Exception {
    commands = new CommandLineFixture(home);
    for (int seed = 0; seed < 6; seed++) {
      run("seed-" + seed, seed);
    }
  }

  @AfterEach
  void close() {
    commands.close();
  }

  private void run(String name, int seed) throws Exception {
    Path folder = Files.createDirectories(home.resolve("runs").resolve(name));
    ConfigFormat format = new ConfigFormat(commands.wiring().catalog());
    Files.writeString(
        folder.resolve("config.json"),
        Json.page(format.write(commands.config()))
            .replaceFirst("\"seed\": [0-9]+", "\"seed\": " + seed));
    StringBuilder rows =
        new StringBuilder("step,train_loss,test_loss,train_accuracy,test_accuracy,weight_norm\n");
    for (int step = 0; step <= 2000; step += 20) {
      double known = Math.min(1, step / 100.0);
      boolean grokked = step > 1000 + 50 * seed;
      rows.append(step)
          .append(',')
          .append(4.01 - 4 * known)
          .append(grokked ? ",0.001," : ",9,")
          .append(known)
          .append(grokked ? ",1," : ",0.02,")
          .append(1000 + step)
          .append('\n');
    }
    Files.writeString(folder.resolve("metrics.csv"), rows);
  }

  private Path spec(String json) throws IOException {
    return Files.writeString(home.resolve("figure.json"), json.replace('\'', '"'));
  }

  private String folder(int seed) {
    return home.resolve("runs/seed-" + seed).toString();
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** The figure of the page on the command line: six seeds, in a column of a journal. */
  @Test
  void theExampleOfThePageIsDrawn() throws Exception {
    Matcher example =
        Pattern.compile("```json\n(\\{\n.*?\n\\})\n```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
    assertThat(example.find()).isTrue();
    Path file = spec(example.group(1));
    assertThat(commands.enter("export", "--figure", file.toString(), "--out", home.toString()))
        .isEqualTo(Verdict.OK);
    Path pdf = home.resolve("figure.pdf");
    assertThat(commands.lastLine()).isEqualTo(pdf.toString());
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      float millimetres = document.getPage(0).getMediaBox().getWidth() / 72 * 25.4f;
      assertThat(millimetres).isBetween(84.99f, 85.01f);
    }
    assertThat(text(pdf))
        .contains("median of 6 seeds", "Accuracy", "test loss", "Weight norm Σw²", "Six seeds")
        .doesNotContain("memorising"); // of which of the six?
  }

  @Test
  void runsOfTheCommandLineStandInTheFigureEachInAColor() throws Exception {
    Path svg = home.resolve("two.svg");
    commands.enter(
        "export", folder(3), folder(4), "--figure", spec("{}").toString(), "--to", svg + "");
    assertThat(commands.err()).isEmpty();
    assertThat(Files.readString(svg))
        .contains(">seed-3 · seed 3</text>", ">seed-4 · seed 4</text>")
        .contains(String.format(Locale.ROOT, "#%06x", RunColors.PRINT.get(0)))
        .contains(String.format(Locale.ROOT, "#%06x", RunColors.PRINT.get(1)));
  }

  @Test
  void aNumberedRunHasItsNumberItsNameAndItsColor() throws Exception {
    Path run = Path.of(folder(3));
    Files.writeString(run.resolve("identity.json"), "{\"number\": 5, \"color\": 7}");
    Files.writeString(run.resolve("remarks.json"), "{\"name\": \"Un/grokking\"}");
    Path svg = home.resolve("one.svg");
    commands.enter("export", run + "", "--figure", spec("{}").toString(), "--to", svg + "");
    assertThat(Files.readString(svg))
        .contains(">#5 Un/grokking</text>")
        .contains(String.format(Locale.ROOT, "#%06x", RunColors.PRINT.get(7)));
    commands.enter("export", run + "", "--format", "svg", "--out", home + "");
    assertThat(commands.lastLine()).isEqualTo(home.resolve("5-un-grokking.svg").toString());
    assertThat(Files.readString(home.resolve("5-un-grokking.svg")))
        .contains("#5 Un/grokking · ")
        .contains(String.format(Locale.ROOT, "#%06x", RunColors.LIGHT.get(7)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'width': 500} | width is 500, but must be from 40 to 420 millimetres",
        "{'panels': ['lss']} | panels[0] is \"lss\", but must be one of",
        "{'panels': | is not JSON: the text ends too early",
        "{'pannels': []} | pannels is not a known key; did you mean \"panels\"?",
      })
  void whatIsRefusedIsSaidInASentenceAndNothingIsWritten(String json, String sentence)
      throws Exception {
    Path to = home.resolve("out.pdf");
    Path file = spec(json);
    assertThat(commands.enter("export", folder(0), "--figure", file + "", "--to", to + ""))
        .isEqualTo(Verdict.BAD_INPUT);
    assertThat(commands.err()).contains(file + ": " + sentence);
    assertThat(commands.err().lines()).hasSize(1);
    assertThat(to).doesNotExist();
  }

  @Test
  void aFigureWithoutRunsARunWithoutDataAndAStrangeEndingAreRefused() throws Exception {
    Path file = spec("{}");
    assertThat(commands.enter("export", "--figure", file + "")).isEqualTo(Verdict.BAD_INPUT);
    assertThat(commands.err()).contains("runs are missing: give their folders");
    commands.enter("export", folder(0), "--figure", file + "", "--to", "x.gif");
    assertThat(commands.err()).contains("--to is x.gif, but must end in .svg, .pdf or .png");
    Files.writeString(Path.of(folder(0)).resolve("metrics.csv"), "step,train_loss\n");
    commands.enter("export", folder(0), "--figure", file + "", "--to", home + "/x.pdf");
    assertThat(commands.err()).contains("metrics.csv").contains("there is nothing to draw");
    assertThat(home.resolve("x.pdf")).doesNotExist();
    commands.enter("export", folder(1), "--to", home + "/x.pdf");
    assertThat(commands.err()).contains("--to is for a figure, and needs --figure beside it");
    commands.enter("export", folder(1), "--figure", file + "", "--format", "csv");
    assertThat(commands.err()).contains("--figure says itself what is written");
    commands.enter("export");
    assertThat(commands.err()).contains("FOLDER is missing");
  }

  @Test
  void aFileThatIsThereStaysAsItIsAndOneThatCannotBeIsNamed() throws Exception {
    Path there = Files.writeString(home.resolve("there.pdf"), "mine");
    Path file = spec("{}");
    commands.enter("export", folder(0), "--figure", file + "", "--to", there + "");
    assertThat(commands.err())
        .contains(there + ": the file already exists, and is not overwritten");
    assertThat(there).hasContent("mine");
    commands.enter("export", folder(0), "--figure", file + "", "--to", there + "/below.pdf");
    assertThat(commands.err())
        .contains("the file cannot be written: " + there + " is a file, but must be a folder");
    assertThat(home).isDirectoryNotContaining("glob:**/.draft*");
  }
}
