package grokscope.train.loop;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.measure.Probe;
import grokscope.telemetry.RecordingListener;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.train.lab.Laboratory;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The training set is changed during a run. */
class LiveDataFractionTest {
  private final Catalog catalog = new Laboratory(4_000_000_000L).catalog();
  private final Backend backend = new CpuBackend(2);

  @AfterEach
  void close() {
    backend.close();
  }

  private RunConfig config(double fraction, Object... changes) throws Exception {
    RunConfig config = catalog.defaults();
    config = catalog.with(config, "task.modulus", 11L);
    config = catalog.with(config, "data.trainFraction", fraction);
    for (int i = 0; i < changes.length; i += 2) {
      config = catalog.with(config, (String) changes[i], changes[i + 1]);
    }
    return config;
  }

  private static List<Double> seen(Experiment experiment) {
    Probe probe = experiment.look().probe();
    return List.of(
        experiment.training().gradient(),
        probe.train().meanLoss(),
        probe.test().meanLoss(),
        probe.test().accuracy(),
        probe.circuit().get().curves().excludedTrain().loss());
  }

  /** Before the first update both have the same weights and no memories. */
  @Test
  void itIsTheSetOfARunThatWasStartedWithThatShare() throws Exception {
    try (Experiment changed = new ExperimentFactory(backend).make(config(0.4));
        Experiment started = new ExperimentFactory(backend).make(config(0.65))) {
      changed.look().probe();
      changed.training().retune(config(0.2));
      changed.training().retune(config(0.65));
      for (int i = 0; i < 20; i++) {
        assertThat(seen(changed)).isEqualTo(seen(started));
        changed.training().update();
        started.training().update();
      }
    }
  }

  @Test
  void goingBackGivesTheSameExamples() throws Exception {
    try (Experiment changed = new ExperimentFactory(backend).make(config(0.4));
        Experiment left = new ExperimentFactory(backend).make(config(0.4))) {
      for (double fraction : new double[] {0.3, 0.8, 0.4}) {
        changed.training().retune(config(fraction));
      }
      assertThat(seen(changed)).isEqualTo(seen(left));
    }
  }

  @Test
  void hiddenExamplesHaveTheirRightAnswersEvenIfTheyWereTrainedWithWrongOnes() throws Exception {
    RunConfig wrong = config(0.5, "data.labelNoise", 1.0);
    try (Experiment noisy = new ExperimentFactory(backend).make(wrong);
        Experiment clean = new ExperimentFactory(backend).make(config(0.2))) {
      noisy.training().retune(catalog.with(wrong, "data.trainFraction", 0.2));
      assertThat(noisy.look().probe().test().meanLoss())
          .isEqualTo(clean.look().probe().test().meanLoss());
      assertThat(noisy.look().probe().train().meanLoss())
          .isNotEqualTo(clean.look().probe().train().meanLoss());
    }
  }

  @Test
  void whatMiniBatchesAreDoesNotDependOnWhetherTheStepWasMeasured() throws Exception {
    RunConfig config = config(0.4, "batch", 10L, "optimizer.warmupSteps", 0L);
    try (Experiment measured = new ExperimentFactory(backend).make(config);
        Experiment left = new ExperimentFactory(backend).make(config)) {
      for (int i = 0; i < 3; i++) {
        measured.training().update();
        left.training().update();
      }
      measured.look().probe();
      measured.training().retune(catalog.with(config, "data.trainFraction", 0.6));
      left.training().retune(catalog.with(config, "data.trainFraction", 0.6));
      for (int i = 0; i < 20; i++) {
        measured.training().update();
        left.training().update();
      }
      assertThat(seen(measured)).isEqualTo(seen(left));
    }
  }

  @Test
  void forgettingBringsTheUpdatesOfANewOptimizer() throws Exception {
    for (String filter : List.of("plain", "grokfastEma")) {
      RunConfig forget =
          config(
              0.4, "data.moments", "forget", "gradient.type", filter, "optimizer.warmupSteps", 0L);
      RunConfig after = catalog.with(forget, "data.trainFraction", 0.6);
      try (Experiment changed = new ExperimentFactory(backend).make(forget);
          Experiment fresh = new ExperimentFactory(backend).make(after)) {
        for (int i = 0; i < 5; i++) {
          changed.training().update();
        }
        changed.training().retune(after);
        fresh.training().load(changed.weights());
        for (int i = 0; i < 5; i++) {
          assertThat(seen(changed)).isEqualTo(seen(fresh));
          changed.training().update();
          fresh.training().update();
        }
      }
    }
  }

  private List<RunEvent> events(RunConfig config, Command... commands) throws Exception {
    RecordingListener heard = new RecordingListener();
    try (Experiment experiment = new ExperimentFactory(backend).make(config)) {
      RunSummary summary =
          new TrainingLoop(
                  1,
                  RunRequest.of(config),
                  catalog,
                  experiment,
                  new LinkedBlockingQueue<>(List.of(commands)),
                  new StoredNetworkReader(any -> backend),
                  heard,
                  System::nanoTime)
              .run(false);
      assertThat(summary.state()).isEqualTo(RunState.FINISHED);
    }
    return heard.events();
  }

  @Test
  void itIsAnEventAndWhereItCannotBeTheReasonIs() throws Exception {
    Command half = new Command.Retune("data.trainFraction", 0.5);
    assertThat(events(config(0.4, "steps", 5L), half))
        .contains(new RunEvent.KnobTurned(1, 0, "data.trainFraction", 0.5));
    RunConfig fresh =
        config(
            0.4,
            "task.type",
            "skip-trigram",
            "task.data",
            "unlimited",
            "task.examples",
            50L,
            "model.type",
            "transformer",
            "model.dModel",
            8L,
            "model.dMlp",
            8L,
            "batch",
            8L,
            "steps",
            3L);
    assertThat(events(fresh, half))
        .contains(
            new RunEvent.KnobRefused(1, 0, "data.trainFraction", "every step draws new examples"));
    assertThat(
            events(
                config(0.4, "steps", 5L, "batch", 40L),
                new Command.Retune("data.trainFraction", 0.1)))
        .anySatisfy(
            event -> assertThat(event.toString()).contains("KnobRefused").contains("batch is 40"));
  }
}
