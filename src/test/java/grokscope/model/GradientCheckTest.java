package grokscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.LossFormula;
import grokscope.kernel.LossSum;
import grokscope.kernel.Matrix;
import grokscope.kernel.NaiveBackend;
import grokscope.kernel.nd4j.Nd4jBackend;
import grokscope.task.Examples;
import grokscope.task.TaskShape;
import grokscope.train.lab.Models;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parameter of every network against central differences of the loss, in double. */
class GradientCheckTest {
  private static final double STEP = 1e-6;
  private static final int ENTRIES = 8;
  private static final long DROPPED = 9; // the seed of what dropout leaves out, the same each time

  private static final String EXAMPLES = "examples"; // among the options

  static Stream<Settings> networks() {
    List<Settings> all = new ArrayList<>();
    all.add(with("linear", Map.of()));
    all.add(with("linear", Map.of("biases", "off", "initialization", "glorot")));
    all.add(mlp(Map.of("biases", "everywhere", "initialization", "uniform")));
    all.add(mlp(Map.of("layers", 12L, "initialization", "he", "activation", "tanh")));
    for (String combine : List.of("concatenate", "sum")) {
      for (String activation : List.of("relu", "square", "tanh", "gelu")) {
        all.add(mlp(Map.of("combine", combine, "activation", activation)));
        all.add(mlp(Map.of("combine", combine, "activation", activation, "layers", 3L)));
      }
      all.add(mlp(Map.of("combine", combine, "unembedding", "tied", "biases", "off")));
      all.add(mlp(Map.of("combine", combine, "unembedding", "tied", "logits", "averages")));
      all.add(mlp(Map.of("combine", combine, "input", "one-hot", "layers", 2L)));
      all.add(mlp(Map.of("combine", combine, "embeddings", "separate", "layers", 2L)));
      all.add(mlp(Map.of("combine", combine, "input", "binary")));
      all.add(mlp(Map.of("combine", combine, "input", "binary", "layers", 2L)));
      all.add(
          mlp(
              Map.of(
                  "combine",
                  combine,
                  "input",
                  "one-hot",
                  "logits",
                  "averages",
                  "biases",
                  "off",
                  "activation",
                  "square",
                  "initialization",
                  "unit")));
    }
    for (String activation : List.of("relu", "square", "tanh", "gelu")) {
      all.add(transformer(Map.of("activation", activation)));
      all.add(transformer(Map.of("activation", activation, "layers", 2L)));
    }
    all.add(transformer(Map.of("layers", 3L)));
    for (String norm : List.of("pre", "post")) {
      all.add(transformer(Map.of("layerNorm", norm)));
      all.add(transformer(Map.of("layerNorm", norm, "layers", 3L)));
      all.add(transformer(Map.of("layerNorm", norm, "layers", 2L, "block", "attention")));
    }
    all.add(transformer(Map.of("block", "attention")));
    all.add(transformer(Map.of("block", "attention", "positions", "none", "layers", 2L)));
    all.add(transformer(Map.of("unembedding", "tied", "positions", "sinusoidal")));
    all.add(transformer(Map.of("unembedding", "tied", "layerNorm", "pre", "layers", 2L)));
    all.add(transformer(Map.of("biases", "off")));
    all.add(transformer(Map.of("biases", "off", "layerNorm", "pre", "layers", 2L)));
    for (Map<String, Object> form :
        List.<Map<String, Object>>of(
            Map.of("sequence", "operands"),
            Map.of("outputs", "numbers"),
            Map.of("mask", "none"),
            Map.of("sequence", "operands", "mask", "none"),
            Map.of("outputs", "numbers", "mask", "none", "unembedding", "tied"),
            Map.of("sequence", "operands", "unembedding", "tied", "layerNorm", "pre"))) {
      all.add(transformer(form));
      all.add(with(transformer(form), Map.of("layers", 2L)));
      all.add(with(transformer(form), Map.of("layers", 2L, "dropout", 0.3)));
    }
    all.add(transformer(Map.of("dropout", 0.3)));
    all.add(transformer(Map.of("dropout", 0.3, "layerNorm", "pre", "layers", 2L)));
    all.add(transformer(Map.of("dropout", 0.3, "layerNorm", "post", "biases", "off")));
    all.add(transformer(Map.of("dropout", 0.3, "block", "attention", "layers", 2L)));
    return all.stream();
  }

