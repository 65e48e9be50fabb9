package grokscope.figure.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.figure.RunColors;
import grokscope.figure.ink.Ink.Box;
import grokscope.figure.ink.Typeface;
import grokscope.telemetry.History;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FigureDrawingTest {
  private static FigureSpec spec(String json) throws InvalidConfig {
    return FigureSpecFormat.read(Json.read(json.replace('\'', '"')));
  }

  private static FigureData two() {
    return Drawn.data(Drawn.run("#1 one", 0, 0), Drawn.run("#2 two", 4, 0.1));
  }

  private static String web(int color) {
    return String.format(Locale.ROOT, "#%06x", color);
  }

  private static List<String> texts(String svg) {
    return Pattern.compile("<text[^>]*>([^<]*)</text>")
        .matcher(svg)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static byte[] bytes(FigureSpec spec, FigureData data) throws Exception {
    Typeface face = Typeface.load();
    FigurePage page = spec.page();
    return FigureFiles.bytes(FigureFiles.sheet(spec, data, face), page.format(), page.dpi(), face);
  }

  @Test
  void aRunHasItsNameAndItsColor() throws Exception {
    String svg = Drawn.svg(FigureSpec.USUAL, two());
    assertThat(texts(svg)).contains("#1 one", "#2 two", "Accuracy", "Weight norm Σw²");
    assertThat(svg)
        .contains("stroke=\"" + web(RunColors.PRINT.get(0)) + '"')
        .contains("stroke=\"" + web(RunColors.PRINT.get(4)) + '"');
  }

  @Test
  void panelsAreThoseThatAreAskedForInTheirOrder() throws Exception {
    String svg = Drawn.svg(spec("{'panels': ['key_frequencies', 'loss']}"), two());
    assertThat(texts(svg)).containsSubsequence("Key frequencies", "Loss");
    assertThat(texts(svg)).doesNotContain("Accuracy", "Weight norm Σw²");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'panels': ['los']} | panels[0] is \"los\", but must be one of those that were measured:"
            + " \"accuracy\", \"loss\", \"weight-norm\", \"key_frequencies\".",
        "{'panels': ['circuit']} | panels[0] is \"circuit\", but must be one of those that were",
        "{'hidden': ['x']} | hidden[0] is \"x\", but must be one of",
        "{'values': {'x': {'from': 0, 'to': 1}}} | values is \"x\", but must be one of",
        "{'scales': {'loss': 'log'}} | scales.loss is \"log\", but must be one of"
            + " \"Logarithmic\", \"Linear\"",
        "{'panels': ['loss'], 'hidden': ['train_loss', 'test_loss']} | hidden holds every curve",
        "{'width': 40, 'type': 36} | width leaves the plots less room than ten letters",
      })
  void whatItsRunsDoNotHaveIsNamed(String json, String sentence) throws Exception {
    FigureSpec spec = spec(json);
    assertThatThrownBy(() -> Drawn.svg(spec, two()))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void runsThatMeasuredNothingAreRefused() {
    FigureData none = Drawn.data(new FigureRun("", 0, new History(List.of())));
    assertThatThrownBy(() -> Drawn.svg(FigureSpec.USUAL, none))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith("runs have measured nothing");
  }

  @Test
  void plotsAreAlignedAndHaveTheHeightsThatAreAskedFor() throws Exception {
    FigureSpec spec = spec("{'width': 85, 'heights': [30, 20]}");
    FigureDrawing drawing = new FigureDrawing(spec, two(), Typeface.load());
    assertThat(drawing.width()).isEqualTo(FigurePage.points(85));
    List<Box> plots = drawing.plots();
    assertThat(plots).hasSize(4);
    assertThat(plots.stream().map(Box::x).distinct()).hasSize(1);
    assertThat(plots.stream().map(Box::width).distinct()).hasSize(1);
    assertThat(plots.get(0).height()).isEqualTo(FigurePage.points(30));
    assertThat(plots.get(3).height()).isEqualTo(FigurePage.points(20));
  }

  @Test
  void aMedianHasABandAndOneWithoutHasNone() throws Exception {
    String band = "<polygon";
    assertThat(Drawn.svg(FigureSpec.USUAL, two())).doesNotContain(band);
    String svg = Drawn.svg(FigureSpec.USUAL, Drawn.data(Drawn.median("median of 3 seeds", 2)));
    assertThat(svg).contains(band, ">median of 3 seeds</text>");
  }

  @Test
  void phasesAndMarksAreThereUnlessTheyAreTurnedOff() throws Exception {
    assertThat(texts(Drawn.svg(FigureSpec.USUAL, two())))
        .contains("memorising", "memorised 90–100", "decay → 3")
        .contains("cleanup", "Hatched phases are not certain."); // too narrow, so in the legend
    assertThat(texts(Drawn.svg(spec("{'phases': false, 'marks': false, 'legend': false}"), two())))
        .doesNotContain("memorising", "cleanup", "memorised 90–100", "decay → 3", "#1 one");
  }

  @Test
  void aZoomShowsItsStepsAndValuesOnly() throws Exception {
    String json =
        "{'steps': {'from': 200, 'to': 400}, 'panels': ['accuracy'],"
            + " 'values': {'accuracy': {'from': 0.4, 'to': 0.6}}}";
    assertThat(texts(Drawn.svg(spec(json), two())))
        .contains("200", "400", "0.40", "0.60")
        .doesNotContain("0", "1\u202f000", "0.0", "1.0", "memorised 90–100", "decay → 3");
  }

  @Test
  void logStepsAndLogAccuracyHaveTheirTicks() throws Exception {
    String json =
        "{'steps': {'scale': 'log'}, 'scales': {'accuracy': 'Logarithmic'}, 'panels':"
            + " ['accuracy']}";
    assertThat(texts(Drawn.svg(spec(json), two())))
        .contains("10", "100", "1\u202f000")
        .contains("0.001", "0.01", "0.1")
        .doesNotContain("10⁻¹²", "On logarithmic axes, 0 and less are drawn at 10⁻¹².");
  }

  @Test
  void aCurveThatIsHiddenIsNotDrawn() throws Exception {
    String svg = Drawn.svg(spec("{'hidden': ['train_accuracy']}"), two());
    assertThat(texts(svg)).contains("test accuracy").doesNotContain("train accuracy");
  }

  @Test
  void theNormIsItsRootWhereThatIsAskedFor() throws Exception {
    assertThat(texts(Drawn.svg(spec("{'scales': {'weight-norm': '‖w‖'}}"), two())))
        .contains("Weight norm √Σw²");
  }

  @Test
  void wordsInAPageForPrintCanBeSearched() throws Exception {
    try (PDDocument document = Loader.loadPDF(bytes(spec("{'caption': 'As ‖w‖ falls.'}"), two()))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth())
          .isEqualTo((float) FigurePage.points(85));
      assertThat(new PDFTextStripper().getText(document))
          .contains("Weight norm Σw²", "#2 two", "memorised 90–100", "As ‖w‖ falls.");
    }
  }

  @Test
  void aLetterThatTheTypefaceDoesNotHaveIsReplacedAndNothingFails() throws Exception {
    FigureData data = Drawn.data(Drawn.run("測試 \ud83d\ude00 Ungrokking", 0, 0));
    for (String format : List.of("svg", "pdf", "png")) {
      assertThat(bytes(spec("{'format': '" + format + "'}"), data)).isNotEmpty();
    }
    assertThat(texts(Drawn.svg(FigureSpec.USUAL, data)))
        .contains("測試 \ud83d\ude00 Ungrokking"); // the reader may have them
  }

  @ParameterizedTest
  @EnumSource
  void theSameFigureIsTheSameBytes(FigureFormat format) throws Exception {
    FigureSpec spec = FigureSpec.USUAL.on(FigurePage.COLUMN.as(format));
    byte[] first = bytes(spec, two());
    assertThat(Arrays.equals(first, bytes(spec, two()))).isTrue();
  }

  @Test
  void aPictureHasItsDotsToAnInchAndSaysSo() throws Exception {
    byte[] png = bytes(spec("{'format': 'png', 'dpi': 254}"), two());
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(850);
    int at = new String(png, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("pHYs");
    assertThat(java.nio.ByteBuffer.wrap(png, at + 4, 4).getInt()).isEqualTo(10_000); // per metre
  }

  @Test
  void noLineIsThinnerThanPrintCanShowAndNoWordsAreSmallerThanTheirType() throws Exception {
    String svg = Drawn.svg(spec("{'type': 6}"), two());
    assertThat(numbers(svg, "stroke-width")).allMatch(width -> width >= 0.4);
    assertThat(numbers(svg, "font-size")).allMatch(size -> size >= 6);
  }

  private static List<Double> numbers(String svg, String attribute) {
    return Pattern.compile(' ' + attribute + "=\"([0-9.]*)\"")
        .matcher(svg)
        .results()
        .map(found -> Double.valueOf(found.group(1)))
        .toList();
  }
}
