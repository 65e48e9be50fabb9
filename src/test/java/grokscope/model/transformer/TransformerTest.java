package grokscope.model.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.LossFormula;
import grokscope.kernel.LossSum;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.kernel.nd4j.Nd4jBackend;
import grokscope.model.Batch;
import grokscope.model.CountingBackend;
import grokscope.model.Network;
import grokscope.model.NetworkFactory;
import grokscope.model.OptionPairs;
import grokscope.model.Parameter;
import grokscope.model.WeightRows;
import grokscope.model.Worker;
import grokscope.task.Examples;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import grokscope.train.lab.Models;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The transformer is the published one, whatever is computed in another order. */
class TransformerTest {
  private static final NetworkFactory MODEL = Models.ALL.get(1).factory();

  private static Settings settings(long layers, long heads, long width, long mlp) {
    return settings(Map.of("layers", layers, "heads", heads, "dModel", width, "dMlp", mlp));
  }

  private static Settings settings(Map<String, Object> changes) {
    Map<String, Object> values = new HashMap<>(Models.ALL.get(1).defaults().values());
    values.putAll(changes);
    return new Settings("transformer", values);
  }

  /** Every form with every number of layers up to 3. */
  static Stream<Settings> forms() {
    List<Settings> all = new ArrayList<>();
    for (long layers = 1; layers <= 3; layers++) {
      for (String norm : List.of("none", "pre", "post")) {
        for (String positions : List.of("learned", "sinusoidal", "none")) {
          for (String block : List.of("attention-mlp", "attention")) {
            for (String unembedding : List.of("separate", "tied")) {
              Map<String, Object> changes = new HashMap<>();
              changes.put("layers", layers);
              changes.put("heads", 2L);
              changes.put("dModel", 6L);
              changes.put("dMlp", 10L);
              changes.put("layerNorm", norm);
              changes.put("positions", positions);
              changes.put("block", block);
              changes.put("unembedding", unembedding);
              all.add(settings(changes));
            }
          }
        }
      }
    }
    return all.stream();
  }

  /** Forms in which every pair of choices occurs. */
  static Stream<Settings> pairedForms() {
    Map<String, List<?>> options = new LinkedHashMap<>();
    options.put("layers", List.of(1L, 2L, 3L));
    options.put("layerNorm", List.of("none", "pre", "post"));
    options.put("positions", List.of("learned", "sinusoidal", "none"));
    options.put("block", List.of("attention-mlp", "attention"));
    options.put("unembedding", List.of("separate", "tied"));
    options.put("sequence", List.of("marked", "operands"));
    options.put("mask", List.of("causal", "none"));
    options.put("outputs", List.of("tokens", "numbers"));
    return OptionPairs.of(options, any -> true).stream()
        .map(
            form -> {
              Map<String, Object> changes = new HashMap<>(form);
              changes.putAll(Map.of("heads", 2L, "dModel", 6L, "dMlp", 10L));
              return settings(changes);
            });
  }

  @ParameterizedTest
  @MethodSource("forms")
  @Tag("slow")
  void everyFormIsTheUsualOne(Settings form) {
    logitsAreThoseOfTheUsualFormulationOverAllPositions(form);
    logitsAtAnyPositionsAreTheUsualOnesOfWhatIsSeenThere(form);
    theEstimateOfAnExamplesActivationsIsExact(form);
  }

  private static Examples paperTable() {
    return Tasks.ALL
        .get(0)
        .factory()
        .examples(
            new Settings(
                "modular", Map.of("operation", "x+y", "modulus", 113L, "pairs", "ordered")),
            new SplittableRandom(0));
  }

  @Test
  void thePapersNetworkHasItsParametersItsNormAndItsFirstLoss() {
    Examples table = paperTable();
    Settings paper = settings(1, 4, 128, 512);
    assertThat(MODEL.parameterCount(paper, table.shape())).isEqualTo(226_816);
    double meanNorm = 0;
    try (Backend backend = new CpuBackend(1)) {
      for (int seed = 0; seed < 5; seed++) {
        try (Network network =
            MODEL.build(paper, table.shape(), backend, new SplittableRandom(seed))) {
          assertThat(network.parameters().count()).isEqualTo(226_816);
          meanNorm += sumOfSquares(network, backend) / 5;
          // Published: 4.76; a uniform guess would have ln 114 = 4.736.
          assertThat(loss(network, table, backend)).isBetween(4.70, 4.85);
        }
      }
    }
    // 114 + 3 + 3·128 + 128 + 2·512 + 128 = 1781, with a standard deviation near 6 for one network.
    assertThat(meanNorm).isCloseTo(1781, Offset.offset(12.0));
  }