  /** Networks and kinds of examples in which every pair of choices occurs. */
  static Stream<Arguments> pairs() {
    Map<String, List<?>> ofLinear = new LinkedHashMap<>();
    ofLinear.put(EXAMPLES, List.of("pairs", "bits", "numbers"));
    ofLinear.put("biases", List.of("on", "off"));
    ofLinear.put("initialization", List.of("fan-in", "glorot"));
    Map<String, List<?>> ofMlps = new LinkedHashMap<>();
    ofMlps.put(EXAMPLES, List.of("pairs", "bits", "numbers"));
    ofMlps.put("combine", List.of("concatenate", "sum"));
    ofMlps.put("input", List.of("embedded", "one-hot", "binary"));
    ofMlps.put("activation", List.of("relu", "square", "tanh", "gelu"));
    ofMlps.put("layers", List.of(1L, 2L, 3L));
    ofMlps.put("unembedding", List.of("separate", "tied"));
    ofMlps.put("biases", List.of("on", "off", "everywhere"));
    ofMlps.put("logits", List.of("sums", "averages"));
    ofMlps.put("initialization", List.of("fan-in", "uniform", "he", "unit"));
    ofMlps.put("embeddings", List.of("shared", "separate"));
    Map<String, List<?>> ofTransformers = new LinkedHashMap<>();
    ofTransformers.put(EXAMPLES, List.of("pairs", "bits", "sequences"));
    ofTransformers.put("activation", List.of("relu", "square", "tanh", "gelu"));
    ofTransformers.put("layers", List.of(1L, 2L, 3L));
    ofTransformers.put("block", List.of("attention-mlp", "attention"));
    ofTransformers.put("layerNorm", List.of("none", "pre", "post"));
    ofTransformers.put("positions", List.of("learned", "sinusoidal", "none"));
    ofTransformers.put("unembedding", List.of("separate", "tied"));
    ofTransformers.put("biases", List.of("on", "off"));
    ofTransformers.put("dropout", List.of(0.0, 0.3));
    ofTransformers.put("sequence", List.of("marked", "operands"));
    ofTransformers.put("mask", List.of("causal", "none"));
    ofTransformers.put("outputs", List.of("tokens", "numbers"));
    return Stream.of(
            OptionPairs.of(ofLinear, each -> true).stream()
                .map(each -> Arguments.of(with("linear", settings(each)), each.get(EXAMPLES))),
            OptionPairs.of(ofMlps, GradientCheckTest::canBe).stream()
                .map(each -> Arguments.of(mlp(settings(each)), each.get(EXAMPLES))),
            OptionPairs.of(ofTransformers, each -> true).stream()
                .map(each -> Arguments.of(transformer(settings(each)), each.get(EXAMPLES))))
        .flatMap(each -> each);
  }

  private static boolean canBe(Map<String, Object> mlp) {
    boolean tied = mlp.get("unembedding").equals("tied");
    boolean tiable =
        mlp.get("input").equals("embedded")
            && mlp.get("embeddings").equals("shared")
            && !mlp.get(EXAMPLES).equals("numbers");
    boolean huge = // a loss of 10⁵, of which differences are rounding
        mlp.get("activation").equals("square")
            && mlp.get("initialization").equals("unit")
            && !mlp.get("layers").equals(1L);
    return (tiable || !tied) && !huge;
  }

  private static Map<String, Object> settings(Map<String, Object> combination) {
    Map<String, Object> settings = new HashMap<>(combination);
    settings.remove(EXAMPLES);
    return settings;
  }

  private static Settings mlp(Map<String, Object> changes) {
    Settings small = with("mlp", Map.of("embedding", 5L, "width", 6L));
    return with(small, changes);
  }

  private static Settings transformer(Map<String, Object> changes) {
    Settings small = with("transformer", Map.of("heads", 2L, "dModel", 6L, "dMlp", 7L));
    return with(small, changes);
  }

  private static Settings with(String id, Map<String, Object> changes) {
    return with(kind(id).defaults(), changes);
  }

  private static Settings with(Settings settings, Map<String, Object> changes) {
    Map<String, Object> values = new HashMap<>(settings.values());
    values.putAll(changes);
    return new Settings(settings.type(), values);
  }

