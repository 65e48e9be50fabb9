package grokscope.train.look;

import static grokscope.train.look.MeasuredNetwork.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.task.SymmetricGroup;
import grokscope.telemetry.Tensor;
import grokscope.train.lab.Laboratory;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** The columns of thorough looks, of networks of which they are known beforehand. */
class ThoroughMeasuresTest {
  private static final Catalog CATALOG = new Laboratory(1L << 30).catalog();
  private static final int P = 7;

  private static RunConfig config(Object... pathsAndValues) throws InvalidConfig {
    RunConfig config = CATALOG.with(CATALOG.defaults(), "measures", "all");
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      config = CATALOG.with(config, (String) pathsAndValues[i], pathsAndValues[i + 1]);
    }
    CATALOG.check(config);
    return config;
  }

  /** A network on one-hot pairs without biases. */
  private static RunConfig quadratic(Object modulus, Object width, String initialization)
      throws InvalidConfig {
    return config(
        "task.modulus",
        modulus,
        "model.input",
        "one-hot",
        "model.width",
        width,
        "model.activation",
        "square",
        "model.biases",
        "off",
        "model.initialization",
        initialization);
  }

  private static Tensor tensor(String name, int rows, int columns, Entry entry) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) entry.at(i / columns, i % columns);
    }
    return new Tensor(name, new int[] {rows, columns}, values);
  }

  /** An entry of a matrix. */
  private interface Entry {
    double at(int row, int column);
  }

  /**
   * Of (cos α + cos β)² the waves of frequency σ have ½ + ½ of the variance and those of 2σ, in one
   * number alone, ⅛ + ⅛, so that one frequency has four fifths; but what is squared has one only.
   * Each writes one wave.
   */
  @Test
  void theAnalyticNetworkIsCosinesAndItsNeuronsHaveOneFrequency() throws Exception {
    RunConfig wide = quadratic(23L, 8000L, "periodic");
    Map<String, Double> seen = measured(CATALOG.with(wide, "model.initialScale", 0.15));
    assertThat(seen.get("trig_share")).isBetween(0.9, 1.0);
    assertThat(seen.get("trig_loss")).isCloseTo(seen.get("restricted_loss"), within(0.1));
    assertThat(seen).containsEntry("one_frequency_neurons", 1.0);
    assertThat(seen).containsEntry("keys_by_neurons", 11.0);
    assertThat(seen).containsEntry("dead_neurons", 0.0);
    assertThat(seen.get("participation")).isCloseTo(1, within(1e-9));
    assertThat(seen).containsEntry("keys_by_logit_map", 11.0); // evenly drawn: 9 % each
    assertThat(seen).containsEntry("key_frequencies", 11.0);
    assertThat(seen.get("logit_map_gini")).isLessThan(0.1);
    assertThat(seen.get("single_excluded_loss")).isGreaterThan(seen.get("train_loss"));
    assertThat(seen.get("cube_excluded_loss")).isGreaterThan(seen.get("train_loss"));
  }

  @Test
  void aRandomNetworkIsNone() throws Exception {
    Map<String, Double> seen = measured(quadratic(23L, 500L, "fan-in"));
    assertThat(seen.get("trig_share")).isLessThan(0.05);
    assertThat(seen.get("participation")).isLessThan(0.4);
    assertThat(seen.get("one_frequency_neurons")).isLessThan(0.1);
    assertThat(seen.get("representation_quality")).isZero();
    assertThat(seen.get("single_excluded_loss")).isCloseTo(seen.get("train_loss"), within(0.3));
    assertThat(seen.get("cube_excluded_loss")).isCloseTo(seen.get("train_loss"), within(0.1));
  }

  /**
   * Four neurons that square cosines of x alone (of k = 1, 1, 2, 3), two dead ones, and two that
   * see one number only. Neuron 0 writes a wave, neuron 1 the class 0.
   */
  @Test
  void neuronsMadeByHandAreCountedOneByOne() throws Exception {
    double[] frequency = {1, 1, 2, 3};
    Entry first =
        (x, n) ->
            n < 4 ? Math.cos(2 * Math.PI * frequency[n] * x / P + n) : n == 6 && x == 0 ? 1 : 0;
    Map<String, Double> seen =
        measured(
            quadratic((long) P, 8L, "fan-in"),
            tensor("hidden.0.W_0", P, 8, first),
            tensor("hidden.0.W_1", P, 8, (y, n) -> n == 7 && y == 0 ? 1 : 0),
            tensor(
                "unembed.W_U",
                8,
                P,
                (n, c) -> n == 0 ? Math.cos(2 * Math.PI * 2 * c / P) : n == 1 && c == 0 ? 1 : 0));
    assertThat(seen).containsEntry("dead_neurons", 2.0);
    assertThat(seen.get("one_frequency_neurons")).isCloseTo(4.0 / 6, within(1e-12));
    assertThat(seen).containsEntry("keys_by_neurons", 3.0);
    // A single class has all three frequencies alike.
    assertThat(seen.get("participation")).isCloseTo((1 + 1.0 / 3) / 2, within(1e-6));
    // The wave has a power of 7/2, the class one of 2/7 in each: 12 % of it, and 7 % of all.
    assertThat(seen).containsEntry("keys_by_logit_map", 3.0);
    assertThat(seen).containsEntry("feature_rank", 6.0);
    assertThat(seen).doesNotContainKey("effective_dimension");
  }

  /**
   * The logit of x is 30 and the others 0: in double the loss where y = 0 is 6·e⁻³⁰, in single
   * precision all probabilities are exactly 0 or 1.
   */
  @Test
  void aSoftmaxIsCertainOnlyInItsOwnPrecision() throws Exception {
    for (String precision : List.of("float64", "float32")) {
      RunConfig config =
          config(
              "task.modulus",
              (long) P,
              "model.type",
              "linear",
              "model.biases",
              "off",
              "loss.precision",
              precision);
      Map<String, Double> seen =
          measured(
              config,
              tensor("linear.W_0", P, P, (x, c) -> x == c ? 30 : 0),
              tensor("linear.W_1", P, P, (y, c) -> 0));
      boolean single = precision.equals("float32");
      assertThat(seen).containsEntry("saturated_share", single ? 1.0 : 0.0);
      assertThat(seen.get("train_accuracy")).isPositive();
      assertThat(seen)
          .containsEntry(
              "zero_loss_share", single ? seen.get("train_accuracy") : Double.valueOf(0));
      assertThat(seen).doesNotContainKeys("feature_rank", "participation", "dead_neurons");
    }
  }

  /** Plain descent moves the weights along −g. */
  @Test
  void theDescentIsWhereASmallStepGoes() throws Exception {
    RunConfig config =
        config(
            "task.modulus",
            (long) P,
            "optimizer.type",
            "sgd",
            "optimizer.learningRate",
            0.5,
            "optimizer.weightDecay",
            0.0,
            "optimizer.momentum",
            0.0,
            "optimizer.warmupSteps",
            0L);
    try (Backend backend = new CpuBackend(1);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      double cosine = measured(config, experiment).get("descent_cosine");
      List<Tensor> before = experiment.weights();
      experiment.training().update();
      double product = 0;
      double moved = 0;
      double length = 0;
      for (int i = 0; i < before.size(); i++) {
        float[] from = before.get(i).values();
        float[] to = experiment.weights().get(i).values();
        for (int j = 0; j < from.length; j++) {
          double change = (double) to[j] - from[j];
          product += change * from[j];
          moved += change * change;
          length += (double) from[j] * from[j];
        }
      }
      assertThat(cosine).isCloseTo(product / Math.sqrt(moved * length), within(1e-4));
    }
  }

  /** All numbers but 0 share a row: of the 6 parallelograms of a sum, 3 are without 0. */
  @Test
  void anEmbeddingOnALineHasOneDimensionAndTheParallelogramsWithoutTheOddNumber() throws Exception {
    RunConfig config =
        config("task.modulus", (long) P, "model.type", "transformer", "model.dModel", 8L);
    try (Backend backend = new CpuBackend(1);
        Experiment experiment = new ExperimentFactory(backend).make(config)) {
      List<Tensor> weights = new ArrayList<>(experiment.weights());
      weights.replaceAll(
          tensor ->
              tensor.name().equals("embed.W_E")
                  ? tensor(tensor.name(), P + 1, 8, (x, column) -> x == 0 ? column : 1)
                  : tensor);
      experiment.training().load(weights);
      Map<String, Double> seen = measured(config, experiment);
      assertThat(seen.get("effective_dimension")).isCloseTo(1, within(1e-6));
      assertThat(seen.get("representation_quality")).isEqualTo(0.5);
      assertThat(seen).doesNotContainKeys("train_local_complexity", "test_local_complexity");
    }
  }

  /**
   * Three neurons take the first number's 1 from the second's: 0 at every example, so that they
   * switch around each. The others stand far from where they would.
   */
  @Test
  void neuronsOnTheirKinkSwitchAndOthersDoNot() throws Exception {
    RunConfig config =
        config("task.modulus", (long) P, "model.input", "one-hot", "model.width", 8L);
    IntBinaryOperator towards = (n, sign) -> n < 3 ? sign * (n + 1) : 1;
    Map<String, Double> seen =
        measured(
            config,
            tensor("hidden.0.W_0", P, 8, (x, n) -> towards.applyAsInt(n, 1)),
            tensor("hidden.0.W_1", P, 8, (y, n) -> towards.applyAsInt(n, -1)),
            new Tensor("hidden.0.b", new int[] {8}, new float[] {0, 0, 0, 5, 5, 5, -9, -9}),
            tensor("unembed.W_U", 8, P, (n, c) -> n - c));
    assertThat(seen.get("train_local_complexity")).isCloseTo(3, within(1e-12));
    assertThat(seen.get("test_local_complexity")).isCloseTo(3, within(1e-12));
  }

  /** W_out·W_U, tied or not, has a row for each class; logits are waves of one frequency only. */
  @Test
  void theMapToTheLogitsIsTheProductOfAllBetween() throws Exception {
    for (String unembedding : List.of("tied", "separate")) {
      RunConfig config =
          config(
              "task.modulus",
              (long) P,
              "model.type",
              "transformer",
              "model.dModel",
              8L,
              "model.dMlp",
              12L,
              "model.unembedding",
              unembedding);
      SplittableRandom random = new SplittableRandom(3);
      double[] cosines = random.doubles(8).toArray();
      double[] sines = random.doubles(8).toArray();
      Entry wave =
          (c, column) ->
              c == P // "="
                  ? 5
                  : cosines[column] * Math.cos(2 * Math.PI * 3 * c / P)
                      + sines[column] * Math.sin(2 * Math.PI * 3 * c / P);
      try (Backend backend = new CpuBackend(1);
          Experiment experiment = new ExperimentFactory(backend).make(config)) {
        List<Tensor> weights = new ArrayList<>(experiment.weights());
        weights.replaceAll(
            tensor ->
                switch (tensor.name()) {
                  case "embed.W_E" -> tensor(tensor.name(), P + 1, 8, wave);
                  case "unembed.W_U" ->
                      tensor(tensor.name(), 8, P + 1, (column, c) -> wave.at(c, column));
                  default -> tensor;
                });
        experiment.training().load(weights);
        Map<String, Double> seen = measured(config, experiment);
        assertThat(seen.get("participation")).isCloseTo(1, within(1e-6));
        assertThat(seen).containsEntry("keys_by_logit_map", 1.0);
        assertThat(seen.get("logit_map_gini")).isBetween(1 - 2.0 / 6 - 1e-9, 1 - 1.0 / 6);
      }
    }
  }

  /**
   * (sgn x + sgn y)² is 2 + 2·sgn(x·y): less 2, times sgn c, it is a character and nothing else.
   */
  @Test
  void aNetworkThatMultipliesSignsIsOneCharacter() throws Exception {
    RunConfig config =
        config(
            "task.type",
            "permutations",
            "task.degree",
            4L,
            "model.input",
            "one-hot",
            "model.width",
            2L,
            "model.activation",
            "square",
            "model.biases",
            "off");
    SymmetricGroup group = new SymmetricGroup(4);
    IntUnaryOperator sign = x -> (4 - group.cycles(x).length) % 2 == 0 ? 1 : -1;
    Map<String, Double> seen =
        measured(
            config,
            tensor("hidden.0.W_0", 24, 2, (x, n) -> n == 0 ? sign.applyAsInt(x) : Math.sqrt(2)),
            tensor("hidden.0.W_1", 24, 2, (y, n) -> n == 0 ? sign.applyAsInt(y) : 0),
            tensor("unembed.W_U", 2, 24, (n, c) -> (1 - 2 * n) * sign.applyAsInt(c)));
    assertThat(seen.get("character_share")).isCloseTo(1, within(1e-6));
    assertThat(seen.get("single_character_share")).isCloseTo(1, within(1e-6));
    assertThat(measured(config).get("character_share")).isLessThan(0.1);
    assertThat(ids(CATALOG.with(config, "task.operation", "x*y*x")))
        .doesNotContain("character_share");
  }

  @Test
  void whatEveryNetworkHasAndWhatOnlySome() throws Exception {
    assertThat(ids(config("task.type", "parity")))
        .contains("effective_dimension", "feature_rank", "descent_cosine", "saturated_share")
        .contains("train_local_complexity")
        .doesNotContain("trig_share", "dead_neurons", "representation_quality");
    assertThat(ids(config("loss.type", "meanSquaredError")))
        .contains("trig_share", "descent_cosine")
        .doesNotContain("saturated_share", "zero_loss_share");
    assertThat(ids(config("model.type", "transformer", "model.block", "attention")))
        .contains("trig_share", "effective_dimension")
        .doesNotContain("feature_rank", "logit_map_gini");
    assertThat(ids(CATALOG.defaults())).doesNotContain("trig_share", "descent_cosine");
  }

  private static List<String> ids(RunConfig config) {
    return new Laboratory(1L << 30).metrics(config).stream().map(metric -> metric.id()).toList();
  }

  /** Also where every step draws new examples, which are none of the task's table. */
  @Test
  void everyNetworkCanBeLookedAtAndTrainsAsBefore() throws Exception {
    for (RunConfig config : kinds()) {
      try (Backend backend = new CpuBackend(2);
          Experiment watched = new ExperimentFactory(backend).make(config);
          Experiment alone = new ExperimentFactory(backend).make(config)) {
        for (int i = 0; i < 3; i++) {
          assertThat(measured(config, watched).values())
              .as(config.toString())
              .allMatch(Double::isFinite);
          watched.training().update();
          alone.training().update();
        }
        assertThat(watched.training().gradient()).isEqualTo(alone.training().gradient());
        for (int i = 0; i < watched.weights().size(); i++) {
          assertThat(Arrays.equals(weights(watched, i), weights(alone, i))).isTrue();
        }
      }
    }
  }

  private static float[] weights(Experiment experiment, int index) {
    return experiment.weights().get(index).values();
  }

  private static List<RunConfig> kinds() throws InvalidConfig {
    Object[] fresh = {
      "task.type",
      "digit-addition",
      "task.digits",
      2L,
      "task.examples",
      20L,
      "task.data",
      "unlimited",
      "batch",
      4L,
      "model.type",
      "transformer",
      "model.dModel",
      8L,
      "model.dMlp",
      16L
    };
    return List.of(
        config("task.modulus", 11L, "model.layers", 2L, "model.unembedding", "tied"),
        config("task.modulus", 11L, "model.combine", "sum", "batch", 10L),
        config("task.modulus", 11L, "model.type", "transformer", "model.dropout", 0.1),
        config("task.modulus", 11L, "model.type", "transformer", "model.layers", 2L),
        config("task.type", "permutations", "task.degree", 3L, "model.type", "transformer"),
        config("task.type", "toy-addition", "loss.type", "meanSquaredError"),
        config("task.type", "teacher", "task.width", 5L, "loss.type", "meanSquaredError"),
        config(fresh));
  }
}