  private static double sumOfSquares(Network network, Backend backend) {
    return network.parameters().list().stream()
        .mapToDouble(parameter -> backend.kernels(0).elements().sumOfSquares(parameter.value()))
        .sum();
  }

  private static double loss(Network network, Examples table, Backend backend) {
    int[] ids = new int[512];
    Arrays.setAll(ids, i -> i * 20);
    Batch batch = network.batch(ids.length, 1);
    batch.fill(table, ids, 0);
    LossSum sum = new LossSum();
    network.prepare();
    backend
        .kernels(0)
        .losses()
        .add(
            LossFormula.CROSS_ENTROPY,
            network.worker(0, ids.length).forward(batch),
            batch.answers().all(),
            0,
            null,
            sum);
    return sum.meanLoss();
  }

  @ParameterizedTest
  @MethodSource("pairedForms")
  void logitsAreThoseOfTheUsualFormulationOverAllPositions(Settings settings) {
    TaskShape shape = TaskShape.ofTokens(7, 8, 2, 3, 4);
    logitsAreTheUsual(settings, shape, 0, 0, 7, 3, 6, 7, 6, 3, 7, 1, 0, 7);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void logitsOfBitsAreTheUsualOnesToo(long layers) {
    TaskShape shape = TaskShape.ofTokens(2, 3, 6, 7, 3);
    logitsAreTheUsual(
        settings(layers, 2, 6, 10),
        shape,
        0,
        1,
        1,
        0,
        1,
        0,
        2,
        0,
        0,
        0,
        0,
        0,
        0,
        2,
        1,
        1,
        1,
        0,
        0,
        1,
        2);
  }

  private static void logitsAreTheUsual(Settings settings, TaskShape shape, int... tokens) {
    int size = shape.examples();
    int context = shape.context();
    boolean marked = settings.choice("sequence").equals("marked");
    int read = marked ? context : context - 1;
    boolean all = marked && settings.choice("outputs").equals("tokens");
    int classes = all ? shape.vocabulary() : shape.numbers();
    Examples examples = new Examples(shape, tokens, new int[size]);
    try (Backend backend = Nd4jBackend.inDouble();
        Network network = MODEL.build(settings, shape, backend, new SplittableRandom(2))) {
      for (Parameter parameter : network.parameters().list()) {
        if (parameter.value().rows() == 1) { // biases and gains, which start at 0 and 1
          double[] values = parameter.value().toDoubles();
          Arrays.setAll(values, i -> values[i] + 0.1 * i - 0.2);
          parameter.value().set(values);
        }
      }
      Batch batch = network.batch(size, 1);
      batch.fill(examples, IntStream.range(0, size).toArray(), 0);
      network.prepare();
      double[] logits = network.worker(0, size).forward(batch).toDoubles();
      assertThat(logits).hasSize(size * classes);
      assertThat(network.parameters().count())
          .isEqualTo(MODEL.parameterCount(settings, shape))
          .isEqualTo(numbers(settings, read, marked ? shape.vocabulary() : classes, classes));
      UsualTransformer usual = new UsualTransformer(network.parameters(), settings);
      for (int i = 0; i < size; i++) {
        int[] sequence = Arrays.copyOfRange(tokens, context * i, context * i + read);
        double[] expected = Arrays.copyOf(usual.logits(sequence, read - 1), classes);
        assertThat(Arrays.copyOfRange(logits, classes * i, classes * (i + 1)))
            .containsExactly(expected, Offset.offset(1e-11));
      }
    }
  }

  /** The same weights give a number the same logit whether "=" has one as well or not. */
  @ParameterizedTest
  @MethodSource("pairedForms")
  void numbersOnlyIsTheSameWithoutTheLogitOfTheMark(Settings form) {
    Settings tokens = with(form, Map.of("sequence", "marked", "outputs", "tokens"));
    Settings numbers = with(tokens, Map.of("outputs", "numbers"));
    double[] all = logitsOfFourPairs(tokens, Map.of());
    double[] some = logitsOfFourPairs(numbers, weightsOf(tokens));
    assertThat(some).hasSize(4 * 7);
    for (int i = 0; i < some.length; i++) {
      assertThat(some[i]).isCloseTo(all[i / 7 * 8 + i % 7], Offset.offset(1e-13));
    }
  }

  /** With one layer, only the last position asks, and it sees everything with a mask, too. */
  @ParameterizedTest
  @ValueSource(strings = {"marked", "operands"})
  void oneLayerAnswersAlikeWithAndWithoutAMask(String sequence) {
    for (String norm : List.of("none", "pre", "post")) {
      Settings masked =
          settings(
              Map.of(
                  "heads", 2L, "dModel", 6L, "dMlp", 10L, "layerNorm", norm, "sequence", sequence));
      Settings open = with(masked, Map.of("mask", "none"));
      assertThat(logitsOfFourPairs(open, Map.of())).isEqualTo(logitsOfFourPairs(masked, Map.of()));
      Settings deep = with(masked, Map.of("layers", 2L));
      assertThat(logitsOfFourPairs(with(open, Map.of("layers", 2L)), Map.of()))
          .isNotEqualTo(logitsOfFourPairs(deep, Map.of()));
    }
  }

  private static Settings with(Settings settings, Map<String, Object> changes) {
    Map<String, Object> values = new HashMap<>(settings.values());
    values.putAll(changes);
    return settings(values);
  }

  private static final TaskShape FOUR_PAIRS = TaskShape.ofTokens(7, 8, 2, 3, 4);

  /**
   * The logits of four pairs modulo 7.
   *
   * @param weights matrices that replace drawn ones, of which they may have more columns or rows
   */
  private static double[] logitsOfFourPairs(Settings settings, Map<String, double[][]> weights) {
    int[] tokens = {0, 0, 7, 3, 6, 7, 6, 3, 7, 1, 0, 7};
    try (Backend backend = Nd4jBackend.inDouble();
        Network network = MODEL.build(settings, FOUR_PAIRS, backend, new SplittableRandom(2))) {
      for (Parameter parameter : network.parameters().list()) {
        double[][] rows = weights.get(parameter.name());
        if (rows != null) {
          int columns = parameter.value().columns();
          double[] values = new double[parameter.value().size()];
          Arrays.setAll(values, i -> rows[i / columns][i % columns]);
          parameter.value().set(values);
        }
      }
      Batch batch = network.batch(4, 1);
      batch.fill(new Examples(FOUR_PAIRS, tokens, new int[4]), new int[] {0, 1, 2, 3}, 0);
      network.prepare();
      return network.worker(0, 4).forward(batch).toDoubles();
    }
  }

  private static Map<String, double[][]> weightsOf(Settings settings) {
    try (Backend backend = Nd4jBackend.inDouble();
        Network network = MODEL.build(settings, FOUR_PAIRS, backend, new SplittableRandom(2))) {
      WeightRows weights = WeightRows.of(network.parameters());
      Map<String, double[][]> all = new HashMap<>();
      network.parameters().list().forEach(p -> all.put(p.name(), weights.matrix(p.name())));
      return all;
    }
  }

  /** How many numbers a network trains, matrix by matrix. */
  private static long numbers(Settings settings, int context, int vocabulary, int outputs) {
    long d = settings.whole("dModel");
    long hidden = settings.whole("dMlp");
    boolean mlp = settings.choice("block").equals("attention-mlp");
    boolean biases = settings.choice("biases").equals("on");
    boolean normed = !settings.choice("layerNorm").equals("none");
    long block = 4 * d * d + (normed ? 2 * d : 0);
    if (mlp) {
      block += 2 * d * hidden + (biases ? hidden + d : 0) + (normed ? 2 * d : 0);
    }
    return vocabulary * d
        + (settings.choice("positions").equals("learned") ? context * d : 0)
        + settings.whole("layers") * block
        + (settings.choice("layerNorm").equals("pre") ? 2 * d : 0)
        + (settings.choice("unembedding").equals("tied") ? 0 : d * outputs);
  }

  /** Every form, with and without a table for the first block; three trained answers of four. */
  @ParameterizedTest
  @MethodSource("pairedForms")
  void logitsAtAnyPositionsAreTheUsualOnesOfWhatIsSeenThere(Settings settings) {
    for (int vocabulary : new int[] {8, 600}) {
      int context = 6;
      TaskShape shape =
          TaskShape.ofTokens(vocabulary, vocabulary, context, context, 3).answeredAt(3, 1);
      boolean tied = settings.choice("unembedding").equals("tied");
      TaskShape narrow = tied ? shape : shape.withOutputs(5);
      SplittableRandom random = new SplittableRandom(vocabulary);
      int[] tokens = random.ints(3L * context, 0, vocabulary).toArray();
      int[] positions = {0, 2, 5, 1, 1, 3, 4, 2, 5, 4, 0, 5};
      Examples examples = Examples.ofSequences(narrow, tokens, positions, new int[12]);
      for (int answers : new int[] {3, 4}) {
        logitsAreTheUsual(settings, examples, answers);
      }
    }
  }

  private static void logitsAreTheUsual(Settings settings, Examples examples, int answers) {
    int outputs = examples.shape().outputs();
    int size = examples.size();
    try (Backend backend = Nd4jBackend.inDouble();
        Network network =
            MODEL.build(settings, examples.shape(), backend, new SplittableRandom(2))) {
      Batch batch = network.batch(size, answers);
      batch.fill(examples, IntStream.range(0, size).toArray(), 0);
      network.prepare();
      double[] logits = network.worker(0, size).forward(batch).toDoubles();
      assertThat(logits).hasSize(size * answers * outputs);
      UsualTransformer usual = new UsualTransformer(network.parameters(), settings);
      for (int row = 0; row < size * answers; row++) {
        int example = row % size; // first every example's first answer
        int at = examples.position(example, row / size);
        int context = examples.shape().context();
        int[] all = IntStream.range(0, context).map(i -> examples.token(example, i)).toArray();
        assertThat(Arrays.copyOfRange(logits, outputs * row, outputs * (row + 1)))
            .containsExactly(usual.logits(all, at), Offset.offset(1e-11));
      }
    }
  }

  /** Without biases the published form is the same sum without them. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void logitsWithoutBiasesAreTheUsualOnes(long layers) {
    TaskShape shape = TaskShape.ofTokens(7, 8, 2, 3, 4);
    Settings settings =
        settings(Map.of("layers", layers, "heads", 2L, "dModel", 6L, "dMlp", 10L, "biases", "off"));
    logitsAreTheUsual(settings, shape, 0, 0, 7, 3, 6, 7, 6, 3, 7, 1, 0, 7);
  }

  /** What a worker allocates is what the memory check counts. */
  @ParameterizedTest
  @MethodSource("pairedForms")
  void theEstimateOfAnExamplesActivationsIsExact(Settings settings) {
    for (double dropout : new double[] {0, 0.5}) {
      for (int vocabulary : new int[] {8, 600}) {
        TaskShape shape =
            TaskShape.ofTokens(vocabulary, vocabulary, 6, 6, 3).answeredAt(3, 1).withOutputs(5);
        Map<String, Object> changes = new HashMap<>(settings.values());
        changes.put("dropout", dropout);
        changes.put("unembedding", "separate");
        Settings chosen = settings(changes);
        CountingBackend backend = new CountingBackend();
        try (backend;
            Network network = MODEL.build(chosen, shape, backend, new SplittableRandom(2))) {
          long before = backend.numbers();
          network.worker(0, 7);
          long seven = backend.numbers() - before;
          network.worker(0, 17);
          long seventeen = backend.numbers() - before - seven;
          assertThat(seventeen - seven).isEqualTo(10 * MODEL.activationsPerExample(chosen, shape));
        }
      }
    }
  }

  /** Sequences long enough for products of whole sequences. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void gradientsOfLongSequencesOnTheHostAreThoseOfNd4jInDouble(int lanes) {
    int context = 37;
    TaskShape shape = TaskShape.ofTokens(64, 64, context, context, 6).answeredAt(5, 0);
    SplittableRandom random = new SplittableRandom(3);
    int[] tokens = random.ints(6L * context, 0, 64).toArray();
    int[] answers = random.ints(6 * 5, 0, 64).toArray();
    int[] positions = new int[30];
    Arrays.setAll(positions, i -> (i / 5 + 7 * (i % 5)) % context);
    Examples examples = Examples.ofSequences(shape, tokens, positions, answers);
    Settings settings =
        settings(Map.of("layers", 2L, "heads", 4L, "dModel", 16L, "block", "attention"));
    int[] ids = {0, 1, 2, 3, 4, 5};
    double[][] exact = gradients(settings, examples, ids, Nd4jBackend.inDouble());
    double[][] host = gradients(settings, examples, ids, new CpuBackend(lanes));
    for (int i = 0; i < exact.length; i++) {
      double largest = Arrays.stream(exact[i]).map(Math::abs).max().orElse(0);
      assertThat(largest).isGreaterThan(1e-4);
      assertThat(host[i]).containsExactly(exact[i], Offset.offset(1e-5 * largest));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void gradientsOnTheHostAreThoseOfNd4jInDoubleForAnyNumberOfLanes(int lanes) {
    List<Settings> all =
        List.of(
            settings(1, 4, 16, 24),
            settings(2, 4, 16, 24),
            settings(
                Map.of(
                    "layers",
                    2L,
                    "dModel",
                    16L,
                    "dMlp",
                    24L,
                    "layerNorm",
                    "pre",
                    "activation",
                    "gelu",
                    "unembedding",
                    "tied")),
            settings(
                Map.of(
                    "layers",
                    1L,
                    "dModel",
                    16L,
                    "dMlp",
                    24L,
                    "layerNorm",
                    "post",
                    "activation",
                    "tanh")));
    Examples table =
        Tasks.ALL
            .get(0)
            .factory()
            .examples(
                new Settings(
                    "modular", Map.of("operation", "x-y", "modulus", 11L, "pairs", "ordered")),
                new SplittableRandom(0));
    int[] ids = new int[60];
    Arrays.setAll(ids, i -> i * 2);
    for (Settings settings : all) {
      double[][] exact = gradients(settings, table, ids, Nd4jBackend.inDouble());
      double[][] host = gradients(settings, table, ids, new CpuBackend(lanes));
      for (int i = 0; i < exact.length; i++) {
        double largest = Arrays.stream(exact[i]).map(Math::abs).max().orElse(0);
        assertThat(host[i]).containsExactly(exact[i], Offset.offset(1e-5 * (largest + 1e-3)));
      }
    }
  }

  private static double[][] gradients(
      Settings settings, Examples examples, int[] ids, Backend backend) {
    int answers = examples.shape().answers();
    try (backend;
        Network network =
            MODEL.build(settings, examples.shape(), backend, new SplittableRandom(1))) {
      Batch[] batches = new Batch[backend.lanes()];
      Worker[] workers = new Worker[backend.lanes()];
      int perLane = ids.length / backend.lanes();
      for (int lane = 0; lane < backend.lanes(); lane++) {
        batches[lane] = network.batch(perLane, answers);
        batches[lane].fill(examples, ids, lane * perLane);
        workers[lane] = network.worker(lane, perLane);
      }
      network.prepare();
      backend.onEveryLane(
          lane -> {
            workers[lane].clearGradients();
            var logits = workers[lane].forward(batches[lane]);
            backend
                .kernels(lane)
                .losses()
                .add(
                    LossFormula.CROSS_ENTROPY,
                    logits,
                    batches[lane].answers().all(),
                    1.0 / ids.length,
                    logits,
                    new LossSum());
            workers[lane].backward(batches[lane], logits);
          });
      network.finish();
      return network.parameters().list().stream()
          .map(parameter -> parameter.gradient().toDoubles())
          .toArray(double[][]::new);
    }
  }
}
