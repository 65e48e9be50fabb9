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
import grokscope.config.RunConfig;
import grokscope.figure.Hue;
import grokscope.figure.RunIdentity;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.run.format.SafetensorsFile;
import grokscope.story.PhaseBand;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Part;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import grokscope.telemetry.Tensor;
import grokscope.train.lab.Laboratory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A made-up run in every format. */
class ExportTest {
  private static final String PROGRAM = "Grokscope 1.2, commit abc";

  private static final List<Metric> METRICS =
      List.of(
          new Metric("train_loss", "train loss", ""),
          new Metric("test_accuracy", "test accuracy", ""),
          new Metric("in_context_score", "score <&>", ""));

  private static final Catalog CATALOG = new Laboratory(1L << 30).catalog();

  @TempDir private Path folder;

  private static ExportedRun run() {
    History history = new History(METRICS);
    history.append(new Sample(1, 0, new double[] {4, 0.25, Double.NaN}));
    history.append(new Sample(1, 10, new double[] {0.5, 0.75, -2}));
    history.append(new Sample(1, 25, new double[] {1e-7, 1, -3}));
    return run(history, Optional.empty());
  }

  private static ExportedRun run(History history, Optional<Path> weights) {
    return run(CATALOG.defaults(), history, weights);
  }

  private static ExportedRun run(RunConfig config, History history, Optional<Path> weights) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("state", "finished");
    summary.put("steps_per_second", 4.0);
    return new ExportedRun(
        "run-1",
        new RunIdentity(0, "Mine: first", 0),
        "Mine: first",
        "x + y mod 59 <&>",
        new Remarks("", "mine <b>\u0001", false),
        new Told(
            "memorised only",
            "Memorised only.",
            List.of(
                new PhaseBand(
                    PhaseBand.Phase.MEMORIZING, 0, 10, true, "until test loss was greatest"),
                new PhaseBand(
                    PhaseBand.Phase.FORMATION, 10, 25, false, "not over when the run ended")),
            List.of(new Told.Mark(Hue.KNOB, new StepInterval(12, 12), "decay → 2", "decay → 2"))),
        config,
        new ConfigFormat(CATALOG).write(config),
        List.of(new SettingGroup("Data <d>", List.of(new SettingGroup.Line("Trained on", "40 %")))),
        List.of(new RunEvent.KnobTurned(0, 12, "optimizer.weightDecay", 2.0)),
        summary,
        history,
        weights,
        new RowTimes(1000.5, OptionalDouble.of(0.25)),
        "",
        List.of(),
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
    NodeList groups = document.getElementsByTagName("g");
    assertThat(
            IntStream.range(0, groups.getLength())
                .mapToObj(i -> ((Element) groups.item(i)).getAttribute("class"))
                .filter("panel"::equals))
        .hasSize(3);
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
    String drawing = CurveFigure.svg(run(history, Optional.empty()));
    assertThat(drawing.length()).isLessThan(180_000);
    List<String> curves =
        Pattern.compile("points=\"([^\"]*)\"")
            .matcher(drawing)
            .results()
            .map(found -> found.group(1))
            .filter(points -> points.length() > 1000)
            .toList();
    assertThat(curves).hasSize(2);
    double[] plain = heights(curves.get(0)); // the first curve lies on top, so it is drawn last
    double[] spike = heights(curves.get(1));
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
    DocumentBuilderFactory.newInstance() // whose tags all end
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    assertThat(page)
        .contains("<h1>x + y mod 59 &lt;&amp;&gt;</h1>")
        .contains("<p class=\"sentence\">Memorised only.</p>")
        .contains("<blockquote>mine &lt;b&gt;</blockquote>")
        .contains("<td>Memorising</td><td class=\"number\">0</td><td class=\"number\">10</td>")
        .contains("<td>Until test loss was greatest</td><td>yes</td>")
        .contains("<td>Not over when the run ended</td><td>no</td>")
        .contains("<td class=\"number\">12</td><td>decay → 2</td>")
        .contains("<h3>Data &lt;d&gt;</h3>")
        .contains("<td>Trained on</td><td>40 %</td>")
        .contains("<td>State</td><td>finished</td>")
        .contains("<td>Back end, threads, machine</td><td>unknown: not recorded</td>")
        .contains(
            "<td>Score &lt;&amp;&gt;</td><td class=\"number\">−3</td><td class=\"number\">25</td>")
        .contains(
            "<td>Train loss</td><td class=\"number\">1.00·10⁻⁷</td><td class=\"number\">25</td>")
        .contains("<svg")
        .doesNotContain("<script", "src=", "href=\"http");
  }

