package grokscope.run.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import grokscope.config.Catalog;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.run.format.SafetensorsFile;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Part;
import grokscope.telemetry.Sample;
import grokscope.telemetry.Tensor;
import grokscope.train.lab.Laboratory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A made-up run in every format. */
class ExportTest {
  private static final String PROGRAM = "Grokscope 1.2, commit abc";

  @TempDir private Path folder;

  private static ExportedRun run() {
    Catalog catalog = new Laboratory(1L << 30).catalog();
    History history =
        new History(
            List.of(
                new Metric("train_loss", "train loss", ""),
                new Metric("test_accuracy", "test accuracy", ""),
                new Metric("in_context_score", "score <&>", "")));
    history.append(new Sample(1, 0, new double[] {4, 0.25, Double.NaN}));
    history.append(new Sample(1, 10, new double[] {0.5, 0.75, -2}));
    history.append(new Sample(1, 25, new double[] {1e-7, 1, -3}));
    return new ExportedRun(
        "run-1",
        "x + y mod 59 <&>",
        catalog.defaults(),
        new ConfigFormat(catalog).write(catalog.defaults()),
        Map.of("state", "finished"),
        history,
        Optional.empty(),
        1000.5,
        new ProgramVersion("1.2", "abc"));
  }

  private Path written(String format) throws Exception {
    Path file = folder.resolve("out").resolve("run-1" + format);
    RunExporter.write(
        run(), ExportFormats.of(format, ExportFormats.USUAL_SCALE).orElseThrow(), file);
    return file;
  }

  @Test
  void aTableHasItsSettingsAboveItAndNothingWhereNothingWasMeasured() throws Exception {
    List<String> lines = Files.readAllLines(written("csv"));
    assertThat(lines.get(0)).startsWith("# Grokscope run run-1: x + y mod 59");
    assertThat(lines.get(1)).startsWith("# config: {").contains("\"trainFraction\":0.4");
    assertThat(lines.subList(3, 7))
        .containsExactly(
            "step,train_loss,test_accuracy,in_context_score",
            "0,4.0,0.25,",
            "10,0.5,0.75,-2.0",
            "25,1.0E-7,1.0,-3.0");
  }

  @Test
  void jsonHoldsTheSame() throws Exception {
    Map<String, Object> object = Json.read(Files.readString(written("json")));
    Map<?, ?> metrics = (Map<?, ?>) object.get("metrics");
    assertThat(metrics.get("step")).isEqualTo(List.of(0, 10, 25));
    assertThat((List<?>) metrics.get("in_context_score")).first().isNull();
    assertThat(((Map<?, ?>) object.get("config")).get("steps"))
        .isEqualTo(((Number) run().settings().get("steps")).intValue());
  }

  @Test
  void aDrawingIsXmlWithAChartForEachKindOfMetric() throws Exception {
    var document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(written("svg").toFile());
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(1 + 3);
  }

  /** A loss of noise with one spike, at more points than a drawing has pixels. */
  @Test
  void aDrawingOfALongRunIsSmallAndHasEverySpike() throws Exception {
    History history =
        new History(
            List.of(
                new Metric("train_loss", "train loss", ""),
                new Metric("test_loss", "test loss", "")));
    Random random = new Random(1);
    for (int i = 0; i < 30_000; i++) {
      double noise = 1 + random.nextDouble() / 10;
      history.append(100 * i, new double[] {i == 12_345 ? 1e6 : noise, noise});
    }
    ExportedRun few = run();
    ExportedRun run =
        new ExportedRun(
            few.name(),
            few.title(),
            few.config(),
            few.settings(),
            few.summary(),
            history,
            Optional.empty(),
            few.began(),
            few.program());
    String drawing = CurveFigure.svgs(run).get(0);
    assertThat(drawing.length()).isLessThan(180_000);
    List<String> curves =
        Pattern.compile("points=\"([^\"]*)\"")
            .matcher(drawing)
            .results()
            .map(found -> found.group(1))
            .filter(points -> points.length() > 1000)
            .toList();
    assertThat(curves).hasSize(2);
    double[] spike = heights(curves.get(0));
    double[] plain = heights(curves.get(1));
    assertThat(Arrays.stream(spike).min().orElseThrow())
        .isLessThan(Arrays.stream(plain).min().orElseThrow() - 80);
    assertThat(spike).hasSizeLessThan(4 * 900);
  }

  private static double[] heights(String points) {
    return Arrays.stream(points.split(" ", -1))
        .mapToDouble(point -> Double.parseDouble(point.split(",", -1)[1]))
        .toArray();
  }

  @Test
  void linesThatGoOnAreJoinedAndOutlinesAreWrittenOnce() {
    String line = "  <line style=\"a:%s;\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>%n";
    String drawing =
        String.format(line, 1, "0.1256", "1.5", "0", "-0.0001")
            + String.format(line, 1, "1.5", "2", "-0.0001", "1234.98765E-2")
            + String.format(line, 2, "2", "3", "1234.98765E-2", "5")
            + String.format(line, 2, "9", "3", "7", "5")
            + "  <path d=\"M1.004\"/>\n  <rect x=\"7\"/>\n  <path d=\"M1.0049\"/>\n";
    assertThat(new CompactSvg().of(drawing))
        .isEqualTo(
            """
            <polyline style="a:1;stroke-linejoin:round;" points="0.13,0 1.5,0 2,12.35"/>
            <polyline style="a:2;stroke-linejoin:round;" points="2,12.35 3,5"/>
            <polyline style="a:2;stroke-linejoin:round;" points="9,7 3,5"/>
            <path id="o0" d="M1"/>
            <rect x="7"/>
            <use xlink:href="#o0"/>
            """);
  }

