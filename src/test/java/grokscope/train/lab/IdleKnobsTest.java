package grokscope.train.lab;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.knob.Acts;
import grokscope.config.knob.ChoiceKnob;
import grokscope.config.knob.Knob;
import grokscope.config.knob.RealKnob;
import grokscope.config.knob.WholeKnob;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A knob is called idle where it has no effect, and nowhere else. */
class IdleKnobsTest {
  private static final Object[] ATTENTION_ONLY = {
    "model.type", "transformer", "model.dModel", 8L, "model.dMlp", 16L, "model.block", "attention"
  };
  private static final Object[] ONE_HOT = {"model.type", "mlp", "model.input", "one-hot"};
  private static final Object[] BINARY = {"model.type", "mlp", "model.input", "binary"};
  private static final Object[] REAL_NUMBERS = {
    "task.type", "teacher", "task.width", 5L, "model.type", "mlp", "loss.type", "meanSquaredError"
  };

  private static final Object[] NUMBERS_ONLY = {
    "model.type",
    "transformer",
    "model.layers",
    2L,
    "model.dModel",
    8L,
    "model.dMlp",
    16L,
    "model.sequence",
    "operands"
  };
  private static final Object[] ONE_LAYER = {
    "model.type",
    "transformer",
    "model.dModel",
    8L,
    "model.dMlp",
    16L,
    "model.layerNorm",
    "pre",
    "model.sequence",
    "operands"
  };

  private static final Object[] FRESH = {
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

  private final Catalog catalog = new Laboratory(1L << 30).catalog();
  private final Backend backend = new CpuBackend(1);

  @AfterEach
  void close() {
    backend.close();
  }

  private RunConfig config(Object... pathsAndValues) throws InvalidConfig {
    RunConfig config = catalog.with(catalog.defaults(), "task.modulus", 7L);
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      config = catalog.with(config, (String) pathsAndValues[i], pathsAndValues[i + 1]);
    }
    return config;
  }

  private List<String> idle(RunConfig config) {
    return catalog.paths(config).stream()
        .filter(path -> catalog.idle(config, path).isPresent())
        .toList();
  }

  @Test
  void theReasonIsInTheOtherKnobs() throws InvalidConfig {
    assertThat(idle(config("model.type", "mlp"))).isEmpty();
    for (Object[] raw : List.of(ONE_HOT, BINARY)) {
      assertThat(idle(config(raw)))
          .containsExactly(
              "model.embedding",
              "model.embeddings",
              "model.embeddingScale",
              "optimizer.embeddingRate");
    }
    assertThat(idle(config("model.type", "transformer"))).containsExactly("model.mask");
    assertThat(idle(config("model.type", "transformer", "model.layers", 2L))).isEmpty();
    assertThat(idle(config(NUMBERS_ONLY))).containsExactly("model.outputs");
    assertThat(idle(config(ATTENTION_ONLY)))
        .contains("model.dMlp", "model.activation", "optimizer.decayed");
    assertThat(idle(config(FRESH)))
        .containsExactly(
            "data.trainFraction",
            "data.moments",
            "data.outliers",
            "data.labelNoise",
            "model.sequence",
            "model.outputs");
    assertThat(idle(config("task.type", "toy-addition", "model.type", "mlp")))
        .containsExactly("data.outliers", "data.labelNoise");
    assertThat(idle(config(REAL_NUMBERS)))
        .containsExactly(
            "data.outliers",
            "data.labelNoise",
            "model.input",
            "model.embedding",
            "model.embeddings",
            "model.combine",
            "model.unembedding",
            "model.embeddingScale",
            "optimizer.embeddingRate");
  }

  @Test
  void anIdleKnobHasNoEffectWhateverItsValue() throws Exception {
    for (RunConfig config :
        List.of(
            config(ONE_HOT),
            config(BINARY),
            config(ATTENTION_ONLY),
            config(NUMBERS_ONLY),
            config(ONE_LAYER),
            config(REAL_NUMBERS),
            config(FRESH))) {
      double expected = lossAfterSomeSteps(config);
      int compared = 0;
      for (String path : idle(config)) {
        Knob knob = catalog.knob(config, path).orElseThrow();
        for (Object value : others(knob)) {
          RunConfig turned = catalog.with(config, path, value);
          if (catalog.problems(turned).isEmpty()) {
            assertThat(lossAfterSomeSteps(turned)).as("%s = %s", path, value).isEqualTo(expected);
            compared++;
          }
        }
      }
      assertThat(compared).isPositive();
    }
  }

  private static List<Object> others(Knob knob) {
    List<Object> values = new ArrayList<>();
    if (knob instanceof ChoiceKnob choice) {
      choice.options().forEach(option -> values.add(option.id()));
    } else if (knob instanceof WholeKnob whole) {
      values.add(whole.start() + 1);
    } else if (knob instanceof RealKnob real) {
      values.add((real.start() + real.max()) / 2);
    }
    values.remove(knob.initial());
    return values;
  }

  private double lossAfterSomeSteps(RunConfig config) throws Exception {
    try (Experiment experiment = new ExperimentFactory(backend).make(config)) {
      for (int i = 0; i < 12; i++) {
        experiment.training().update();
      }
      return experiment.training().gradient();
    }
  }

  /**
   * With new examples in every step there is no training set whose share could change; and a
   * network cannot get an embedding or biases while it is trained.
   */
  @Test
  void aKnobThatActsLiveIsIdleOnlyWhereNothingItActsOnCanCome() throws InvalidConfig {
    for (RunConfig config :
        List.of(config(ONE_HOT), config(ATTENTION_ONLY), config(REAL_NUMBERS))) {
      List<String> idle = new ArrayList<>(idle(catalog.with(config, "optimizer.weightDecay", 0.0)));
      idle.removeAll(List.of("optimizer.embeddingRate", "optimizer.decayed"));
      for (String path : idle) {
        assertThat(catalog.knob(config, path)).map(Knob::acts).contains(Acts.NEXT_RUN);
      }
    }
  }
}
