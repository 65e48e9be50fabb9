package grokscope.run.export;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.ConfigFormat;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.figure.RunIdentity;
import grokscope.run.Remarks;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.train.lab.Laboratory;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose loss is 0, infinite, missing and lost at the end, in every format. */
class HonestExportTest {
  private static final double UP = Double.POSITIVE_INFINITY;
  private static final double NONE = Double.NaN;
  private static final double[] LOSSES = {1, 0, 0, 1, UP, NONE, -UP, 1, 0.5, UP, NONE};

  @TempDir private Path folder;

  private static ExportedRun run() {
    Catalog catalog = new Laboratory(1L << 30).catalog();
    History history =
        new History(
            List.of(
                new Metric("train_loss", "train loss", ""),
                new Metric("test_accuracy", "test accuracy", ""),
                new Metric("descent_cosine", "cosine", "", true)));
    for (int i = 0; i < LOSSES.length; i++) {
      history.append(1000 * i, new double[] {LOSSES[i], NONE, i % 4 == 0 ? i / 10.0 : NONE});
    }
    return new ExportedRun(
        "run-1",
        new RunIdentity(0, "run-1", 0),
        "",
        "a title",
        Remarks.NONE,
        new Told("diverged", "Diverged.", List.of(), List.of()),
        catalog.defaults(),
        new ConfigFormat(catalog).write(catalog.defaults()),
        List.of(),
        List.of(),
        new LinkedHashMap<>(Map.of("state", "diverged")),
        history,
        Optional.empty(),
        new RowTimes(1000, OptionalDouble.empty()),
        "",
        List.of(),
        new ProgramVersion("1.2", "abc"));
  }

  private Path written(String format) throws Exception {
    return written(format, "run-1");
  }

  private Path written(String format, String name) throws Exception {
    Path file = folder.resolve(name + "." + format);
    RunExporter.write(run(), ExportFormats.of(format, 1).orElseThrow(), file);
    return file;
  }

  private static final String DASHED = "5.4 3.37";
  private static final String DOTTED = "1.62 2.7";

