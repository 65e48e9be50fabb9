package grokscope.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.cli.Assignment;
import grokscope.cli.CommandLineFixture;
import grokscope.config.Json;
import grokscope.run.format.SafetensorsFile;
import grokscope.telemetry.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights that a run has written, read again by themselves. */
class ProbeCommandTest {
  @TempDir private Path home;
  private CommandLineFixture commands;

  @BeforeEach
  void setUp() {
    commands = new CommandLineFixture(home);
  }

  @AfterEach
  void close() {
    commands.close();
  }

  /** Runs a network for a few steps and returns its folder. */
  private Path run(String name, String model) throws Exception {
    return run(name, model, 7);
  }

  private Path run(String name, String model, long modulus) throws Exception {
    Path file =
        commands.written(
            name + ".json",
            commands.config(
                new Assignment("model.type", model),
                new Assignment("task.modulus", modulus),
                new Assignment("steps", 30L)));
    Path folder = home.resolve(name);
    assertThat(commands.enter("run", file.toString(), "--quiet", "--out", folder.toString()))
        .isZero();
    return folder;
  }

  private Map<String, Object> probed(Path weights, Path folder) throws Exception {
    assertThat(
            commands.enter(
                "probe",
                weights.toString(),
                "--preset",
                folder.resolve("config.json").toString(),
                "--json"))
        .as(commands.err())
        .isZero();
    return Json.read(commands.out());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> inside(Map<String, Object> object, String key) {
    return (Map<String, Object>) object.get(key);
  }

  private static double number(Map<String, Object> object, String key) {
    return ((Number) object.get(key)).doubleValue();
  }

  /** 19 of the 49 pairs are trained on, 30 are hidden. */
  @Test
  void whatWasMeasuredAtTheEndIsReadOffTheWeights() throws Exception {
    for (String model : List.of("mlp", "transformer", "linear")) {
      Path folder = run(model, model);
      Map<?, ?> last =
          (Map<?, ?>) Json.read(Files.readString(folder.resolve("summary.json"))).get("final");
      double train = ((Number) last.get("train_loss")).doubleValue();
      double test = ((Number) last.get("test_loss")).doubleValue();
      Map<String, Object> seen = probed(folder.resolve("weights.safetensors"), folder);
      assertThat(number(seen, "loss"))
          .isCloseTo((19 * train + 30 * test) / 49, Offset.offset(1e-6)); // another number of lanes
      assertThat(number(seen, "train_loss")).isCloseTo(train, Offset.offset(1e-6));
      assertThat(number(seen, "test_loss")).isCloseTo(test, Offset.offset(1e-6));
      assertThat(number(seen, "weight_norm"))
          .isCloseTo(((Number) last.get("weight_norm")).doubleValue(), Offset.offset(1e-9));
      assertThat(number(seen, "restricted_loss"))
          .isCloseTo(((Number) last.get("restricted_loss")).doubleValue(), Offset.offset(1e-6));
      assertThat(seen.get("key_frequencies_of"))
          .isEqualTo(model.equals("linear") ? "input weights" : "embedding");
      assertThat(number(seen, "trig_share")).isBetween(0.0, 1.0);
      assertThat((List<?>) seen.get("key_frequencies"))
          .hasSameSizeAs((List<?>) seen.get("key_frequency_shares"))
          .isNotEmpty();
      assertThat(seen.containsKey("neurons")).isEqualTo(!model.equals("linear"));
    }
  }

  private String probedText(Path folder) {
    String weights = folder.resolve("weights.safetensors").toString();
    String config = folder.resolve("config.json").toString();
    assertThat(commands.enter("probe", weights, "--preset", config)).as(commands.err()).isZero();
    return commands.out();
  }

  @Test
  void countsAreWholeNumbers() throws Exception {
    assertThat(probedText(run("mlp", "mlp")))
        .containsPattern("(?m)^neurons of layer 1, dead +\\d+$")
        .containsPattern("(?m)^neurons of layer 1, all +128$")
        .containsPattern("(?m)^loss, all examples +\\d\\.\\d{5}$")
        .doesNotContain("not read");
  }

  @Test
  void whatCannotBeReadIsSaidWithItsReason() throws Exception {
    Path even = run("even", "mlp", 8);
    assertThat(probedText(even))
        .containsPattern(
            "(?m)^key frequencies and the losses of a circuit +"
                + "not read, because the modulus 8 is even$")
        .containsPattern("(?m)^neurons by frequency +not read, because the modulus 8 is even$");
    assertThat(probed(even.resolve("weights.safetensors"), even).get("not_read"))
        .isEqualTo(Map.of("circuit", "the modulus 8 is even", "neurons", "the modulus 8 is even"));
    assertThat(probedText(run("linear", "linear")))
        .contains("restricted loss")
        .containsPattern(
            "(?m)^neurons by frequency +not read, because the network has no hidden neurons$");
  }

  /** Its answers are no zeros, and nobody should go on with it unawares. */
  @Test
  void aBrokenNetworkIsReportedAndIsAFailure() throws Exception {
    Path folder = run("mlp", "mlp");
    List<Tensor> tensors = SafetensorsFile.read(folder.resolve("weights.safetensors"));
    tensors.get(0).values()[64] = Float.NaN;
    Path odd = home.resolve("odd.safetensors");
    SafetensorsFile.write(odd, tensors);
    String config = folder.resolve("config.json").toString();
    assertThat(commands.enter("probe", odd.toString(), "--preset", config)).isEqualTo(1);
    assertThat(commands.out())
        .startsWith("Warning: 1 of ")
        .contains(" weights are not numbers: 1 NaN in embed.W_E at [1, 0].")
        .containsPattern("(?m)^accuracy, all examples +not a number$");
    assertThat(commands.enter("probe", odd.toString(), "--preset", config, "--json")).isEqualTo(1);
    assertThat(Json.read(commands.out())).containsEntry("accuracy", null);
  }

  @Test
  void writtenAndReadAgainItIsTheSameFile() throws Exception {
    Path folder = run("transformer", "transformer");
    Path weights = folder.resolve("weights.safetensors");
    Path copy = home.resolve("copy.safetensors");
    SafetensorsFile.write(copy, SafetensorsFile.read(weights));
    assertThat(copy).hasSameBinaryContentAs(weights);
    assertThat(SafetensorsFile.read(weights))
        .filteredOn(tensor -> tensor.name().equals("blocks.0.attn.W_Q"))
        .singleElement()
        .satisfies(tensor -> assertThat(tensor.shape()).containsExactly(4, 128, 32));
  }

  @Test
  void weightsOfAnotherNetworkAreRefusedInASentence() throws Exception {
    Path folder = run("mlp", "mlp");
    Path weights = folder.resolve("weights.safetensors");
    assertRefused(
        weights,
        "first-look",
        "the file holds an MLP of 1 hidden layer",
        "not the size of x",
        "task.modulus=7");
    assertRefused(weights, "linear", "these settings would fit: task.modulus=7, model.type=mlp");
    assertRefused(home.resolve("none"), "first-look", "there is no such file");
    assertRefused(folder.resolve("metrics.csv"), "first-look", "not a safetensors file");
    List<Tensor> more = new ArrayList<>(SafetensorsFile.read(weights));
    more.add(new Tensor("more", new int[] {2, 1}, new float[] {0, 0.5f}));
    Path odd = home.resolve("odd.safetensors");
    SafetensorsFile.write(odd, more);
    assertRefused(
        odd,
        folder.resolve("config.json").toString(),
        "more [2, 1] has no place in a network of this program");
  }

  @Test
  void withoutAPresetTheWeightsTell() throws Exception {
    Path weights = run("transformer", "transformer").resolve("weights.safetensors");
    assertThat(commands.enter("probe", weights.toString(), "--json")).as(commands.err()).isZero();
    Map<String, Object> seen = Json.read(commands.out());
    assertThat(inside(seen, "assumed"))
        .containsEntry("names", "TransformerLens")
        .containsEntry("task.modulus", 7)
        .containsEntry("model.dModel", 128);
    List<?> candidates = (List<?>) seen.get("candidates");
    assertThat(candidates).hasSize(40);
    assertThat(((Map<?, ?>) candidates.get(0)).get("accuracy")).isEqualTo(seen.get("accuracy"));
    assertThat(inside(seen, "split")).containsEntry("source", "unknown");
    assertThat(seen).containsKeys("loss", "accuracy", "weight_norm");
  }

  @Test
  void whatIsKnownCanBeSaid() throws Exception {
    Path weights = run("transformer", "transformer").resolve("weights.safetensors");
    assertThat(
            commands.enter(
                "probe",
                weights.toString(),
                "--set",
                "model.activation=gelu",
                "--set",
                "task.operation=x-y",
                "--set",
                "seed=3",
                "--set",
                "data.trainFraction=0.4",
                "--json"))
        .as(commands.err())
        .isZero();
    Map<String, Object> seen = Json.read(commands.out());
    assertThat((List<?>) seen.get("candidates")).hasSize(1);
    assertThat(inside(seen, "assumed"))
        .containsEntry("model.activation", "gelu")
        .containsEntry("task.operation", "x-y");
    assertThat(inside(seen, "split")).containsEntry("source", "settings");
    assertThat(commands.enter("probe", weights.toString(), "--set", "model.dModel=64"))
        .isEqualTo(2);
    assertThat(commands.err())
        .contains("--set says what none of the 40 candidates has; the first of them is x + y mod 7")
        .contains(", with model.dModel=")
        .hasLineCount(1);
  }

  @Test
  void aListOfPairsIsTheSplit() throws Exception {
    Path folder = run("mlp", "mlp");
    Path weights = folder.resolve("weights.safetensors");
    Path pairs = Files.writeString(home.resolve("pairs.csv"), "x,y\n0,1\n6,6\n3,2\n");
    assertThat(commands.enter("probe", weights.toString(), "--split", pairs.toString(), "--json"))
        .as(commands.err())
        .isZero();
    Map<String, Object> seen = Json.read(commands.out());
    assertThat(inside(seen, "split"))
        .containsEntry("source", "named")
        .containsEntry("trained", 3)
        .containsEntry("hidden", 46);
    Path wrong = Files.writeString(home.resolve("wrong.csv"), "0,7\n");
    assertThat(commands.enter("probe", weights.toString(), "--split", wrong.toString()))
        .isEqualTo(2);
    assertThat(commands.err())
        .contains("the split names the pair (0, 7), which this task does not have")
        .hasLineCount(1);
  }

  private void assertRefused(Path weights, String preset, String... words) {
    assertThat(commands.enter("probe", weights.toString(), "--preset", preset)).isEqualTo(2);
    assertThat(commands.err()).contains(words).hasLineCount(1);
    assertThat(commands.out()).isEmpty();
  }
}