  @Test
  void aPictureHasTwoPixelsForAUnitAndIsNotEmpty() throws Exception {
    BufferedImage image = ImageIO.read(written("png").toFile());
    assertThat(image.getWidth()).isEqualTo(1800);
    int blue = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        blue += (image.getRGB(x, y) & 0xffffff) == 0x0072b2 ? 1 : 0;
      }
    }
    assertThat(blue).isGreaterThan(1000); // the first curve of each chart
    Path large = folder.resolve("large.png");
    RunExporter.write(run(), ExportFormats.of("png", 4).orElseThrow(), large);
    assertThat(ImageIO.read(large.toFile()).getWidth()).isEqualTo(3600);
  }

  @Test
  void aReportIsOnePageWithoutLinksAndNothingInItIsTakenForMarkup() throws Exception {
    String page = Files.readString(written("html"));
    assertThat(page)
        .contains("<h1>x + y mod 59 &lt;&amp;&gt;</h1>")
        .contains("<td>task.modulus</td><td>59</td>")
        .contains("<td>state</td><td>finished</td>")
        .contains("<td>score &lt;&amp;&gt;</td><td>-3.00000</td>")
        .contains("<svg")
        .doesNotContain("<script", "src=", "href=\"http");
  }

  /** Reads the records by their lengths, and of each event its step and its scalars. */
  @Test
  void anEventFileHoldsAVersionAndAnEventForEachEvaluation() throws Exception {
    ByteBuffer file =
        ByteBuffer.wrap(Files.readAllBytes(written("tensorboard"))).order(ByteOrder.LITTLE_ENDIAN);
    List<String> events = new ArrayList<>();
    while (file.hasRemaining()) {
      byte[] message = new byte[Math.toIntExact(file.getLong())];
      file.getInt();
      file.get(message);
      file.getInt();
      events.add(told(message));
    }
    assertThat(events)
        .containsExactly(
            "1000.5 brain.Event:2",
            "1000.5 0 train_loss=4.0 test_accuracy=0.25",
            "1000.5 10 train_loss=0.5 test_accuracy=0.75 in_context_score=-2.0",
            "1000.5 25 train_loss=1.0E-7 test_accuracy=1.0 in_context_score=-3.0");
  }

  private static String told(byte[] message) throws IOException {
    StringBuilder words = new StringBuilder();
    CodedInputStream in = CodedInputStream.newInstance(message);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> words.append(in.readDouble());
        case 2 -> words.append(' ').append(in.readInt64());
        case 3 -> words.append(' ').append(in.readString());
        case 10 -> assertThat(in.readByteArray()).asString().contains(PROGRAM);
        default -> words.append(scalars(in.readByteArray()));
      }
    }
    return words.toString();
  }

  private static String scalars(byte[] summary) throws IOException {
    StringBuilder words = new StringBuilder();
    CodedInputStream in = CodedInputStream.newInstance(summary);
    while (in.readTag() != 0) {
      CodedInputStream value = CodedInputStream.newInstance(in.readByteArray());
      value.readTag();
      words.append(' ').append(value.readString());
      value.readTag();
      words.append('=').append(value.readFloat());
    }
    return words.toString();
  }

  /** The masked checksum of an empty message, as TensorFlow writes it: CRC-32C of nothing is 0. */
  @Test
  void theFirstChecksumIsThatOfTheLength() throws Exception {
    ByteBuffer file =
        ByteBuffer.wrap(Files.readAllBytes(written("tensorboard"))).order(ByteOrder.LITTLE_ENDIAN);
    java.util.zip.CRC32C sum = new java.util.zip.CRC32C();
    sum.update(file.array(), 0, 8);
    int crc = (int) sum.getValue();
    assertThat(file.getInt(8)).isEqualTo(((crc >>> 15) | (crc << 17)) + 0xa282ead8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "svg", "png", "html", "tensorboard"})
  void everyFileSaysWhatWroteIt(String format) throws Exception {
    String text = Files.readString(written(format), StandardCharsets.ISO_8859_1);
    assertThat(text)
        .contains(
            format.equals("json")
                ? "\"program\":{\"version\":\"1.2\",\"commit\":\"abc\"}"
                : PROGRAM);
  }

  @Test
  void weightsAreTheSameAndSayWhatWroteThem() throws Exception {
    Path weights = folder.resolve("weights.safetensors");
    SafetensorsFile.write(
        weights, List.of(new Tensor("fc.weight", Part.HIDDEN, new int[] {2}, new float[] {1, 2})));
    ExportedRun bare = run();
    ExportedRun run =
        new ExportedRun(
            bare.name(),
            bare.title(),
            bare.config(),
            bare.settings(),
            bare.summary(),
            bare.history(),
            Optional.of(weights),
            bare.began(),
            bare.program());
    Path file = folder.resolve("exported.safetensors");
    RunExporter.write(run, ExportFormats.of("safetensors", 1).orElseThrow(), file);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(PROGRAM);
    assertThat(SafetensorsFile.read(file).get(0).values()).containsExactly(1, 2);
    assertThat(SafetensorsFile.read(file).get(0).name()).isEqualTo("fc.weight");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "html"})
  void nothingIsOverwritten(String format) throws Exception {
    Path file = written(format);
    Files.writeString(file, "mine");
    assertThatThrownBy(() -> written(format))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining("is not overwritten");
    assertThat(file).hasContent("mine");
    assertThat(folder.resolve("out")).isDirectoryNotContaining("glob:**/.draft*");
  }

  @Test
  void weightsThatAreNotThereAreSaidAndNothingIsLeft() {
    assertThatThrownBy(() -> written("safetensors"))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining("has no weights.safetensors");
    assertThat(folder.resolve("out")).isEmptyDirectory();
  }
}
