package grokscope.train.look;

import static grokscope.train.look.MeasuredNetwork.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.measure.CircuitReport;
import grokscope.measure.WeightProfiles;
import grokscope.measure.fourier.EmbeddingReading;
import grokscope.measure.fourier.NumberWeights;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Part;
import grokscope.telemetry.Profile;
import grokscope.telemetry.Tensor;
import grokscope.train.lab.Laboratory;
import grokscope.train.report.Findings;
import grokscope.train.report.ReportGroup;
import grokscope.train.report.ReportLine;
import grokscope.train.report.WeightsOrigin;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A network on one-hot inputs that adds, with a table for each operand, as Gromov 2023 (arXiv
 * 2301.02679) has it: eight quadratic neurons for each of four waves. That of 1 is so weak in the
 * first table that it is no key frequency there, but is one in both together. The expected numbers
 * were computed apart, in float64, by the definitions.
 */
class TwoTablesTest {
  private static final Laboratory LABORATORY = new Laboratory(1L << 30);
  private static final int P = 29;
  private static final int PER_WAVE = 8;
  private static final int[] WAVES = {4, 9, 13, 1};
  private static final int WIDTH = PER_WAVE * WAVES.length;
  private static final int WEAK = WIDTH - PER_WAVE; // the first neuron of the weak wave

  private static final float[] FIRST =
      table((x, n) -> (n < WEAK ? 1 : 0.15) * Math.cos(wave(x, n) + first(n)));
  private static final float[] SECOND =
      table((x, n) -> (n < WEAK ? 1 : 0.6) * Math.cos(wave(x, n) + second(n)));

  private interface Entry {
    double at(int number, int neuron);
  }

  private static double wave(int x, int n) {
    return 2 * Math.PI * WAVES[n / PER_WAVE] * x / P;
  }

  private static double first(int n) {
    return 2 * Math.PI * (n % PER_WAVE) / 8;
  }

  private static double second(int n) {
    return 2 * Math.PI * 3 * (n % PER_WAVE) * (n % PER_WAVE) / 16;
  }

