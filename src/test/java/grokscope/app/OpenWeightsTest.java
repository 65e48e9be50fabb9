package grokscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.cli.Display;
import grokscope.cli.Terminal;
import grokscope.cli.command.CommandLineApp;
import grokscope.config.ConfigFormat;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.run.format.SafetensorsFile;
import grokscope.run.weights.RankedWeights;
import grokscope.telemetry.Tensor;
import grokscope.train.report.ValueText;
import grokscope.ui.picture.PictureDeck;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Weights of a file in the window, with the real engine behind it. */
@ExtendWith(ApplicationExtension.class)
class OpenWeightsTest {
  private static final String SOURCE = "weights of weights.safetensors";

  private static final Set<String> OF_NO_NETWORK = Set.of(PictureDeck.NONE, "results");

  @TempDir Path home;
  private LabOnStage lab;
  private Path config;

  @Start
  void start(Stage stage) throws Exception {
    lab =
        LabOnStage.open(
            stage,
            home,
            "model.type",
            "transformer",
            "task.modulus",
            7L,
            "data.trainFraction",
            0.6,
            "steps",
            60L);
    Preset small =
        lab.wiring().presets().all().stream()
            .filter(one -> !one.shipped())
            .findFirst()
            .orElseThrow();
    config = home.resolve("small.json");
    Files.writeString(
        config, Json.page(new ConfigFormat(lab.wiring().catalog()).write(small.config())));
  }

  @AfterEach
  void close(FxRobot robot) {
    lab.close(robot);
  }

  private void open(FxRobot robot, Path file) {
    robot.interact(() -> lab.window().open(file));
  }

  /** Has the window train a network, and gives what it wrote of it. */
  private Path trained(FxRobot robot) throws Exception {
    robot.interact(lab.stage()::requestFocus);
    robot.type(KeyCode.SPACE);
    lab.until(
        () ->
            lab.text("progress-text").startsWith("step 60 ")
                && lab.node("stop", Button.class).isDisabled()
                && lab.text("time-words").equals("current network"));
    try (Stream<Path> inside = Files.list(home.resolve("runs"))) {
      Path file = inside.findFirst().orElseThrow().resolve("weights.safetensors");
      lab.until(() -> Files.exists(file));
      return file;
    }
  }

