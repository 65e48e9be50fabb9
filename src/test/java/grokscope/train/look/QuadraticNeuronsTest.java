package grokscope.train.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.model.Activations;
import grokscope.model.Batch;
import grokscope.model.Network;
import grokscope.model.Worker;
import grokscope.task.Examples;
import grokscope.task.Progress;
import grokscope.telemetry.Tensor;
import grokscope.telemetry.snapshot.NeuronMaps;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.lab.Choices;
import grokscope.train.lab.Laboratory;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Neurons that square are read by what they square: a wave squared is another wave. */
class QuadraticNeuronsTest {
  private static final Catalog CATALOG = new Laboratory(1L << 30).catalog();
  private static final int P = 13;
  private static final int WIDTH = 12;

  private static RunConfig config(String activation, Object... pathsAndValues) throws Exception {
    RunConfig config = CATALOG.with(CATALOG.defaults(), "task.modulus", (long) P);
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      config = CATALOG.with(config, (String) pathsAndValues[i], pathsAndValues[i + 1]);
    }
    config = CATALOG.with(config, "model.activation", activation);
    CATALOG.check(config);
    return config;
  }

  private static RunConfig oneHot() throws Exception {
    return config("square", "model.input", "one-hot", "model.width", (long) WIDTH);
  }

  @Test
  void everyNetworkKnowsWhatItsNeuronsSquare() throws Exception {
    for (RunConfig config :
        List.of(
            oneHot(),
            config("square", "model.layers", 2L),
            config("square", "model.type", "transformer"),
            config("square", "model.type", "transformer", "model.layers", 2L))) {
      assertSquares(config);
    }
  }

  private static void assertSquares(RunConfig config) throws Exception {
    Choices choices = new Choices(config);
    Examples examples = choices.task().examples(config.task(), new Random(1), Progress.UNHEARD);
    try (Backend backend = new CpuBackend(1);
        Network network =
            choices.model().build(config.model(), examples.shape(), backend, new Random(2))) {
      network.prepare();
      Worker worker = network.worker(0, 5);
      Batch batch = network.batch(5, 1);
      batch.fill(examples, new int[] {3, 17, 40, 100, 168}, 0);
      worker.forward(batch);
      Activations inside = worker.inside(batch);
      assertThat(inside.squares()).isTrue();
      float[] sums = new float[inside.neurons()];
      float[] activations = new float[inside.neurons()];
      boolean negative = false;
      for (int layer = 0; layer < inside.layers(); layer++) {
        for (int example = 0; example < 5; example++) {
          inside.copySums(layer, example, sums, 0);
          inside.copyNeurons(layer, example, activations, 0);
          for (int n = 0; n < sums.length; n++) {
            assertThat(activations[n]).isEqualTo(sums[n] * sums[n]);
            negative |= sums[n] < 0;
          }
        }
      }
      assertThat(negative).isTrue();
    }
  }

  @Test
  void otherNeuronsDoNotSquare() throws Exception {
    RunConfig config = config("relu");
    try (Backend backend = new CpuBackend(1);
        Network network =
            new Choices(config)
                .model()
                .build(
                    config.model(),
                    new Choices(config).task().shape(config.task()),
                    backend,
                    new Random(2))) {
      assertThat(network.worker(0, 1).inside(network.batch(1, 1)).squares()).isFalse();
    }
  }

  /** (cos α + cos β + ½)², two neurons of each frequency; the pictures show the squares. */
  @Test
  void aPerfectNeuronHasOneFrequencyInPicturesAndCounts() throws Exception {
    float[] table = new float[P * WIDTH];
    for (int i = 0; i < table.length; i++) {
      int x = i / WIDTH;
      int n = i % WIDTH;
      int k = n / 2 + 1;
      table[i] = (float) Math.cos(2 * Math.PI * k * x / P + n);
    }
    float[] bias = new float[WIDTH];
    Arrays.fill(bias, 0.5f);
    try (Backend backend = new CpuBackend(2);
        Experiment experiment = new ExperimentFactory(backend).make(oneHot())) {
      experiment
          .training()
          .load(
              List.of(
                  new Tensor("hidden.0.W_0", new int[] {P, WIDTH}, table),
                  new Tensor("hidden.0.W_1", new int[] {P, WIDTH}, table),
                  new Tensor("hidden.0.b", new int[] {WIDTH}, bias),
                  new Tensor("unembed.W_U", new int[] {WIDTH, P}, new float[WIDTH * P])));
      NeuronCounts counts = experiment.look().report().neurons().get(0);
      assertThat(counts.perFrequency().keySet()).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(counts.perFrequency().values()).containsOnly(2);
      NeuronMaps maps =
          experiment
              .look()
              .snapshot(0, 0, new SnapshotRequest(Set.of(SnapshotPart.NEURONS), 0, 3, 0))
              .neurons()
              .orElseThrow();
      assertThat(maps.squared()).isTrue();
      assertThat(maps.explained()[3]).isCloseTo(1, within(1e-5f));
      for (int pair = 0; pair < P * P; pair++) {
        float sum = table[pair / P * WIDTH + 3] + table[pair % P * WIDTH + 3] + 0.5f;
        assertThat(maps.map()[pair]).isCloseTo(sum * sum, within(1e-5f));
      }
      assertThat(maps.low()[3]).isNotNegative();
    }
  }
}
