package grokscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.LossFormula;
import grokscope.kernel.LossSum;
import grokscope.kernel.nd4j.Nd4jBackend;
import grokscope.model.mlp.MlpFactory;
import grokscope.task.Examples;
import grokscope.task.Task;
import grokscope.task.Tasks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Sums on a circle by a handful of neurons (PAIR 2023): neuron k reads the direction 2πk/n and
 * writes twice that angle, so that the sum of two embeddings comes out at the angle of the answer.
 */
class CircleTest {
  private static final int MODULUS = 67;

  private static Settings with(Settings settings, Map<String, Object> changes) {
    Map<String, Object> values = new HashMap<>(settings.values());
    values.putAll(changes);
    return new Settings(settings.type(), values);
  }

  /** The share of all pairs that the network written by hand answers right. */
  private static double accuracy(int neurons) {
    Task modular = Tasks.ALL.get(0).factory();
    Settings sums = with(Tasks.ALL.get(0).defaults(), Map.of("modulus", (long) MODULUS));
    Examples table = modular.examples(sums, new SplittableRandom(0));
    Settings circle =
        with(
            MlpFactory.KIND.defaults(),
            Map.of(
                "embedding", 2L,
                "combine", "sum",
                "width", (long) neurons,
                "biases", "off",
                "unembedding", "tied",
                "initialization", "circle"));
    try (Backend backend = Nd4jBackend.inDouble();
        Network network =
            MlpFactory.KIND
                .factory()
                .build(circle, table.shape(), backend, new SplittableRandom(1))) {
      for (Parameter parameter : network.parameters().list()) {
        if (parameter.name().equals("hidden.0.W")) {
          parameter.value().set(directions(neurons, 1, neurons, 1));
        } else if (parameter.name().equals("output.W")) {
          parameter.value().set(directions(neurons, 2, 1, 2));
        }
      }
      int[] all = IntStream.range(0, table.size()).toArray();
      Batch batch = network.batch(all.length, 1);
      batch.fill(table, all, 0);
      network.prepare();
      LossSum sum = new LossSum();
      backend
          .kernels(0)
          .losses()
          .add(
              LossFormula.CROSS_ENTROPY,
              network.worker(0, all.length).forward(batch),
              batch.answers().all(),
              0,
              null,
              sum);
      return sum.accuracy();
    }
  }

  /** The unit vectors at times·2πk/n; a coordinate and a neuron apart by so many places. */
  private static double[] directions(int n, int times, int coordinateStep, int neuronStep) {
    double[] values = new double[2 * n];
    for (int k = 0; k < n; k++) {
      double angle = times * 2 * Math.PI * k / n;
      values[k * neuronStep] = Math.cos(angle);
      values[k * neuronStep + coordinateStep] = Math.sin(angle);
    }
    return values;
  }

  @Test
  void fiveNeuronsAddModulo67() {
    assertThat(accuracy(5)).isEqualTo(1);
    assertThat(accuracy(7)).isEqualTo(1);
  }

  @Test
  void fourAndSixAreTooSymmetric() {
    assertThat(Arrays.asList(accuracy(4), accuracy(6))).allMatch(accuracy -> accuracy < 0.3);
  }
}