  /** The points of each piece of a curve that has these dashes, in the plots. */
  private static List<double[][]> pieces(String drawing, String dashes) {
    List<double[][]> pieces = new ArrayList<>();
    Pattern plot = Pattern.compile("<g clip-path=[^>]*>(.*?)</g>", Pattern.DOTALL);
    Pattern curve =
        Pattern.compile("<polyline points=\"([^\"]*)\" [^>]* stroke-dasharray=\"" + dashes + "\"");
    for (MatchResult inside : plot.matcher(drawing).results().toList()) {
      for (MatchResult found : curve.matcher(inside.group(1)).results().toList()) {
        pieces.add(
            Arrays.stream(found.group(1).split(" ", -1))
                .map(point -> Arrays.stream(point.split(",", -1)).mapToDouble(Double::parseDouble))
                .map(point -> point.toArray())
                .toArray(double[][]::new));
      }
    }
    return pieces;
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "html"})
  void aLineBreaksWhereThereIsNoNumberAndZeroLiesOnTheFloor(String format) throws Exception {
    String drawing = Files.readString(written(format));
    List<double[][]> loss = pieces(drawing, DASHED);
    assertThat(loss).hasSize(2);
    double[][] first = loss.get(0);
    assertThat(first).hasNumberOfRows(4);
    assertThat(first[1][1]).isEqualTo(first[2][1]).isGreaterThan(first[0][1] + 100);
    assertThat(loss.get(1)).hasNumberOfRows(2);
    double perStep = (first[3][0] - first[0][0]) / 3;
    assertThat(loss.get(1)[0][0] - first[3][0]).isBetween(4 * perStep - 1, 4 * perStep + 1);
    assertThat(drawing).contains("0 and less are drawn at 10⁻¹²").contains("Curves break where");
  }

  @Test
  void aSeldomMeasureGoesOnBetweenItsEvaluations() throws Exception {
    assertThat(pieces(Files.readString(written("svg")), DOTTED))
        .singleElement()
        .satisfies(piece -> assertThat(piece).hasNumberOfRows(3));
  }

  @Test
  void aPictureHasNothingInTheGap() throws Exception {
    double[][] first = pieces(Files.readString(written("svg")), DASHED).get(0);
    BufferedImage image = ImageIO.read(written("png").toFile());
    assertThat(blue(image, first, 1500)).isPositive();
    assertThat(blue(image, first, 5500)).isZero();
    assertThat(blue(image, first, 7500)).isPositive();
    assertThat(blue(image, first, 9500)).isZero();
  }

  /**
   * The pixels of the colour of the run around a step, as far as there may be a gap of a dash.
   *
   * @param points at steps 0 to 3,000
   */
  private static int blue(BufferedImage image, double[][] points, double step) {
    double point = points[0][0] + (points[3][0] - points[0][0]) * step / 3000;
    int middle = (int) (point * 96 / 72);
    int pixels = 0;
    for (int x = middle - 7; x <= middle + 7; x++) {
      for (int y = 0; y < (points[1][1] + 2) * 96 / 72; y++) { // of the first panel
        int color = image.getRGB(x, y);
        int red = color >> 16 & 0xff;
        pixels += red < 100 && (color & 0xff) > red + 60 ? 1 : 0;
      }
    }
    return pixels;
  }

  @Test
  void aTableSaysInfinityAndHasNothingForWhatIsMissing() throws Exception {
    List<String> lines = Files.readAllLines(written("csv"));
    assertThat(lines.subList(7, 12))
        .containsExactly(
            "3000,1.0,,", "4000,Infinity,,0.4", "5000,,,", "6000,-Infinity,,", "7000,1.0,,");
  }

  @Test
  void jsonHasNoWordAmongNumbersAndKeepsWhatWasInfinite() throws Exception {
    Map<String, Object> object = Json.read(Files.readString(written("json")));
    List<?> losses = (List<?>) ((Map<?, ?>) object.get("metrics")).get("train_loss");
    assertThat(losses.subList(3, 8)).isEqualTo(Arrays.asList(1.0, null, null, null, 1.0));
    assertThat(object.get("infinite"))
        .hasToString("{train_loss={positive=[4000, 9000], negative=[6000]}}");
  }

  /** 0x15 is the tag of a scalar: field 2, four bytes. */
  @Test
  void anEventFileBreaksTheLineTooAndHasNoColumnWithoutANumber() throws Exception {
    byte[] bytes = Files.readAllBytes(written("tensorboard"));
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    List<Float> losses = new ArrayList<>();
    for (int at = text.indexOf("train_loss"); at >= 0; at = text.indexOf("train_loss", at + 1)) {
      assertThat(bytes[at + 10]).isEqualTo((byte) 0x15);
      losses.add(ByteBuffer.wrap(bytes, at + 11, 4).order(ByteOrder.LITTLE_ENDIAN).getFloat());
    }
    float up = Float.POSITIVE_INFINITY;
    assertThat(losses).containsExactly(1f, 0f, 0f, 1f, up, Float.NaN, -up, 1f, 0.5f, up, Float.NaN);
    assertThat(text).doesNotContain("test_accuracy").contains("times of the rows were not kept");
    assertThat(Pattern.compile("descent_cosine").matcher(text).results()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "svg", "png", "html", "tensorboard"})
  void everyLanguageOfTheMachineGetsTheSameBytes(String format) throws Exception {
    byte[] first = Files.readAllBytes(written(format));
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("ar-EG", "fa-IR", "tr-TR", "de-DE", "en-US")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(Files.readAllBytes(written(format, tag))).as(tag).isEqualTo(first);
        assertThat(Files.readAllBytes(written(format, tag + "-2"))).as(tag).isEqualTo(first);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void settingsAreInTheOrderOfTheirFile() throws Exception {
    String settings =
        Json.line(
            new ConfigFormat(new Laboratory(1L << 30).catalog())
                .write(new Laboratory(1L << 30).catalog().defaults()));
    assertThat(Files.readAllLines(written("csv")).get(1)).isEqualTo("# config: " + settings);
    assertThat(Files.readString(written("json"))).contains("\"config\":" + settings);
  }
}