  private static Kind<NetworkFactory> kind(String id) {
    return Models.ALL.stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void everyParameterHasTheGradientOfTheLoss(Settings settings, String examples) {
    check(
        settings,
        switch (examples) {
          case "bits" -> bits();
          case "numbers" -> realNumbers();
          case "sequences" -> sequences(6, 5);
          default -> twoOperands();
        });
  }

  @ParameterizedTest
  @MethodSource("networks")
  @Tag("slow")
  void soItIsForExamplesOfTwoOperands(Settings settings) {
    check(settings, twoOperands());
  }

  /** What lies behind the first layer does not know how many operands there are. */
  static Stream<Settings> shallowNetworks() {
    return networks()
        .filter(settings -> Long.valueOf(1).equals(settings.values().getOrDefault("layers", 1L)));
  }

  @ParameterizedTest
  @MethodSource("shallowNetworks")
  @Tag("slow")
  void soItIsForExamplesOfMoreThanTwoOperands(Settings settings) {
    check(settings, bits());
  }

  /** Networks that can answer more than once. */
  static Stream<Settings> sequenceReaders() {
    return networks().filter(settings -> settings.type().equals("transformer"));
  }

  @ParameterizedTest
  @MethodSource("sequenceReaders")
  @Tag("slow")
  void soItIsForSequencesThatAreAnsweredAtSeveralPositions(Settings settings) {
    check(settings, sequences(6, 5));
  }

  /** With so many tokens the first block reads a stream of each example, as with dropout. */
  static Stream<Settings> streamReaders() {
    return Stream.of(
        transformer(Map.of()),
        transformer(Map.of("unembedding", "tied", "positions", "sinusoidal", "layerNorm", "pre")),
        transformer(Map.of("layers", 2L, "positions", "none", "layerNorm", "post")));
  }

  @ParameterizedTest
  @MethodSource("streamReaders")
  void soItIsForSequencesOfManyTokens(Settings settings) {
    check(settings, sequences(500, 5));
  }

  /** Seven sequences with three answers each, and a fourth that is not trained. */
  private static Examples sequences(int vocabulary, int context) {
    TaskShape shape =
        TaskShape.ofTokens(vocabulary, vocabulary, context, context, 7).answeredAt(3, 1);
    SplittableRandom random = new SplittableRandom(12);
    int[] tokens = random.ints(7L * context, 0, 5).toArray();
    int[] answers = random.ints(7 * 4, 0, 5).toArray();
    int[] positions = new int[answers.length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (i / 4 + i % 4 * (i / 4 % 2 + 1)) % context; // anywhere, also out of order
    }
    return Examples.ofSequences(shape, tokens, positions, answers);
  }

  /** Networks that can read real numbers. */
  static Stream<Settings> readers() {
    return networks()
        .filter(settings -> !settings.type().equals("transformer"))
        .filter(settings -> !"tied".equals(settings.values().get("unembedding")));
  }

  @ParameterizedTest
  @MethodSource("readers")
  @Tag("slow")
  void soItIsForExamplesOfRealNumbers(Settings settings) {
    check(settings, realNumbers());
  }

  /** Seven rows of four real numbers. */
  private static Examples realNumbers() {
    float[] rows = new float[7 * 4];
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextGaussian();
    }
    TaskShape shape = TaskShape.ofFeatures(4, 5, 7);
    return Examples.ofFeatures(shape, rows, new int[] {0, 1, 2, 3, 4, 0, 1});
  }

  /** By loops over doubles, which are quick on small networks, and once by ND4J in double. */
  private static void check(Settings settings, Examples examples) {
    List<double[]> gradients = new ArrayList<>();
    try (Backend backend = new NaiveBackend();
        Network network = jiggled(settings, examples, backend)) {
      assertThat(kind(settings.type()).factory().parameterCount(settings, examples.shape()))
          .isEqualTo(network.parameters().count());
      Worker worker = network.worker(0, 5);
      List<Batch> batches = batches(network, examples);
      gradient(network, worker, batches, backend);
      for (Parameter parameter : network.parameters().list()) {
        double[] analytic = parameter.gradient().toDoubles();
        for (double[] direction : directions(analytic.length, new SplittableRandom(5))) {
          double expected = 0;
          for (int i = 0; i < analytic.length; i++) {
            expected += analytic[i] * direction[i];
          }
          double seen = slope(network, worker, batches, backend, parameter.value(), direction);
          assertThat(seen)
              .as(parameter.name())
              .isCloseTo(expected, Offset.offset(1e-7 * (1 + Math.abs(expected))));
        }
        assertThat(Arrays.stream(analytic).map(Math::abs).max().orElse(0))
            .as(parameter.name() + " is used")
            .isGreaterThan(1e-6);
        gradients.add(analytic);
      }
    }
    try (Backend backend = Nd4jBackend.inDouble();
        Network network = jiggled(settings, examples, backend)) {
      gradient(network, network.worker(0, 5), batches(network, examples), backend);
      for (int i = 0; i < gradients.size(); i++) {
        Parameter parameter = network.parameters().list().get(i);
        assertThat(parameter.gradient().toDoubles())
            .as(parameter.name())
            .containsExactly(gradients.get(i), Offset.offset(1e-10));
      }
    }
  }

