package grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.telemetry.RunSummary;
import grokscope.train.loop.RunRequest.Until;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The phenomenon itself, on the network of slow-climb with a larger learning rate. */
class GrokkingTest {
  @TempDir Path home;

  private RunConfig config(double decay) throws InvalidConfig {
    try (Wiring wiring = new Wiring(home)) {
      Catalog catalog = wiring.catalog();
      RunConfig first = wiring.presets().find("slow-climb").orElseThrow().config();
      RunConfig quick = catalog.with(first, "optimizer.learningRate", 0.01);
      quick = catalog.with(quick, "steps", 2000L);
      return catalog.with(quick, "optimizer.weightDecay", decay);
    }
  }

  @Test
  void withDecayItMemorizesWaitsAndThenUnderstands() throws Exception {
    RunSummary run = new ToItsEnd(home).run(config(1), Until.GENERALIZED);
    assertThat(run.memorizedAt().get().by()).isLessThan(100);
    assertThat(run.generalizedAt().get().by()).isBetween(500, 2000);
  }

  /** Prieto et al. 2025, who use the same rate, epsilon and filter: within 300 steps. */
  @Test
  void withOrthogonalGradientsItNeedsNeitherDecayNorTime() throws Exception {
    RunConfig config = config(0);
    try (Wiring wiring = new Wiring(home)) {
      config = wiring.catalog().with(config, "gradient.type", "orthogonal");
      config = wiring.catalog().with(config, "optimizer.epsilon", 1e-25);
    }
    RunSummary run = new ToItsEnd(home).run(config, Until.GENERALIZED);
    assertThat(run.generalizedAt().get().by()).isLessThan(300);
  }

  @Test
  void withoutDecayItOnlyMemorizes() throws Exception {
    RunSummary run = new ToItsEnd(home).run(config(0), Until.GENERALIZED);
    assertThat(run.memorizedAt().get().by()).isLessThan(100);
    assertThat(run.generalizedAt()).isEmpty();
    assertThat(run.finalValues().get("test_accuracy")).isLessThan(0.2);
  }
}