  private static float[] table(Entry entry) {
    float[] values = new float[P * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) entry.at(i / WIDTH, i % WIDTH);
    }
    return values;
  }

  private static RunConfig config() throws Exception {
    Catalog catalog = LABORATORY.catalog();
    RunConfig config = catalog.with(catalog.defaults(), "measures", "all");
    for (Map.Entry<String, Object> setting :
        Map.<String, Object>of(
                "task.modulus", (long) P,
                "model.input", "one-hot",
                "model.width", (long) WIDTH,
                "model.activation", "square",
                "model.biases", "off")
            .entrySet()) {
      config = catalog.with(config, setting.getKey(), setting.getValue());
    }
    return config;
  }

  private static Tensor[] network(float[] ofX, float[] ofY) {
    float[] output = new float[WIDTH * P];
    for (int i = 0; i < output.length; i++) {
      int n = i / P;
      double height = n < WEAK ? 0.8 : 3;
      output[i] = (float) (height * Math.cos(wave(i % P, n) + first(n) + second(n)));
    }
    return new Tensor[] {
      new Tensor("hidden.0.W_0", Part.INPUT, new int[] {P, WIDTH}, ofX),
      new Tensor("hidden.0.W_1", Part.INPUT, new int[] {P, WIDTH}, ofY),
      new Tensor("unembed.W_U", Part.UNEMBEDDING, new int[] {WIDTH, P}, output)
    };
  }

  private static void assertThatItIsRead(Map<String, Double> seen) {
    assertThat(seen).containsEntry("key_frequencies", 4.0);
    assertThat(seen.get("embedding_gini")).isCloseTo(0.7588084882, within(1e-6));
    assertThat(seen.get("restricted_loss")).isCloseTo(1.4162465356, within(1e-5));
    assertThat(seen.get("restricted_accuracy")).isCloseTo(0.5517241379, within(1e-9));
    assertThat(seen.get("trig_loss")).isCloseTo(0.0451886382, within(1e-5));
    assertThat(seen.get("trig_share")).isCloseTo(0.4501562676, within(1e-5));
  }

  @Test
  void bothTablesCountAndWhichComesFirstChangesNothing() throws Exception {
    Map<String, Double> seen = measured(config(), network(FIRST, SECOND));
    Map<String, Double> exchanged = measured(config(), network(SECOND, FIRST));
    assertThatItIsRead(seen);
    assertThatItIsRead(exchanged);
    assertThat(exchanged.get("representation_quality"))
        .isEqualTo(seen.get("representation_quality"));
  }

  /** The same network with an embedding for each operand, which the first layer passes on. */
  private static RunConfig embedded() throws Exception {
    Catalog catalog = LABORATORY.catalog();
    RunConfig config = catalog.with(config(), "model.input", "embedded");
    config = catalog.with(config, "model.embedding", (long) WIDTH);
    return catalog.with(config, "model.embeddings", "separate");
  }

  private static Tensor[] embedded(float[] ofX, float[] ofY) {
    float[] identity = new float[WIDTH * WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      identity[i * WIDTH + i] = 1;
    }
    return new Tensor[] {
      new Tensor("embed.W_E_0", Part.EMBEDDING, new int[] {P, WIDTH}, ofX),
      new Tensor("embed.W_E_1", Part.EMBEDDING, new int[] {P, WIDTH}, ofY),
      new Tensor("hidden.0.W_0", Part.INPUT, new int[] {WIDTH, WIDTH}, identity),
      new Tensor("hidden.0.W_1", Part.INPUT, new int[] {WIDTH, WIDTH}, identity),
      network(ofX, ofY)[2]
    };
  }

  @Test
  void twoEmbeddingsAreReadLikeTwoTablesOfInputs() throws Exception {
    Map<String, Double> inputs = measured(config(), network(FIRST, SECOND));
    Map<String, Double> seen = measured(embedded(), embedded(FIRST, SECOND));
    Map<String, Double> exchanged = measured(embedded(), embedded(SECOND, FIRST));
    assertThatItIsRead(seen);
    assertThatItIsRead(exchanged);
    inputs // without what counts the identities or moves an input, which is another
        .keySet()
        .removeAll(
            Set.of(
                "weight_norm",
                "descent_cosine",
                "train_local_complexity",
                "test_local_complexity"));
    for (Map.Entry<String, Double> measure : inputs.entrySet()) {
      assertThat(seen.get(measure.getKey())).as(measure.getKey()).isEqualTo(measure.getValue());
    }
    assertThat(exchanged.get("effective_dimension"))
        .isCloseTo(seen.get("effective_dimension"), within(1e-6))
        .isBetween(6.0, 8.0); // cosine and sine of four waves, one of them weak
    assertThat(LABORATORY.metrics(embedded()))
        .extracting(Metric::title)
        .contains("Gini of the embedding");
  }

  @Test
  void theReportSaysWhichWeightsItReads() throws Exception {
    try (Backend backend = new CpuBackend(1);
        Experiment experiment = new ExperimentFactory(backend).make(config())) {
      experiment.training().load(List.of(network(FIRST, SECOND)));
      CircuitReport circuit = experiment.look().report().circuit().orElseThrow();
      assertThat(circuit.weights()).isEqualTo(NumberWeights.INPUT);
      assertThat(circuit.keyFrequencies()).containsExactly(1, 4, 9, 13);
      assertThat(circuit.shares().get(0)).isCloseTo(0.0599294944, within(1e-6));
      assertThat(circuit.shares().get(1)).isCloseTo(0.3133568352, within(1e-6));
      assertThat(Findings.of(experiment.look().report(), WeightsOrigin.OF_SETTINGS).groups())
          .filteredOn(group -> !group.title().equals("Weights"))
          .flatExtracting(ReportGroup::lines)
          .extracting(ReportLine::words)
          .contains("key frequencies of the input weights", "Gini of the input weights");
    }
    assertThat(LABORATORY.metrics(config()))
        .extracting(Metric::title)
        .contains("Gini of the input weights")
        .noneMatch(title -> title.contains("embedding"));
  }

  @Test
  void picturesAndProfilesReadBothTables() {
    picturesAndProfilesRead(NumberWeights.INPUT, network(FIRST, SECOND), network(SECOND, FIRST));
    picturesAndProfilesRead(
        NumberWeights.EMBEDDING, embedded(FIRST, SECOND), embedded(SECOND, FIRST));
  }

  private static void picturesAndProfilesRead(
      NumberWeights read, Tensor[] network, Tensor[] exchanged) {
    for (List<Tensor> weights : List.of(List.of(network), List.of(exchanged))) {
      EmbeddingReading reading = EmbeddingReading.of(weights, P, Optional.empty()).orElseThrow();
      assertThat(reading.weights()).isEqualTo(read);
      assertThat(reading.keys()).containsExactly(1, 4, 9, 13);
      assertThat(reading.shares()[0]).isCloseTo(0.0599294944, within(1e-6));
      Profile shares = new WeightProfiles(P, true).of(0, 0, weights).get(1);
      assertThat((double) shares.values()[0]).isCloseTo(0.0599294944, within(1e-6));
    }
  }
}