  private Map<String, Object> probed(Path weights) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, false, StandardCharsets.UTF_8);
    Display display = new Display("Linux", "", Map.of(), home);
    new CommandLineApp(lab.wiring(), terminal, display, (preset, start) -> {})
        .enter("probe", weights.toString(), "--preset", config.toString(), "--json");
    return Json.read(out.toString(StandardCharsets.UTF_8));
  }

  /** The tables of the report, by the words of each line. */
  private Map<String, String> report(FxRobot robot) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (GridPane table : robot.lookup(".report-table").queryAllAs(GridPane.class)) {
      List<Node> cells = table.getChildren();
      for (int i = 0; i < cells.size(); i += 2) {
        lines.put(((Label) cells.get(i)).getText(), ((Label) cells.get(i + 1)).getText());
      }
    }
    return lines;
  }

  /** The words of the table of frequencies, column by column of each row. */
  private static List<String> columns(FxRobot robot) {
    return robot.lookup(".report-columns").queryAllAs(GridPane.class).stream()
        .flatMap(table -> table.getChildren().stream())
        .sorted(Comparator.comparing(GridPane::getRowIndex))
        .map(cell -> ((Label) cell).getText())
        .toList();
  }

  private List<String> warnings(FxRobot robot) {
    return robot.lookup("#weights-warnings .label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  private static void assertSame(String shown, Object probed) {
    double value = ((Number) probed).doubleValue();
    assertThat(Double.parseDouble(shown.replace("\u202f", "")))
        .isCloseTo(value, within(Math.abs(value) * 1e-3));
  }

  private void assertReportIs(
      FxRobot robot, Map<String, String> shown, Map<String, Object> probed) {
    Map<String, String> names =
        Map.of(
            "loss, all examples", "loss",
            "loss, training examples", "train_loss",
            "loss, hidden examples", "test_loss",
            "accuracy, all examples", "accuracy",
            "accuracy, training examples", "train_accuracy",
            "accuracy, hidden examples", "test_accuracy",
            "Σw²", "weight_norm",
            "Gini of the embedding", "embedding_gini",
            "restricted loss, all pairs", "restricted_loss",
            "share of logit variance in the key cosines", "trig_share");
    names.forEach((words, key) -> assertSame(shown.get(words), probed.get(key)));
    ((Map<?, ?>) probed.get("weight_norms"))
        .forEach((name, value) -> assertSame(shown.get("Σw² of " + name), value));
    List<?> keys = (List<?>) probed.get("key_frequencies");
    List<?> shares = (List<?>) probed.get("key_frequency_shares");
    assertThat(keys).isNotEmpty();
    List<String> rows = columns(robot);
    for (int i = 0; i < keys.size(); i++) {
      assertThat(rows)
          .containsSequence(
              String.valueOf(keys.get(i)), ValueText.share(((Number) shares.get(i)).doubleValue()));
    }
    Map<?, ?> neurons = (Map<?, ?>) ((List<?>) probed.get("neurons")).get(0);
    assertSame(shown.get("neurons of layer 1, dead"), neurons.get("dead"));
    assertSame(shown.get("neurons of layer 1, all"), neurons.get("all"));
  }

  private void see(FxRobot robot, String picture, Path file) throws Exception {
    lab.press(robot, "tab-" + picture);
    lab.until(() -> lab.text("step-" + picture).equals("weights of " + file.getFileName()));
  }

  private void assertEveryPictureIsDrawn(FxRobot robot, String source) throws Exception {
    for (PictureDeck.Tab tab : PictureDeck.tabs()) {
      if (!OF_NO_NETWORK.contains(tab.id())) {
        lab.press(robot, "tab-" + tab.id());
        lab.until(() -> lab.text("step-" + tab.id()).equals(source));
        assertThat(lab.text("missing-" + tab.id())).as(tab.id()).isEmpty();
      }
    }
  }

  @Test
  void aNetworkOfAFileIsReportedAndSeenAndMakesRoomForTheNextRun(FxRobot robot) throws Exception {
    Path weights = trained(robot);
    open(robot, weights);
    lab.until(() -> lab.text("curves-title").startsWith("weights.safetensors: "));
    assertThat(lab.text("badge")).isEqualTo("weights from a file");
    assertThat(lab.text("time-words")).isEqualTo("weights from a file");
    assertThat(lab.node("time-slider", Slider.class).isDisabled()).isTrue();
    assertThat(lab.node("time-branch", Button.class).isDisabled()).isTrue();
    assertThat(lab.node("weights-report", Node.class).isVisible()).isTrue();
    assertThat(lab.text("weights-words"))
        .startsWith("It answers ")
        .contains("of the training examples");
    assertThat(warnings(robot)).isNotEmpty().noneMatch(text -> text.contains("not numbers"));
    assertReportIs(robot, report(robot), probed(weights));
    assertEveryPictureIsDrawn(robot, SOURCE);
    robot.interact(lab.stage()::requestFocus);
    robot.type(KeyCode.SPACE);
    lab.until(
        () ->
            lab.text("curves-title").startsWith("#2 ")
                && lab.text("step-neurons").equals("step 60 · end of the run"));
    assertThat(lab.node("weights-report", Node.class).isVisible()).isFalse();
  }

  @Test
  void aNetworkCanBeOpenedBeforeAnyRun(FxRobot robot) throws Exception {
    Path weights = trained(robot);
    robot.interact(lab.stage()::hide);
    robot.interact(() -> lab = lab.again(new Stage()));
    open(robot, weights);
    lab.until(() -> lab.text("badge").equals("weights from a file"));
    lab.press(robot, "tab-answers");
    lab.until(() -> lab.text("step-answers").equals(SOURCE));
  }

  @Test
  void whatDoesNotFitIsRefusedInASentenceAndChangesNothing(FxRobot robot) throws Exception {
    Path weights = trained(robot);
    byte[] bytes = Files.readAllBytes(weights);
    assertRefused(
        robot,
        Arrays.copyOf(bytes, bytes.length - 100),
        "was not opened: the file was not saved or copied to its end");
    byte[] long_ = bytes.clone();
    ByteBuffer.wrap(long_).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 2L << 30);
    assertRefused(robot, long_, "its header would have 2147483648 bytes");
    byte[] half =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .replaceFirst("F32", "F16")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(robot, half, "the place of embed.W_E does not fit its shape");
    assertRefused(
        robot,
        changed(weights, tensors -> tensors.subList(1, tensors.size())),
        "was not opened: no network is known by what the file holds: pos_embed.W_pos [3, 128], ");
    assertRefused(robot, changed(weights, tensors -> List.of()), "the file holds no arrays");
    assertRefused(
        robot,
        changed(weights, OpenWeightsTest::wider),
        "the file holds a transformer of 1 layer, 4 heads and a width of 128, for 12 tokens");
    robot.interact(() -> lab.node("message-dismiss", Button.class).fire());
    open(robot, weights);
    lab.until(() -> lab.text("badge").equals("weights from a file"));
    assertThat(lab.node("message-text", Button.class).getText()).isEmpty();
  }

  private byte[] changed(Path weights, UnaryOperator<List<Tensor>> change) throws Exception {
    Path file = home.resolve("changed.safetensors");
    SafetensorsFile.write(file, change.apply(SafetensorsFile.read(weights)));
    return Files.readAllBytes(file);
  }

  private static List<Tensor> wider(List<Tensor> tensors) {
    return tensors.stream()
        .map(
            tensor ->
                tensor.name().equals("embed.W_E")
                    ? new Tensor(tensor.name(), new int[] {12, 128}, new float[12 * 128])
                    : tensor)
        .toList();
  }

  private void assertRefused(FxRobot robot, byte[] bytes, String words) throws Exception {
    Path file = home.resolve("other.safetensors");
    Files.write(file, bytes);
    open(robot, file);
    lab.until(() -> lab.node("message-text", Button.class).getText().contains(words));
    assertThat(lab.node("message-text", Button.class).getText())
        .startsWith("other.safetensors ")
        .endsWith(".");
    assertThat(lab.text("curves-title")).startsWith("#1 ");
    assertThat(lab.text("time-words")).isEqualTo("current network");
    assertThat(lab.node("weights-report", Node.class).isVisible()).isFalse();
  }

  @Test
  void weightsThatAreNotNumbersAreCountedAndSpoilNothingElse(FxRobot robot) throws Exception {
    Path weights = trained(robot);
    for (int broken : new int[] {1, 7 * 128}) {
      Path file = home.resolve("broken-" + broken + ".safetensors");
      SafetensorsFile.write(file, broken(SafetensorsFile.read(weights), broken));
      open(robot, file);
      lab.until(() -> lab.text("curves-title").startsWith("broken-" + broken));
      assertThat(warnings(robot).get(0))
          .startsWith(broken + " of ")
          .contains(" weights are not numbers: " + broken + " NaN in embed.W_E");
      assertThat(report(robot))
          .containsEntry("Σw² of embed.W_E", "not a number")
          .containsEntry("neurons of layer 1, dead", "0");
      see(robot, "answers", file);
      assertThat(lab.text("summary-answers"))
          .contains(broken == 1 ? "20 in its hidden part: 8 right." : ": 0 right.");
      for (String picture : List.of("embedding", "frequencies")) {
        see(robot, picture, file);
        assertThat(lab.text("missing-" + picture))
            .startsWith(broken + " of 896 weights of the embedding are not numbers");
      }
      see(robot, "weights", file);
      assertThat(lab.text("summary-weights"))
          .contains(" are not numbers and are left blank. The others");
      see(robot, "neurons", file);
      assertThat(lab.text("summary-neurons")).endsWith("their activations are not numbers.");
      see(robot, "attention", file);
      see(robot, "try", file);
      lab.until(() -> lab.text("summary-try").endsWith("its logits are not numbers."));
    }
    open(robot, weights);
    lab.until(() -> lab.text("curves-title").startsWith("weights.safetensors: "));
    assertEveryPictureIsDrawn(robot, SOURCE);
  }

  private static List<Tensor> broken(List<Tensor> tensors, int count) {
    List<Tensor> all = new ArrayList<>();
    for (Tensor tensor : tensors) {
      float[] values = tensor.values().clone();
      if (tensor.name().equals("embed.W_E")) {
        Arrays.fill(values, 0, count, Float.NaN);
      }
      all.add(new Tensor(tensor.name(), tensor.shape(), values));
    }
    return all;
  }

  @Test
  @SuppressWarnings("unchecked")
  void nothingIsAskedFirstAndWhatIsReadCanBeChosenUsedAndSplit(FxRobot robot) throws Exception {
    Path weights = trained(robot);
    Path other = home.resolve("other.bin");
    Files.copy(weights, other);
    RunConfig mlp = lab.wiring().catalog().with(lab.wiring().catalog().defaults(), "seed", 5L);
    Path panel = home.resolve("panel.json");
    Files.writeString(
        panel, Json.page(new ConfigFormat(lab.wiring().catalog()).write(mlp))); // does not fit
    open(robot, panel);
    open(robot, other);
    lab.until(() -> lab.text("curves-title").equals("other.bin: x + y mod 7"));
    assertThat(lab.text("weights-source"))
        .isEqualTo("a safetensors file in the form of TransformerLens");
    assertThat(warnings(robot).get(0)).startsWith("Nothing says which examples");
    lab.press(robot, "tab-answers");
    lab.until(() -> lab.text("summary-answers").startsWith("49 pairs: "));
    assertThat(lab.text("guide-answers")).contains("None is marked as trained");
    ComboBox<RankedWeights.Tried> readings = lab.node("readings", ComboBox.class);
    RankedWeights.Tried minus =
        readings.getItems().stream()
            .filter(each -> each.candidate().words().startsWith("x − y mod 7"))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> readings.setValue(minus));
    lab.until(() -> lab.text("curves-title").equals("other.bin: x − y mod 7"));
    assertThat(String.join(" ", warnings(robot))).contains("because that was chosen");
    Path list = home.resolve("pairs.csv");
    Files.writeString(list, "x,y\n0,1\n3,4\n");
    robot.interact(() -> lab.window().open(list));
    lab.until(() -> lab.text("weights-source").endsWith("; training pairs of pairs.csv"));
    lab.until(() -> lab.text("summary-answers").startsWith("2 trained: "));
    Files.writeString(list, "x,y\n0,99\n");
    robot.interact(() -> lab.window().open(list));
    lab.until(
        () ->
            lab.node("message-text", Button.class)
                .getText()
                .startsWith("pairs.csv was not opened: the split names the pair (0, 99)"));
    assertThat(lab.text("weights-source")).endsWith("; training pairs of pairs.csv");
    lab.press(robot, "weights-use");
    assertThat(lab.node("message-text", Button.class).getText())
        .isEqualTo("The task and the network of other.bin were put into the settings on the left.");
    lab.press(robot, "message-undo");
  }
}
