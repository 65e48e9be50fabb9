package grokscope.model.mlp;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.nd4j.Nd4jBackend;
import grokscope.model.Batch;
import grokscope.model.Network;
import grokscope.model.Parameter;
import grokscope.model.WeightRows;
import grokscope.task.Examples;
import grokscope.task.TaskShape;
import grokscope.telemetry.Part;
import grokscope.train.lab.Models;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** MLPs and linear networks are their formulas, whatever is computed as tables. */
class MlpTest {
  private static final TaskShape TASK = TaskShape.ofTokens(7, 7, 2, 2, 4);
  private static final int[] TOKENS = {0, 0, 3, 6, 6, 3, 1, 0};
  private static final double[][] DIGITS = { // of 0 … 6, the ones first
    {0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {0, 0, 1}, {1, 0, 1}, {0, 1, 1}
  };
  private static final Map<String, DoubleUnaryOperator> ACTIVATIONS =
      Map.of("relu", x -> Math.max(x, 0), "square", x -> x * x, "tanh", Math::tanh);

  private static Settings settings(int kind, Object... changes) {
    Map<String, Object> values = new HashMap<>(Models.ALL.get(kind).defaults().values());
    for (int i = 0; i < changes.length; i += 2) {
      values.put((String) changes[i], changes[i + 1]);
    }
    return new Settings(Models.ALL.get(kind).id(), values);
  }

  private static Network build(Settings settings, Backend backend) {
    return Models.ALL.stream()
        .filter(kind -> kind.id().equals(settings.type()))
        .findFirst()
        .orElseThrow()
        .factory()
        .build(settings, TASK, backend, new SplittableRandom(1));
  }

  private static double[] logits(Network network) {
    Batch batch = network.batch(4, 1);
    batch.fill(new Examples(TASK, TOKENS, new int[] {1, 2, 3, 4}), new int[] {0, 1, 2, 3}, 0);
    network.prepare();
    return network.worker(0, 4).forward(batch).toDoubles();
  }

  private static void moveBiases(Network network) {
    for (Parameter parameter : network.parameters().list()) {
      if (parameter.name().endsWith(".b")) {
        double[] values = new double[parameter.value().size()];
        Arrays.setAll(values, i -> 0.1 * i - 0.2);
        parameter.value().set(values);
      }
    }
  }

  @Test
  void logitsAreThoseOfTheFormula() {
    for (String activation : ACTIVATIONS.keySet()) {
      for (String combine : new String[] {"concatenate", "sum"}) {
        for (long layers = 1; layers <= 2; layers++) {
          compare(settings(0, "layers", layers, "activation", activation, "combine", combine));
          compare(settings(0, "layers", layers, "combine", combine, "unembedding", "tied"));
          compare(settings(0, "layers", layers, "combine", combine, "biases", "off"));
          compare(settings(0, "layers", layers, "combine", combine, "input", "one-hot"));
          compare(settings(0, "layers", layers, "combine", combine, "input", "binary"));
          compare(settings(0, "layers", layers, "combine", combine, "embeddings", "separate"));
        }
      }
    }
  }

  private static void compare(Settings settings) {
    Map<String, Object> values = new HashMap<>(settings.values());
    values.put("embedding", 5L);
    values.put("width", 6L);
    Settings small = new Settings("mlp", values);
    try (Backend backend = Nd4jBackend.inDouble();
        Network network = build(small, backend)) {
      moveBiases(network);
      double[] logits = logits(network);
      for (int i = 0; i < 4; i++) {
        double[] expected = usual(small, WeightRows.of(network.parameters()), i);
        assertThat(Arrays.copyOfRange(logits, 7 * i, 7 * i + 7))
            .as(small.toString())
            .containsExactly(expected, Offset.offset(1e-12));
      }
    }
  }

  private static double[] usual(Settings settings, WeightRows weights, int example) {
    boolean summed = settings.choice("combine").equals("sum");
    double[] h = new double[6];
    for (int operand = 0; operand < 2; operand++) {
      int token = TOKENS[2 * example + operand];
      double[][] input = weights.matrix(summed ? "hidden.0.W" : "hidden.0.W_" + operand);
      h =
          WeightRows.plus(
              h,
              switch (settings.choice("input")) {
                case "one-hot" -> input[token];
                case "binary" -> WeightRows.times(DIGITS[token], input);
                default ->
                    WeightRows.times(weights.row(embedding(settings, operand), token), input);
              });
    }
    if (weights.has("hidden.0.b")) {
      h = WeightRows.plus(h, weights.row("hidden.0.b", 0));
    }
    DoubleUnaryOperator f = ACTIVATIONS.get(settings.choice("activation"));
    h = Arrays.stream(h).map(f).toArray();
    for (int layer = 1; layer < settings.whole("layers"); layer++) {
      h = weights.affine(h, "hidden." + layer + ".W", "hidden." + layer + ".b");
      h = Arrays.stream(h).map(f).toArray();
    }
    return weights.has("output.W")
        ? WeightRows.timesTransposed(
            WeightRows.times(h, weights.matrix("output.W")), weights.matrix("embed.W_E"))
        : WeightRows.times(h, weights.matrix("unembed.W_U"));
  }

  private static String embedding(Settings settings, int operand) {
    return settings.choice("embeddings").equals("separate") ? "embed.W_E_" + operand : "embed.W_E";
  }

  /** Two embeddings that are equal are the one that is shared, and what a number meets is both. */
  @Test
  void twoEqualEmbeddingsAreOne() {
    for (String combine : new String[] {"concatenate", "sum"}) {
      try (Backend backend = Nd4jBackend.inDouble();
          Network one = build(settings(0, "combine", combine), backend);
          Network two = build(settings(0, "combine", combine, "embeddings", "separate"), backend)) {
        assertThat(two.parameters().count()).isEqualTo(one.parameters().count() + 7 * 64);
        Map<String, double[]> weights = new HashMap<>();
        one.parameters().list().forEach(p -> weights.put(p.name(), p.value().toDoubles()));
        for (Parameter parameter : two.parameters().list()) {
          String name = parameter.name().replaceFirst("^embed\\.W_E_[01]$", "embed.W_E");
          parameter.value().set(weights.get(name));
        }
        assertThat(logits(two)).isEqualTo(logits(one));
        assertThat(two.numbers()).hasSize(2);
        for (var table : two.numbers()) {
          assertThat(table.toDoubles()).isEqualTo(one.numbers().get(0).toDoubles());
        }
      }
    }
  }

  @Test
  void aBinaryDigitHasARowAndAsManyDigitsAsTellTheNumbersApart() {
    assertThat(java.util.stream.IntStream.of(1, 2, 3, 4, 5, 64, 65, 113).map(BinaryCode::bits))
        .containsExactly(1, 1, 2, 2, 3, 6, 7, 7);
    try (Backend backend = Nd4jBackend.inDouble();
        Network network = build(settings(0, "input", "binary", "width", 6L), backend)) {
      assertThat(network.parameters().count()).isEqualTo(2 * 3 * 6 + 6 + 6 * 7);
      network.prepare();
      double[][] rows = WeightRows.of(network.parameters()).matrix("hidden.0.W_0");
      assertThat(Arrays.copyOfRange(network.numbers().get(0).toDoubles(), 6 * 6, 7 * 6))
          .containsExactly(WeightRows.plus(rows[1], rows[2]), Offset.offset(1e-12));
    }
  }

  @Test
  void numbersStartOnACircle() {
    for (String embeddings : new String[] {"shared", "separate"}) {
      Settings circle =
          settings(
              0,
              "initialization",
              "circle",
              "embedding",
              2L,
              "embeddings",
              embeddings,
              "initialScale",
              3.0,
              "embeddingScale",
              0.5);
      try (Backend backend = Nd4jBackend.inDouble();
          Network network = build(circle, backend)) {
        WeightRows weights = WeightRows.of(network.parameters());
        for (int operand = 0; operand < 2; operand++) {
          double[][] rows = weights.matrix(embedding(circle, operand));
          for (int x = 0; x < 7; x++) {
            double angle = 2 * Math.PI * x / 7;
            assertThat(rows[x])
                .containsExactly(
                    new double[] {1.5 * Math.cos(angle), 1.5 * Math.sin(angle)},
                    Offset.offset(1e-12));
          }
        }
      }
    }
  }

  /** f = W₂·(W₁x)²/(D·N) with D = 2p inputs and N neurons. */
  @Test
  void gromovsQuadraticNetworkIsAMatterOfKnobs() {
    Settings gromov =
        settings(
            0,
            "input",
            "one-hot",
            "activation",
            "square",
            "biases",
            "off",
            "logits",
            "averages",
            "initialization",
            "unit",
            "width",
            50L);
    try (Backend backend = Nd4jBackend.inDouble();
        Network network = build(gromov, backend)) {
      assertThat(network.parameters().count()).isEqualTo(2 * 7 * 50 + 50 * 7);
      WeightRows weights = WeightRows.of(network.parameters());
      double[] logits = logits(network);
      for (int i = 0; i < 4; i++) {
        double[] h =
            WeightRows.plus(
                weights.row("hidden.0.W_0", TOKENS[2 * i]),
                weights.row("hidden.0.W_1", TOKENS[2 * i + 1]));
        h = Arrays.stream(h).map(x -> x * x / (14 * 50)).toArray();
        assertThat(Arrays.copyOfRange(logits, 7 * i, 7 * i + 7))
            .containsExactly(
                WeightRows.times(h, weights.matrix("unembed.W_U")), Offset.offset(1e-12));
      }
      double square = 0;
      for (Parameter parameter : network.parameters().list()) {
        square += Arrays.stream(parameter.value().toDoubles()).map(x -> x * x).sum();
      }
      assertThat(square / network.parameters().count()).isCloseTo(1, Offset.offset(0.15));
    }
  }

  @Test
  void aLinearNetworkAddsARowForEachOperand() {
    try (Backend backend = Nd4jBackend.inDouble();
        Network network = build(settings(2), backend)) {
      moveBiases(network);
      WeightRows weights = WeightRows.of(network.parameters());
      double[] logits = logits(network);
      for (int i = 0; i < 4; i++) {
        double[] expected =
            WeightRows.plus(
                weights.row("linear.b", 0),
                WeightRows.plus(
                    weights.row("linear.W_0", TOKENS[2 * i]),
                    weights.row("linear.W_1", TOKENS[2 * i + 1])));
        assertThat(Arrays.copyOfRange(logits, 7 * i, 7 * i + 7))
            .containsExactly(expected, Offset.offset(1e-12));
      }
    }
  }

  /** So the sum of its squares grows by the square, and nothing else is drawn otherwise. */
  @Test
  void theEmbeddingScaleMultipliesTheEmbeddingAlone() {
    for (Settings usual :
        new Settings[] {settings(0), settings(0, "embeddings", "separate"), settings(1)}) {
      Map<String, Object> values = new HashMap<>(usual.values());
      values.put("embeddingScale", 8.0);
      try (Backend backend = Nd4jBackend.inDouble();
          Network one = build(usual, backend);
          Network scaled = build(new Settings(usual.type(), values), backend)) {
        for (int i = 0; i < one.parameters().list().size(); i++) {
          Parameter parameter = one.parameters().list().get(i);
          double factor = parameter.part() == Part.EMBEDDING ? 8 : 1;
          double[] expected =
              Arrays.stream(parameter.value().toDoubles()).map(x -> factor * x).toArray();
          assertThat(scaled.parameters().list().get(i).value().toDoubles())
              .as(parameter.name())
              .isEqualTo(expected);
        }
      }
    }
  }

  /** What the knob's sentence says of PyTorch: a scale of √width makes the deviation 1. */
  @Test
  void theRootOfItsSizeGivesTheEmbeddingADeviationOfOne() {
    for (Settings settings :
        new Settings[] {
          settings(0, "embedding", 400L, "embeddingScale", 20.0),
          settings(1, "dModel", 400L, "embeddingScale", 20.0)
        }) {
      try (Backend backend = Nd4jBackend.inDouble();
          Network network = build(settings, backend)) {
        double[] weights = network.numbers().get(0).toDoubles();
        double square = Arrays.stream(weights).map(x -> x * x).sum() / weights.length;
        assertThat(square).isCloseTo(1, Offset.offset(0.1)); // 2,800 draws: ± .027
      }
    }
  }

  @Test
  void theInitialScaleMultipliesEveryWeightOfEveryNetwork() {
    for (int kind = 0; kind < Models.ALL.size(); kind++) {
      try (Backend backend = Nd4jBackend.inDouble();
          Network usual = build(settings(kind), backend);
          Network scaled = build(settings(kind, "initialScale", 8.0), backend)) {
        for (int i = 0; i < usual.parameters().list().size(); i++) {
          double[] expected =
              Arrays.stream(usual.parameters().list().get(i).value().toDoubles())
                  .map(x -> 8 * x)
                  .toArray();
          assertThat(scaled.parameters().list().get(i).value().toDoubles())
              .containsExactly(expected, Offset.offset(1e-15));
        }
      }
    }
  }
}