  /**
   * Biases start at zero, where a ReLU's kink is no worse than elsewhere, but nothing is tested.
   */
  private static Network jiggled(Settings settings, Examples examples, Backend backend) {
    Network network =
        kind(settings.type())
            .factory()
            .build(settings, examples.shape(), backend, new SplittableRandom(3));
    jiggle(network, new SplittableRandom(4));
    return network;
  }

  private static void jiggle(Network network, SplittableRandom random) {
    for (Parameter parameter : network.parameters().list()) {
      double[] values = parameter.value().toDoubles();
      for (int i = 0; i < values.length; i++) {
        values[i] += 0.1 * random.nextGaussian();
      }
      parameter.value().set(values);
    }
  }

  /** Seven sequences over five numbers with repeated tokens, in batches of five and two. */
  private static Examples twoOperands() {
    TaskShape shape = TaskShape.ofTokens(5, 6, 2, 3, 7);
    int[] tokens = {0, 0, 5, 0, 1, 5, 1, 0, 5, 4, 4, 5, 2, 4, 5, 0, 0, 5, 3, 1, 5};
    int[] answers = {0, 1, 1, 3, 2, 0, 4};
    return new Examples(shape, tokens, answers);
  }

  /** Seven sequences of nine bits. */
  private static Examples bits() {
    TaskShape shape = TaskShape.ofTokens(2, 3, 9, 10, 7);
    SplittableRandom random = new SplittableRandom(6);
    int[] tokens = new int[shape.examples() * shape.context()];
    Arrays.setAll(tokens, i -> i % shape.context() == 9 ? 2 : random.nextInt(2));
    return new Examples(shape, tokens, new int[] {0, 1, 1, 0, 1, 0, 0});
  }

  private static List<Batch> batches(Network network, Examples examples) {
    int[] ids = {0, 1, 2, 3, 4, 5, 6};
    int answers = examples.shape().answers();
    Batch first = network.batch(5, answers);
    first.fill(examples, ids, 0);
    Batch rest = network.batch(2, answers);
    rest.fill(examples, ids, 5);
    return List.of(first, rest);
  }

  private static double gradient(
      Network network, Worker worker, List<Batch> batches, Backend backend) {
    LossSum sum = new LossSum();
    network.prepare();
    worker.clearGradients();
    for (Batch batch : batches) {
      Matrix logits = worker.forward(batch, new SplittableRandom(DROPPED));
      double scale = 1.0 / (7 * batch.answers().perExample());
      backend
          .kernels(0)
          .losses()
          .add(LossFormula.CROSS_ENTROPY, logits, batch.answers().all(), scale, logits, sum);
      worker.backward(batch, logits);
    }
    network.finish();
    return sum.meanLoss();
  }

  /** The slope of the loss along a direction, by central differences. */
  private static double slope(
      Network network,
      Worker worker,
      List<Batch> batches,
      Backend backend,
      Matrix weights,
      double[] direction) {
    double[] values = weights.toDoubles();
    weights.set(moved(values, direction, STEP));
    double above = loss(network, worker, batches, backend);
    weights.set(moved(values, direction, -STEP));
    double below = loss(network, worker, batches, backend);
    weights.set(values);
    return (above - below) / (2 * STEP);
  }

  private static double[] moved(double[] values, double[] direction, double by) {
    double[] moved = values.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += by * direction[i];
    }
    return moved;
  }

  /** A few single entries, and a random direction in which every entry takes part. */
  private static List<double[]> directions(int size, SplittableRandom random) {
    List<double[]> directions = new ArrayList<>();
    for (int n = 0; n < Math.min(size, ENTRIES); n++) {
      double[] entry = new double[size];
      entry[size <= ENTRIES ? n : random.nextInt(size)] = 1;
      directions.add(entry);
    }
    double[] all = new double[size];
    Arrays.setAll(all, i -> random.nextGaussian());
    directions.add(all);
    return directions;
  }

  private static double loss(Network network, Worker worker, List<Batch> batches, Backend backend) {
    LossSum sum = new LossSum();
    network.prepare();
    for (Batch batch : batches) {
      Matrix logits = worker.forward(batch, new SplittableRandom(DROPPED));
      backend
          .kernels(0)
          .losses()
          .add(LossFormula.CROSS_ENTROPY, logits, batch.answers().all(), 0, null, sum);
    }
    return sum.meanLoss();
  }
}
