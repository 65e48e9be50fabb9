package grokscope.train.look;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.measure.AnswerTally;
import grokscope.measure.Probe;
import grokscope.task.QuestionForm;
import grokscope.task.Tasks;
import grokscope.telemetry.snapshot.AnswerGrid;
import grokscope.telemetry.snapshot.AnswerSet;
import grokscope.telemetry.snapshot.AskedSequence;
import grokscope.telemetry.snapshot.Membership;
import grokscope.telemetry.snapshot.NeuronMaps;
import grokscope.telemetry.snapshot.PairAttention;
import grokscope.telemetry.snapshot.Pixels;
import grokscope.telemetry.snapshot.Prediction;
import grokscope.telemetry.snapshot.SequenceAttention;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.lab.Laboratory;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import grokscope.train.step.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Snapshots of real networks, against what can be computed from their weights by hand. */
class SnapshotReaderTest {
  private static final Catalog CATALOG = new Laboratory(1L << 30).catalog();
  private static final SnapshotRequest EVERYTHING =
      new SnapshotRequest(EnumSet.allOf(SnapshotPart.class), 0, 3, 17);
  private static final Offset<Double> CLOSE = Offset.offset(1e-5);

  private static RunConfig config(Object... pathsAndValues) throws InvalidConfig {
    RunConfig config = CATALOG.with(CATALOG.defaults(), "task.modulus", 11L);
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      config = CATALOG.with(config, (String) pathsAndValues[i], pathsAndValues[i + 1]);
    }
    CATALOG.check(config);
    return config;
  }

  private static void train(Experiment experiment, int steps) {
    for (int step = 0; step < steps; step++) {
      experiment.training().update();
    }
  }

  /** Networks of every form that answer pairs, with the number of lanes. */
  static Stream<Arguments> networks() throws InvalidConfig {
    List<Arguments> all = new ArrayList<>();
    all.add(Arguments.of(1, config()));
    all.add(Arguments.of(2, config()));
    all.add(Arguments.of(2, config("model.embeddings", "separate")));
    for (String sequence : List.of("marked", "operands")) {
      for (String outputs : List.of("tokens", "numbers")) {
        for (String unembedding : List.of("separate", "tied")) {
          all.add(
              Arguments.of(
                  1,
                  config(
                      "model.type",
                      "transformer",
                      "model.layers",
                      unembedding.equals("tied") ? 2L : 1L,
                      "model.dModel",
                      16L,
                      "model.dMlp",
                      24L,
                      "model.mask",
                      "none",
                      "model.sequence",
                      sequence,
                      "model.outputs",
                      outputs,
                      "model.unembedding",
                      unembedding,
                      "optimizer.learningRate",
                      0.01)));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void countsTheSameRightAnswersAsTheMeasures(int lanes, RunConfig config) throws Exception {
    try (Backend backend = new CpuBackend(lanes);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      train(experiment, 60);
      AnswerGrid table = experiment.look().snapshot(7, 60, EVERYTHING).answers().orElseThrow();
      AnswerSet grid = table.answers();
      Probe probe = experiment.look().probe();
      double loss = 0;
      int trained = 0;
      int trainedRight = 0;
      int right = 0;
      for (int i = 0; i < 121; i++) {
        assertThat(grid.label()[i]).isEqualTo((i / 11 + i % 11) % 11);
        assertThat(table.example()[i]).isEqualTo(i);
        boolean correct = grid.predicted()[i] == grid.label()[i];
        right += correct ? 1 : 0;
        trained += grid.train()[i] ? 1 : 0;
        trainedRight += correct && grid.train()[i] ? 1 : 0;
        loss -= Math.log(grid.probability()[i]);
        assertThat(grid.confidence()[i]).isGreaterThanOrEqualTo(grid.probability()[i]);
      }
      assertThat(trained).isEqualTo(48);
      assertThat(trainedRight / 48.0).isEqualTo(probe.train().accuracy());
      assertThat((right - trainedRight) / 73.0).isEqualTo(probe.test().accuracy());
      double mean = (48 * probe.train().meanLoss() + 73 * probe.test().meanLoss()) / 121;
      assertThat(loss / 121).isCloseTo(mean, Offset.offset(1e-6 * (1 + mean)));
    }
  }

  @Test
  void marksThePairsThatATableLacks() throws Exception {
    RunConfig config = config("task.operation", "x/y");
    try (Backend backend = new CpuBackend(1);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      Snapshot snapshot = experiment.look().snapshot(1, 0, EVERYTHING);
      AnswerGrid grid = snapshot.answers().orElseThrow();
      NeuronMaps maps = snapshot.neurons().orElseThrow();
      for (int a = 0; a < 11; a++) {
        assertThat(grid.has(a, 0)).isFalse();
        assertThat(grid.answers().predicted()[grid.index(a, 0)]).isEqualTo(-1);
        assertThat(maps.map()[grid.index(a, 0)]).isNaN();
        for (int b = 1; b < 11; b++) {
          assertThat(grid.answers().label()[grid.index(a, b)] * b % 11).isEqualTo(a);
        }
      }
    }
  }

  @Test
  void showsTheNeuronsOfAnMlp() throws Exception {
    RunConfig config = config("model.input", "one-hot", "model.width", 24L);
    try (Backend backend = new CpuBackend(2);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      train(experiment, 20);
      Snapshot snapshot = experiment.look().snapshot(1, 20, EVERYTHING);
      WeightRows first = WeightRows.of(snapshot, "hidden.0.W_0");
      WeightRows second = WeightRows.of(snapshot, "hidden.0.W_1");
      WeightRows bias = WeightRows.of(snapshot, "hidden.0.b");
      NeuronMaps maps = snapshot.neurons().orElseThrow();
      assertThat(maps.neurons()).isEqualTo(24);
      for (int pair = 0; pair < 121; pair++) {
        double sum = first.at(pair / 11, 3) + second.at(pair % 11, 3) + bias.at(0, 3);
        assertThat((double) maps.map()[pair]).isCloseTo(Math.max(0, sum), CLOSE);
        for (int neuron = 0; neuron < 24; neuron++) {
          double exact =
              Math.max(
                  0,
                  first.at(pair / 11, neuron) + second.at(pair % 11, neuron) + bias.at(0, neuron));
          int level = maps.levels()[neuron * 121 + pair] & 0xff;
          double width = maps.high()[neuron] - maps.low()[neuron];
          assertThat(maps.low()[neuron] + width * level / 255)
              .isCloseTo(exact, Offset.offset(width / 509 + 1e-5));
        }
      }
    }
  }

  /** One layer by its short way, one by the usual way, and the first of two. */
  @ParameterizedTest
  @CsvSource({
    "1, on, marked, causal, tokens",
    "1, off, marked, causal, tokens",
    "2, on, marked, causal, tokens",
    "1, on, marked, none, numbers",
    "1, on, operands, none, tokens",
    "2, on, operands, causal, numbers",
    "2, on, operands, none, tokens",
    "2, off, marked, none, numbers",
  })
  void showsTheAttentionAndTheNeuronsOfATransformer(
      long layers, String biases, String sequence, String mask, String outputs) throws Exception {
    RunConfig config =
        config(
            "model.type",
            "transformer",
            "model.layers",
            layers,
            "model.heads",
            2L,
            "model.dModel",
            8L,
            "model.dMlp",
            12L,
            "model.biases",
            biases,
            "model.sequence",
            sequence,
            "model.mask",
            mask,
            "model.outputs",
            outputs);
    int[] read = {0, 0, 11};
    int context = sequence.equals("marked") ? 3 : 2;
    try (Backend backend = new CpuBackend(2);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      train(experiment, 20);
      Snapshot snapshot = experiment.look().snapshot(1, 20, EVERYTHING);
      FirstBlock block = new FirstBlock(snapshot, 2, 8, biases.equals("on"));
      NeuronMaps maps = snapshot.neurons().orElseThrow();
      PairAttention attention = snapshot.pairAttention().orElseThrow();
      assertThat(maps.layers()).isEqualTo((int) layers);
      assertThat(attention.heads()).isEqualTo(2);
      assertThat(attention.context()).isEqualTo(context);
      assertThat(attention.weights()).hasSize(2 * context * 121);
      for (int pair = 0; pair < 121; pair++) {
        read[0] = pair / 11;
        read[1] = pair % 11;
        int[] tokens = Arrays.copyOf(read, context);
        double[][] pattern = block.pattern(tokens);
        for (int head = 0; head < 2; head++) {
          for (int position = 0; position < context; position++) {
            assertThat((double) attention.weights()[(head * context + position) * 121 + pair])
                .isCloseTo(pattern[head][position], CLOSE);
          }
        }
        double[] neurons = block.neurons(tokens, pattern);
        assertThat((double) maps.map()[pair]).isCloseTo(neurons[3], CLOSE);
      }
    }
  }

  @Test
  void showsWhereASequenceLooks() throws Exception {
    RunConfig config =
        config("task.type", "digit-addition", "task.digits", 2L, "model.type", "transformer");
    try (Backend backend = new CpuBackend(1);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      Snapshot snapshot = experiment.look().snapshot(1, 0, EVERYTHING);
      assertThat(snapshot.answers()).isEmpty();
      assertThat(snapshot.pairAttention()).isEmpty();
      SequenceAttention attention = snapshot.sequenceAttention().orElseThrow();
      int context = attention.tokens().length;
      assertThat(attention.asking()).isSorted().hasSizeGreaterThan(1);
      for (int row = 0; row < attention.heads() * attention.asking().length; row++) {
        int asking = attention.asking()[row % attention.asking().length];
        int from = row * context;
        assertThat(
                IntStream.range(0, context).mapToDouble(j -> attention.weights()[from + j]).sum())
            .isCloseTo(1, CLOSE);
        for (int position = asking + 1; position < context; position++) {
          assertThat(attention.weights()[from + position]).isZero();
        }
      }
    }
  }

  /** Without a mask every position sees every other, and only what is read is shown. */
  @ParameterizedTest
  @CsvSource({"marked, 1", "marked, 2", "operands, 1", "operands, 2"})
  void showsWhereASequenceLooksWithoutAMask(String sequence, long layers) throws Exception {
    RunConfig config =
        config(
            "task.type",
            "parity",
            "task.bits",
            6L,
            "task.examples",
            40L,
            "model.type",
            "transformer",
            "model.mask",
            "none",
            "model.sequence",
            sequence,
            "model.layers",
            layers);
    int context = sequence.equals("marked") ? 7 : 6;
    try (Backend backend = new CpuBackend(1);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      Snapshot snapshot = experiment.look().snapshot(1, 0, EVERYTHING);
      SequenceAttention attention = snapshot.sequenceAttention().orElseThrow();
      Prediction said = snapshot.prediction().orElseThrow();
      assertThat(attention.tokens()).isEqualTo(Arrays.copyOf(said.tokens(), context));
      int[] all = IntStream.range(0, context).toArray();
      assertThat(attention.asking()).isEqualTo(layers == 1 ? new int[] {context - 1} : all);
      int rows = attention.heads() * attention.asking().length;
      assertThat(attention.weights()).hasSize(rows * context);
      for (int row = 0; row < rows; row++) {
        double sum = 0;
        for (int position = 0; position < context; position++) {
          assertThat(attention.weights()[row * context + position]).isPositive();
          sum += attention.weights()[row * context + position];
        }
        assertThat(sum).isCloseTo(1, CLOSE);
      }
    }
  }

  @Test
  void guessesAsTheGridSays() throws Exception {
    try (Backend backend = new CpuBackend(1);
        Experiment experiment = new ExperimentFactory(backend).make(config())) {
      train(experiment, 30);
      Snapshot snapshot = experiment.look().snapshot(1, 30, EVERYTHING);
      float[] logits = snapshot.prediction().orElseThrow().logits(0);
      int best =
          IntStream.range(0, 11).reduce((m, c) -> logits[c] > logits[m] ? c : m).orElseThrow();
      assertThat(best).isEqualTo(snapshot.answers().orElseThrow().answers().predicted()[17]);
      assertThat(snapshot.prediction().orElseThrow().rule()[0]).isEqualTo((1 + 6) % 11);
    }
  }

  /** Twenty of the sixty training pairs are wrong on purpose, of the hidden ones none. */
  @Test
  void tellsWrongLabelsFromTheRule() throws Exception {
    RunConfig config = config("data.outliers", 20L, "data.trainFraction", 0.5);
    try (Backend backend = new CpuBackend(1);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      train(experiment, 300);
      AnswerSet answers =
          experiment.look().snapshot(1, 300, EVERYTHING).answers().orElseThrow().answers();
      int wrong = 0;
      for (int pair = 0; pair < 121; pair++) {
        assertThat(answers.rule()[pair]).isEqualTo((pair / 11 + pair % 11) % 11);
        wrong += answers.mislabeled(pair) ? 1 : 0;
        assertThat(answers.mislabeled(pair) && !answers.train()[pair]).isFalse();
      }
      assertThat(wrong).isEqualTo(20);
      AnswerTally tally = AnswerTally.of(answers);
      assertThat(tally.trained()).isEqualTo(40);
      assertThat(tally.mislabeled()).isEqualTo(20);
      assertThat(tally.asGiven()).as("learned by heart").isGreaterThan(10);
      assertThat((tally.trainedRight() + tally.asGiven()) / 60.0)
          .isEqualTo(experiment.look().probe().train().accuracy());
    }
  }

  @Test
  void showsPicturesWithTheirAnswers() throws Exception {
    RunConfig config = config("task.type", "images", "task.examples", 60L, "model.width", 16L);
    try (Backend backend = new CpuBackend(2);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      train(experiment, 40);
      Snapshot snapshot =
          experiment
              .look()
              .snapshot(
                  1,
                  40,
                  new SnapshotRequest(
                      EnumSet.of(SnapshotPart.ANSWERS, SnapshotPart.PIXELS, SnapshotPart.GUESS),
                      0,
                      0,
                      9,
                      Optional.empty(),
                      List.of(9, 2, 99)));
      AnswerTally tally = AnswerTally.of(snapshot.classified().orElseThrow());
      Probe probe = experiment.look().probe();
      assertThat(tally.trained()).isEqualTo(24);
      assertThat(tally.trainedRight() / 24.0).isEqualTo(probe.train().accuracy());
      assertThat(tally.hiddenRight() / 36.0).isEqualTo(probe.test().accuracy());
      Prediction said = snapshot.prediction().orElseThrow();
      assertThat(said.rule()[0]).isEqualTo(snapshot.classified().orElseThrow().rule()[9]);
      Pixels pixels = snapshot.pixels().orElseThrow();
      assertThat(pixels.examples()).containsExactly(9, 2);
      assertThat(pixels.levels()).hasSize(2 * 64);
      assertThat(IntStream.range(0, 64).map(i -> pixels.levels()[i] & 0xff).max()).hasValue(255);
    }
  }

  /** What is typed is answered as it is in the table, and known to be in it. */
  @Test
  void answersWhatIsTyped() throws Exception {
    RunConfig config =
        config("task.type", "digit-addition", "task.digits", 2L, "model.type", "transformer");
    config = CATALOG.with(config, "task.examples", 40L);
    try (Backend backend = new CpuBackend(1);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      train(experiment, 5);
      QuestionForm form =
          Tasks.of(config.task())
              .questions(config.task(), new Seeds(config.seed()).task())
              .orElseThrow();
      for (int row = 0; row < 40; row++) {
        Prediction known =
            experiment.look().snapshot(1, 5, SnapshotRequest.about(row)).prediction().orElseThrow();
        AskedSequence typed = form.read(form.write(known.tokens()));
        Prediction said =
            experiment
                .look()
                .snapshot(1, 5, SnapshotRequest.about(typed))
                .prediction()
                .orElseThrow();
        assertThat(said).usingRecursiveComparison().isEqualTo(known);
        assertThat(known.membership()).isIn(Membership.TRAINED, Membership.HIDDEN);
        assertThat(known.answers()).isEqualTo(3);
      }
      AskedSequence other = form.read("0 + 0");
      Prediction foreign =
          experiment.look().snapshot(1, 5, SnapshotRequest.about(other)).prediction().orElseThrow();
      assertThat(foreign.membership()).isEqualTo(Membership.FOREIGN);
      assertThat(foreign.example()).isEqualTo(-1);
      assertThat(foreign.rule()).containsExactly(0, 0, 0);
    }
  }

  @Test
  void doesNotDisturbTraining() throws Exception {
    RunConfig config = config("batch", 16L, "weights.gradientNoise", 0.01);
    try (Backend backend = new CpuBackend(1);
        Experiment watched = new ExperimentFactory(backend).make(config);
        Experiment alone = new ExperimentFactory(backend).make(config)) {
      for (int step = 0; step < 25; step++) {
        watched.look().snapshot(1, step, EVERYTHING);
        watched.training().update();
        alone.training().update();
      }
      for (int i = 0; i < alone.weights().size(); i++) {
        assertThat(watched.weights().get(i).values()).isEqualTo(alone.weights().get(i).values());
      }
    }
  }
}
