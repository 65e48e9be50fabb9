package grokscope.train.step;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.train.lab.Laboratory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dropout thins the network of a step and never the one that is shown. */
class DropoutTest {
  private final Catalog catalog = new Laboratory(1L << 30).catalog();
  private final Backend backend = new CpuBackend(2);

  @AfterEach
  void close() {
    backend.close();
  }

  private Experiment experiment(double dropout, Object batch, long seed) throws Exception {
    RunConfig config = catalog.with(catalog.defaults(), "model.type", "transformer");
    config = catalog.with(config, "task.modulus", 13L);
    config = catalog.with(config, "model.layers", 2L);
    config = catalog.with(config, "model.dModel", 16L);
    config = catalog.with(config, "model.dMlp", 16L);
    config = catalog.with(config, "model.dropout", dropout);
    config = catalog.with(config, "batch", batch);
    return new ExperimentFactory(backend).make(catalog.with(config, "seed", seed));
  }

  /** Both have the same initial weights. */
  @Test
  void theLossesThatAreShownAreThoseOfTheWholeNetwork() throws Exception {
    for (Object batch : new Object[] {"full", 32L}) {
      try (Experiment whole = experiment(0, batch, 3);
          Experiment thinned = experiment(0.5, batch, 3)) {
        double train = whole.look().probe().train().meanLoss();
        double test = whole.look().probe().test().meanLoss();
        assertThat(thinned.look().probe().train().meanLoss()).isCloseTo(train, Offset.offset(1e-5));
        assertThat(thinned.look().probe().test().meanLoss()).isCloseTo(test, Offset.offset(1e-5));
        assertThat(Math.abs(thinned.training().gradient() - whole.training().gradient()))
            .isGreaterThan(1e-3);
      }
    }
  }

  @Test
  void aSeedRepeatsItAndMeasuringDoesNotChangeIt() throws Exception {
    try (Experiment once = experiment(0.2, 32L, 3);
        Experiment again = experiment(0.2, 32L, 3);
        Experiment other = experiment(0.2, 32L, 4)) {
      for (int i = 0; i < 5; i++) {
        again.look().probe();
        once.training().update();
        again.training().update();
        other.training().update();
      }
      assertThat(again.training().gradient()).isEqualTo(once.training().gradient());
      assertThat(other.training().gradient()).isNotEqualTo(once.training().gradient());
    }
  }
}