  @Test
  void aReportSaysWhyACircuitIsMissing() throws Exception {
    RunConfig even = CATALOG.with(CATALOG.defaults(), "task.modulus", 60L);
    History history = new History(METRICS);
    history.append(new Sample(1, 0, new double[] {4, 0.25, Double.NaN}));
    Path file = folder.resolve("even.html");
    RunExporter.write(
        run(even, history, Optional.empty()),
        ExportFormats.of("html", ExportFormats.USUAL_SCALE).orElseThrow(),
        file);
    assertThat(Files.readString(file))
        .contains("<p>Not measured, because the modulus 60 is even: restricted_loss, ");
    assertThat(Files.readString(written("html"))).doesNotContain("Not measured");
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
            "1000.5 0 wall_time: " + run().times().sentence(),
            "1000.5 0 train_loss=4.0 test_accuracy=0.25 in_context_score=NaN",
            "1003.0 10 train_loss=0.5 test_accuracy=0.75 in_context_score=-2.0",
            "1006.75 25 train_loss=1.0E-7 test_accuracy=1.0 in_context_score=-3.0");
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
      if (WireFormat.getTagFieldNumber(value.readTag()) == 2) {
        words.append('=').append(value.readFloat());
      } else {
        words.append(": ").append(text(CodedInputStream.newInstance(value.readByteArray())));
      }
    }
    return words.toString();
  }

  private static String text(CodedInputStream tensor) throws IOException {
    int tag = tensor.readTag();
    while (WireFormat.getTagFieldNumber(tag) != 8) {
      tensor.skipField(tag);
      tag = tensor.readTag();
    }
    return tensor.readString();
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
    ExportedRun run = run(run().history(), Optional.of(weights));
    Path file = folder.resolve("exported.safetensors");
    RunExporter.write(run, ExportFormats.of("safetensors", 1).orElseThrow(), file);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(PROGRAM);
    assertThat(SafetensorsFile.read(file).get(0).values()).containsExactly(1, 2);
    assertThat(SafetensorsFile.read(file).get(0).name()).isEqualTo("fc.weight");
  }

  @Test
  void aFileIsCalledByTheRunAndItsFolder() {
    ExportFormat svg = ExportFormats.of("svg", 1).orElseThrow();
    assertThat(svg.fileName(run())).isEqualTo("mine-first-run-1.svg");
    assertThat(svg.fileName(0, "", "run-1")).isEqualTo("run-1.svg");
    assertThat(svg.fileName(0, "測試 ../..", "2026-11-28-160031")).isEqualTo("2026-11-28-160031.svg");
    assertThat(svg.fileName(3, "Un/grokking: ../x", "r")).isEqualTo("3-un-grokking-x.svg");
    assertThat(svg.fileName(3, "測試", "run-1")).isEqualTo("3-run-1.svg");
    assertThat(new RunFolder(Path.of("2026-11-28-160031-2")).namedByTime()).isTrue();
    assertThat(new RunFolder(Path.of("run-1")).namedByTime()).isFalse();
  }

  @Test
  void whatSomebodyHasAgreedToIsReplaced() throws Exception {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "old");
    RunExporter.replace(run(), ExportFormats.of("csv", 1).orElseThrow(), file);
    assertThat(Files.readString(file)).startsWith("# Grokscope run run-1");
    assertThat(folder).isDirectoryNotContaining("glob:**/.draft*");
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
