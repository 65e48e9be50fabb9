package grokscope.run.weights;

import static grokscope.run.weights.Workbench.each;
import static grokscope.run.weights.Workbench.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.measure.fourier.Score;
import grokscope.run.format.ArrayFile;
import grokscope.task.PairSplit;
import grokscope.telemetry.Tensor;
import grokscope.train.report.SplitSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network's answers choose the task, and what is not sure is said. */
class RankedWeightsTest {
  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void setUp() {
    bench = new Workbench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** The weights that add two numbers modulo 11. */
  private RunConfig adder() throws Exception {
    return bench.config(
        "model.input",
        "one-hot",
        "model.activation",
        "square",
        "model.biases",
        "off",
        "model.width",
        500L,
        "model.initialization",
        "periodic");
  }

  /** The same with −y in place of y. */
  private static List<Tensor> subtracting(List<Tensor> weights) {
    return each(
        weights,
        tensor -> {
          if (!tensor.name().equals("hidden.0.W_1")) {
            return tensor;
          }
          int columns = tensor.shape()[1];
          float[] moved = new float[tensor.values().length];
          for (int y = 0; y < 11; y++) {
            System.arraycopy(tensor.values(), y * columns, moved, (11 - y) % 11 * columns, columns);
          }
          return new Tensor(tensor.name(), tensor.part(), tensor.shape(), moved);
        });
  }

  @Test
  void theTaskIsFoundByTheAnswers() throws Exception {
    List<Tensor> weights = bench.weights(adder());
    RankedWeights sums = bench.ranked(bench.read(weights));
    assertThat(sums.best().words()).isEqualTo("x + y mod 11, Square");
    assertThat(sums.tried().get(0).score().accuracy()).isEqualTo(1);
    assertThat(sums.tried()).hasSize(40);
    assertThat(sums.remarks().get(0))
        .startsWith(
            "It is taken for x + y mod 11, Square, of 40 candidates: it answers 100.0\u202f% of all"
                + " examples correctly, and as ");
    RankedWeights differences = bench.ranked(bench.read(subtracting(weights)));
    assertThat(differences.best().words()).isEqualTo("x − y mod 11, Square");
    assertThat(differences.origin().split()).isEqualTo(SplitSource.UNKNOWN);
    assertThat(bench.ranked(bench.read(weights, adder())).origin().split())
        .isEqualTo(SplitSource.SETTINGS);
  }

  @Test
  void nothingAboveGuessingIsSaid() throws Exception {
    RankedWeights ranked = bench.ranked(bench.read(bench.weights(bench.config())));
    assertThat(ranked.remarks().get(0))
        .startsWith(
            "Nothing says what the network was trained for: of 40 candidates none answers more than"
                + " guessing would.");
  }

  @Test
  void ofTwoThatAnswerAlikeTheLikelierIsTakenAndTheOtherSaid() throws Exception {
    RunConfig config = bench.transformer();
    List<Tensor> weights = bench.weights(config);
    // Neurons that never fire answer alike whatever they do.
    List<Tensor> dead =
        each(
            weights,
            tensor ->
                tensor.name().endsWith("W_out")
                    ? new Tensor(tensor.name(), tensor.shape(), new float[tensor.values().length])
                    : tensor);
    assertThat(bench.ranked(bench.read(dead)).best().config().model().choice("activation"))
        .isEqualTo("relu");
  }

  @Test
  void ofTwoOfWhichOneIsMuchSurerThatOneIsTaken() throws Exception {
    FoundWeights found = bench.read(bench.weights(bench.transformer()));
    Score unsure = new Score(0.001, 0.01);
    List<Score> scores = new ArrayList<>(Collections.nCopies(found.candidates().size(), unsure));
    scores.set(0, new Score(5e-3, 0.999)); // with ReLU
    scores.set(1, new Score(1e-7, 1)); // with GELU
    assertThat(RankedWeights.of(found, scores).best()).isEqualTo(found.candidates().get(1));
    scores.set(0, new Score(2e-7, 1));
    assertThat(RankedWeights.of(found, scores).best()).isEqualTo(found.candidates().get(0));
  }

  @Test
  void theCommonestAnswerAlwaysIsNoMoreThanGuessing() throws Exception {
    List<Tensor> zeros =
        each(
            bench.weights(bench.transformer()),
            tensor -> Workbench.zeros(tensor.name(), tensor.shape()));
    RankedWeights ranked = bench.ranked(bench.read(zeros));
    assertThat(ranked.remarks().get(0)).startsWith("Nothing says what the network was trained for");
    assertThat(ranked.remarks()).noneMatch(remark -> remark.contains("tied"));
  }

  @Test
  void whatTheFileSaysOfItsNeuronsIsTakenOrDoubted() throws Exception {
    RunConfig config = bench.transformer();
    ArrayFile file = bench.file(bench.weights(config));
    WeightsReader reader = new WeightsReader(bench.catalog);
    for (String word : List.of("gelu", "gelu_new", "silu")) {
      ArrayFile told =
          new ArrayFile(
              file.form(), file.texts(), file.arrays(), Map.<String, Object>of("cfg.act_fn", word));
      List<Candidate> candidates = reader.read(told).candidates();
      assertThat(candidates).hasSize(word.equals("silu") ? 40 : 10);
      assertThat(candidates.get(0).remarks())
          .containsExactlyElementsOf(
              switch (word) {
                case "gelu" -> List.of();
                case "gelu_new" ->
                    List.of(
                        "The file says that its neurons are \"gelu_new\", which is nearly GELU; it"
                            + " is read with GELU, and the last digits may differ.");
                default ->
                    List.of(
                        "The file says that its neurons are \"silu\", which no network here has; it"
                            + " is read with others, and its numbers are not those of the"
                            + " network.");
              });
      assertThat(reader.read(told, config).candidates().get(0).remarks())
          .filteredOn(remark -> remark.contains("the settings say relu, which was kept"))
          .hasSize(word.equals("silu") ? 0 : 1);
    }
  }

  @Test
  void aFoldedLayerNormIsNotTakenForNone() throws Exception {
    ArrayFile file = bench.file(bench.weights(bench.transformer()));
    for (String norm : List.of("LNPre", "LN")) { // of a file without gains, only the first is odd
      ArrayFile told =
          new ArrayFile(
              file.form(),
              file.texts(),
              file.arrays(),
              Map.<String, Object>of("config.normalization_type", norm));
      WeightsReader reader = new WeightsReader(bench.catalog);
      if (norm.equals("LN")) {
        assertThat(reader.read(told).candidates()).isNotEmpty();
      } else {
        assertThatThrownBy(() -> reader.read(told))
            .isInstanceOf(InvalidConfig.class)
            .hasMessageContaining("says that its normalisation is LNPre, which no network here");
      }
    }
  }

  @Test
  void whatWasLeftOutIsSaidWithoutSettingsToo() throws Exception {
    RunConfig config = bench.config("model.width", 10L);
    List<Tensor> weights = bench.weights(config);
    List<Tensor> marked =
        each(weights, tensor -> tensor.name().equals("embed.W_E") ? withARowMore(tensor) : tensor);
    FoundWeights found = bench.read(marked);
    bench.assertFound(found, config, weights);
    assertThat(found.candidates())
        .allSatisfy(
            candidate ->
                assertThat(candidate.remarks())
                    .containsExactly(
                        "The embedding has a row more than there are answers, as for \"=\"; an MLP"
                            + " does not read it, and it was left out."));
    assertThat(bench.read(marked, config).candidates())
        .singleElement()
        .satisfies(candidate -> assertThat(candidate.remarks()).hasSize(1));
  }

  private static Tensor withARowMore(Tensor tensor) {
    int[] shape = {tensor.shape()[0] + 1, tensor.shape()[1]};
    return new Tensor(tensor.name(), shape, Arrays.copyOf(tensor.values(), shape[0] * shape[1]));
  }

  @Test
  void aSplitOfTheFileIsTakenIfItFits() throws Exception {
    List<Tensor> weights = bench.weights(adder());
    FoundWeights found = bench.read(weights);
    FoundWeights named =
        new FoundWeights(
            found.form(),
            Optional.of(PairSplit.ofNumbers(new long[] {0, 1, 120})),
            false,
            found.candidates());
    RankedWeights ranked = bench.ranked(named);
    assertThat(ranked.split()).isPresent();
    assertThat(ranked.origin().split()).isEqualTo(SplitSource.NAMED);
    FoundWeights outside =
        new FoundWeights(
            found.form(),
            Optional.of(PairSplit.ofNumbers(new long[] {0, 121})),
            false,
            found.candidates());
    RankedWeights without = bench.ranked(outside);
    assertThat(without.split()).isEmpty();
    assertThat(without.remarks())
        .contains(
            "The file names training examples, but not of this task (the split names pair number"
                + " 121, which this task does not have: its numbers go from 0 to 10), so they were"
                + " left out.");
  }

  @Test
  void aTrainingStateIsReadInPart() throws Exception {
    List<Tensor> weights = bench.weights(adder());
    List<Tensor> state = each(weights, tensor -> Workbench.named(tensor, "model." + tensor.name()));
    for (Tensor tensor : weights) {
      state.add(Workbench.named(tensor, "optimizer.exp_avg." + tensor.name()));
    }
    FoundWeights found = bench.read(with(state, new Tensor("step", new int[0], new float[] {3})));
    bench.assertFound(found, withoutInitialization(adder()), weights);
    assertThat(found.candidates().get(0).remarks())
        .containsExactly(
            "The file holds a training state: its \"model\" was read, and not optimizer, step.");
  }

  private RunConfig withoutInitialization(RunConfig config) throws Exception {
    return bench.catalog.with(config, "model.initialization", "fan-in");
  }

  @Test
  void ofNumberedNetworksTheLastIsRead() throws Exception {
    RunConfig config = bench.config("model.width", 10L);
    List<Tensor> weights = bench.weights(config);
    List<Tensor> list =
        each(weights, tensor -> Workbench.zeros("checkpoints.2." + tensor.name(), tensor.shape()));
    weights.forEach(tensor -> list.add(Workbench.named(tensor, "checkpoints.10." + tensor.name())));
    FoundWeights found = bench.read(list);
    bench.assertFound(found, config, weights);
    assertThat(found.candidates().get(0).remarks())
        .containsExactly("The file holds 2 networks; the last one, number 10, was read.");
  }

  @Test
  void copiesAndEmptyArraysAreLeftOut() throws Exception {
    RunConfig config = bench.transformer();
    List<Tensor> weights = bench.weights(config);
    Tensor embed = Workbench.get(weights, "embed.W_E");
    FoundWeights found =
        bench.read(
            with(
                weights,
                Workbench.named(Turned.transposed(embed), "lm_head.weight"),
                new Tensor("empty", new int[] {0, 4}, new float[0])));
    bench.assertFound(found, config, weights);
    assertThat(found.candidates().get(0).remarks())
        .containsExactly("lm_head.weight was left out, because it is a copy of another array.");
  }
}
