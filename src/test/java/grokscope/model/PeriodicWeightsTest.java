package grokscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.LossFormula;
import grokscope.kernel.LossSum;
import grokscope.kernel.nd4j.Nd4jBackend;
import grokscope.model.mlp.MlpFactory;
import grokscope.task.Examples;
import grokscope.task.Task;
import grokscope.task.Tasks;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network that Gromov wrote down without training it. */
class PeriodicWeightsTest {
  private static Settings with(Kind<?> kind, Map<String, Object> changes) {
    Map<String, Object> values = new HashMap<>(kind.defaults().values());
    values.putAll(changes);
    return new Settings(kind.id(), values);
  }

  /** The share of all pairs that an untrained network answers right. */
  private static double accuracy(int modulus, long neurons, String initialization) {
    Kind<Task> modular = Tasks.ALL.get(0);
    Settings sums = with(modular, Map.of("modulus", (long) modulus));
    Examples table = modular.factory().examples(sums, new SplittableRandom(0));
    Settings quadratic =
        with(
            MlpFactory.KIND,
            Map.of(
                "input", "one-hot",
                "width", neurons,
                "activation", "square",
                "biases", "off",
                "logits", "averages",
                "initialization", initialization));
    try (Backend backend = Nd4jBackend.inDouble();
        Network network =
            MlpFactory.KIND
                .factory()
                .build(quadratic, table.shape(), backend, new SplittableRandom(1))) {
      int[] all = java.util.stream.IntStream.range(0, table.size()).toArray();
      Batch batch = network.batch(all.length, 1);
      batch.fill(table, all, 0);
      network.prepare();
      LossSum sum = new LossSum();
      backend
          .kernels(0)
          .losses()
          .add(
              LossFormula.SQUARED_ERROR,
              network.worker(0, all.length).forward(batch),
              batch.answers().all(),
              0,
              null,
              sum);
      return sum.accuracy();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {23, 24, 59})
  void theyAddWithoutTraining(int modulus) {
    assertThat(accuracy(modulus, 2000, "periodic")).isEqualTo(1);
  }

  @Test
  void randomWeightsDoNot() {
    assertThat(accuracy(23, 2000, "unit")).isLessThan(0.2);
  }

  @Test
  void fewNeuronsDoNotAverageTheRestAway() {
    assertThat(accuracy(59, 20, "periodic")).isLessThan(0.9);
  }
}
