package grokscope.train.lab;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.Section;
import grokscope.config.knob.Acts;
import grokscope.config.knob.ChoiceKnob;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Option;
import grokscope.config.knob.RealKnob;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a catalog offers for the training itself can be chosen, trains, and is retuned. */
class ChoicesTest {
  private final Catalog catalog = new Laboratory(1L << 30).catalog();
  private final Backend backend = new CpuBackend(1);

  @AfterEach
  void close() {
    backend.close();
  }

  private RunConfig small() throws InvalidConfig {
    RunConfig config = catalog.with(catalog.defaults(), "task.modulus", 7L);
    config = catalog.with(config, "model.width", 16L);
    return catalog.with(config, "steps", 300L);
  }

  /** Every kind of loss, optimiser and filter, and each of their options. */
  private List<RunConfig> choices() throws InvalidConfig {
    List<RunConfig> all = new ArrayList<>();
    for (Section section : catalog.sections()) {
      if (section.hasType() && !List.of("task", "model").contains(section.path())) {
        for (var kind : section.kinds()) {
          RunConfig chosen = catalog.with(small(), section.pathOf("type"), kind.id());
          all.add(chosen);
          for (Knob knob : kind.knobs()) {
            if (knob instanceof ChoiceKnob choice) {
              for (Option option : choice.options()) {
                all.add(catalog.with(chosen, section.pathOf(knob.name()), option.id()));
              }
            }
          }
        }
      }
    }
    return all;
  }

  @Test
  void everyChoiceLowersTheLoss() throws Exception {
    assertThat(choices()).hasSizeGreaterThan(20);
    for (RunConfig config : choices()) {
      try (Experiment experiment = new ExperimentFactory(backend).make(config)) {
        double before = experiment.training().gradient();
        for (int i = 0; i < config.steps(); i++) {
          experiment.training().update();
        }
        assertThat(experiment.training().gradient())
            .as("the loss of %s", config.sections())
            .isLessThan(0.95 * before)
            .isEqualTo(experiment.look().probe().train().meanLoss());
      }
    }
  }

  @Test
  void everyKnobThatActsLiveCanBeTurnedDuringARun() throws Exception {
    for (RunConfig config : choices()) {
      try (Experiment experiment = new ExperimentFactory(backend).make(config)) {
        experiment.training().update();
        for (String path : catalog.paths(config)) {
          Knob knob = catalog.knob(config, path).orElse(null);
          if (knob instanceof RealKnob real && real.acts() == Acts.LIVE) {
            experiment.training().retune(catalog.with(config, path, real.sliderMax()));
            experiment.training().update();
            assertThat(experiment.training().gradient()).as(path).isNotNaN();
          }
        }
      }
    }
  }

  @Test
  void noiseThatIsSwitchedOnDuringARunChangesItOnlyFromThere() throws Exception {
    RunConfig config = small();
    try (Experiment quiet = new ExperimentFactory(backend).make(config);
        Experiment noisy = new ExperimentFactory(backend).make(config)) {
      for (int i = 0; i < 5; i++) {
        quiet.training().update();
        noisy.training().update();
      }
      assertThat(noisy.training().gradient()).isEqualTo(quiet.training().gradient());
      noisy.training().retune(catalog.with(config, "weights.weightNoise", 0.01));
      quiet.training().update();
      noisy.training().update();
      assertThat(noisy.training().gradient()).isNotEqualTo(quiet.training().gradient());
    }
  }
}
