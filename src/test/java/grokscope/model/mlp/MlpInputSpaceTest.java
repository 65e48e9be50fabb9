package grokscope.model.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.kernel.nd4j.Nd4jBackend;
import grokscope.model.Activations;
import grokscope.model.Batch;
import grokscope.model.InputSpace;
import grokscope.model.Network;
import grokscope.model.Worker;
import grokscope.task.Examples;
import grokscope.task.TaskShape;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What reaches the neurons at an example's point is what reaches them in the network. */
class MlpInputSpaceTest {
  private static final Examples PAIRS =
      new Examples(
          TaskShape.ofTokens(7, 7, 2, 2, 3), new int[] {0, 0, 3, 6, 6, 3}, new int[] {1, 2, 3});
  private static final Examples ROWS =
      Examples.ofFeatures(
          TaskShape.ofFeatures(2, 4, 3), new float[] {.5f, -1, 2, 0, 1, 3}, new int[] {1, 2, 3});

  private static Settings settings(Object... changes) {
    Map<String, Object> values = new HashMap<>(MlpFactory.KIND.defaults().values());
    values.put("embedding", 5L);
    values.put("width", 6L);
    values.put("initialization", "uniform"); // draws biases too
    for (int i = 0; i < changes.length; i += 2) {
      values.put((String) changes[i], changes[i + 1]);
    }
    return new Settings("mlp", values);
  }

  private static double activated(String activation, double x) {
    return switch (activation) {
      case "relu" -> Math.max(0, x);
      case "square" -> x * x;
      default -> Math.tanh(x);
    };
  }

  private static void compare(Examples examples, Settings settings) {
    try (Backend backend = Nd4jBackend.inDouble();
        Network network =
            new MlpFactory().build(settings, examples.shape(), backend, new SplittableRandom(1))) {
      Batch batch = network.batch(3, 1);
      batch.fill(examples, new int[] {0, 1, 2}, 0);
      network.prepare();
      Worker worker = network.worker(0, 3);
      worker.forward(batch);
      Activations activations = worker.inside(batch);
      InputSpace space = network.inputSpace().orElseThrow();
      for (int example = 0; example < 3; example++) {
        double[][] received = space.preActivations(space.point(examples, example));
        assertThat(received).hasNumberOfRows(activations.layers());
        float[] seen = new float[6];
        for (int layer = 0; layer < received.length; layer++) {
          activations.copyNeurons(layer, example, seen, 0);
          for (int neuron = 0; neuron < seen.length; neuron++) {
            assertThat(activated(settings.choice("activation"), received[layer][neuron]))
                .as(settings.toString())
                .isCloseTo(seen[neuron], within(1e-5));
          }
        }
      }
    }
  }

  @Test
  void everyKindOfInputAndEveryLayer() {
    for (String activation : new String[] {"relu", "square", "tanh"}) {
      for (String combine : new String[] {"concatenate", "sum"}) {
        for (String input : new String[] {"embedded", "one-hot", "binary"}) {
          compare(
              PAIRS,
              settings("activation", activation, "combine", combine, "input", input, "layers", 2L));
        }
      }
      for (String combine : new String[] {"concatenate", "sum"}) {
        compare(
            PAIRS,
            settings("activation", activation, "combine", combine, "embeddings", "separate"));
      }
      compare(ROWS, settings("activation", activation, "layers", 3L));
      compare(ROWS, settings("activation", activation, "biases", "off"));
    }
  }
}
