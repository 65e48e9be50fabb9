package grokscope.train.loop;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.kernel.cpu.CpuBackend;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RecordingListener;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.train.lab.Laboratory;
import grokscope.train.loop.RunRequest.Until;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The protocol of a run, without threads: the inbox is filled before the loop starts. */
class TrainingLoopTest {
  private final Laboratory laboratory = new Laboratory(4_000_000_000L);
  private final Catalog catalog = laboratory.catalog();
  private final Backend backend = new CpuBackend(1);
  private final StoredNetworkReader storedNetworkReader = new StoredNetworkReader(any -> backend);
  private final Heard heard = new Heard();

  /** The session says that a run is over, not the loop. */
  private static final class Heard extends RecordingListener {
    @Override
    public void onEnd(RunSummary summary) {
      throw new IllegalStateException("the session says this, not the loop");
    }

    List<RunState> states() {
      return events(RunEvent.StateChanged.class).stream()
          .map(RunEvent.StateChanged::state)
          .toList();
    }
  }

  @AfterEach
  void close() {
    storedNetworkReader.close();
    backend.close();
  }

  /** A small table that is learned in a moment. */
  private RunConfig small(Object... changes) throws InvalidConfig {
    RunConfig config = catalog.defaults();
    Object[] base = {
      "task.modulus",
      7L,
      "model.embedding",
      8L,
      "model.width",
      16L,
      "steps",
      20L,
      "optimizer.learningRate",
      0.01,
      "data.trainFraction",
      0.5
    };
    for (Object[] pairs : List.of(base, changes)) {
      for (int i = 0; i < pairs.length; i += 2) {
        config = catalog.with(config, (String) pairs[i], pairs[i + 1]);
      }
    }
    return config;
  }

  private RunSummary run(RunConfig config, boolean paused, Until until, Command... commands)
      throws InterruptedException {
    BlockingQueue<Command> inbox = new LinkedBlockingQueue<>(List.of(commands));
    try (Experiment experiment = new ExperimentFactory(backend).make(config)) {
      return new TrainingLoop(
              1,
              new RunRequest(config, paused, until),
              catalog,
              experiment,
              inbox,
              storedNetworkReader,
              heard,
              System::nanoTime)
          .run(paused);
    }
  }

  @Test
  void takesAllStepsAndMeasuresEachOfTheFirstHundred() throws Exception {
    RunSummary summary = run(small(), false, Until.STEPS);
    assertThat(summary.state()).isEqualTo(RunState.FINISHED);
    assertThat(summary.steps()).isEqualTo(20);
    assertThat(heard.samples()).hasSize(21);
    assertThat(heard.samples().get(20).step()).isEqualTo(20);
    assertThat(summary.finalValues().get("train_loss"))
        .isEqualTo(heard.samples().get(20).values()[0]);
    assertThat(heard.states()).containsExactly(RunState.RUNNING, RunState.FINISHED);
    assertThat(heard.status().state()).isEqualTo(RunState.FINISHED);
    assertThat(summary.stepsPerSecond()).isPositive();
  }

  @Test
  void stepsAndPausesAsToldAndStops() throws Exception {
    RunSummary summary =
        run(
            small("steps", 1000L),
            true,
            Until.STEPS,
            new Command.Step(3),
            new Command.Step(150),
            new Command.Stop());
    // A step command that meets one that is still going replaces its goal.
    assertThat(summary.state()).isEqualTo(RunState.STOPPED);
    assertThat(heard.states()).containsExactly(RunState.PAUSED, RunState.RUNNING, RunState.STOPPED);
  }

  @Test
  void aPausedRunMeasuresWhereTheStepsEnded() throws Exception {
    BlockingQueue<Command> inbox = new LinkedBlockingQueue<>(List.of(new Command.Step(251)));
    RunConfig config = small("steps", 1000L);
    RunListener stopper =
        new RunListener() {
          @Override
          public void onSample(Sample sample) {
            heard.onSample(sample);
          }

          @Override
          public void onEvent(RunEvent event) {
            heard.onEvent(event);
            if (event instanceof RunEvent.StateChanged changed
                && changed.state() == RunState.PAUSED
                && changed.step() > 0) {
              inbox.add(new Command.Stop());
            }
          }
        };
    try (Experiment experiment = new ExperimentFactory(backend).make(config)) {
      RunRequest request = new RunRequest(config, true, Until.STEPS);
      new TrainingLoop(
              1,
              request,
              catalog,
              experiment,
              inbox,
              storedNetworkReader,
              stopper,
              System::nanoTime)
          .run(true);
    }
    // 251 is not due by the schedule, but it is where the person stopped to look.
    assertThat(heard.samples().get(heard.samples().size() - 1).step()).isEqualTo(251);
    assertThat(heard.states())
        .containsExactly(RunState.PAUSED, RunState.RUNNING, RunState.PAUSED, RunState.STOPPED);
  }

  @Test
  void aKnobThatActsLiveIsTurnedAndReported() throws Exception {
    RunSummary still = run(small("optimizer.warmupSteps", 0L), false, Until.STEPS);
    Heard before = new Heard();
    before.samples().addAll(heard.samples());
    heard.samples().clear();
    RunSummary turned =
        run(
            small("optimizer.warmupSteps", 0L),
            false,
            Until.STEPS,
            new Command.Retune("optimizer.weightDecay", 50.0));
    assertThat(heard.events())
        .contains(new RunEvent.KnobTurned(1, 0, "optimizer.weightDecay", 50.0));
    assertThat(turned.finalValues().get("weight_norm"))
        .isLessThan(still.finalValues().get("weight_norm") / 10);
    assertThat(heard.samples().get(0).values())
        .as("the past does not change")
        .isEqualTo(before.samples().get(0).values());
  }

  @Test
  void aKnobThatDoesNotActLiveFailsTheRunInWords() throws Exception {
    RunSummary summary = run(small(), false, Until.STEPS, new Command.Retune("task.modulus", 5L));
    assertThat(summary.state()).isEqualTo(RunState.FAILED);
    assertThat(summary.message()).contains("task.modulus");
  }

  @Test
  void aHugeLearningRateEndsAsDivergedWithItsStepAndTheNextRunWorks() throws Exception {
    RunSummary diverged =
        run(small("optimizer.learningRate", 1e6, "steps", 500L), false, Until.STEPS);
    assertThat(diverged.state()).isEqualTo(RunState.DIVERGED);
    assertThat(diverged.steps()).isLessThan(100);
    assertThat(diverged.message()).contains("step " + diverged.steps());
    assertThat(run(small(), false, Until.STEPS).state()).isEqualTo(RunState.FINISHED);
  }

  @Test
  void aHugeLearningRateWithoutDecayDivergesToo() throws Exception {
    RunSummary diverged =
        run(
            small("optimizer.learningRate", 1e6, "optimizer.weightDecay", 0.0, "steps", 500L),
            false,
            Until.STEPS);
    assertThat(diverged.state()).isEqualTo(RunState.DIVERGED);
  }

  @Test
  void endsEarlyWhenItHasGrokkedIfAskedTo() throws Exception {
    RunConfig config =
        small(
            "task.modulus",
            31L,
            "data.trainFraction",
            0.8,
            "model.embedding",
            32L,
            "model.width",
            64L,
            "steps",
            20_000L);
    RunSummary summary = run(config, false, Until.GENERALIZED);
    assertThat(summary.state()).isEqualTo(RunState.FINISHED);
    assertThat(summary.generalizedAt()).isPresent();
    assertThat(summary.steps()).isLessThan(20_000);
    assertThat(summary.memorizedAt().get().by())
        .isLessThanOrEqualTo(summary.generalizedAt().get().by());
  }

  @Test
  void theSameSeedGivesTheSameCurvesAndAnotherSeedOthers() throws Exception {
    for (Object batch : List.of("full", 10L)) {
      RunConfig config = small("batch", batch, "steps", 120L);
      run(config, false, Until.STEPS);
      List<Sample> first = List.copyOf(heard.samples());
      heard.samples().clear();
      run(config, false, Until.STEPS);
      assertThat(heard.samples()).hasSameSizeAs(first);
      for (int i = 0; i < first.size(); i++) {
        assertThat(heard.samples().get(i).values()).isEqualTo(first.get(i).values());
      }
      run(catalog.with(config, "seed", 1L), false, Until.STEPS);
      Sample other = heard.samples().get(first.size());
      assertThat(other.values()).isNotEqualTo(first.get(0).values());
      heard.samples().clear();
    }
  }

  @Test
  void measuringNeverChangesTraining() throws Exception {
    for (Object batch : List.of("full", 10L)) {
      RunConfig config = small("batch", batch);
      try (Experiment measured = new ExperimentFactory(backend).make(config);
          Experiment left = new ExperimentFactory(backend).make(config)) {
        for (int i = 0; i < 30; i++) {
          measured.look().probe();
          measured.training().update();
          left.training().update();
        }
        assertThat(measured.look().probe().test().meanLoss())
            .isEqualTo(left.look().probe().test().meanLoss());
        assertThat(measured.training().gradient()).isEqualTo(left.training().gradient());
      }
    }
  }

  @Test
  void whatIsMeasuredSeldomIsThereAtEveryTenthEvaluationAndTheLast() throws Exception {
    RunConfig usual = small("steps", 125L);
    run(usual, false, Until.STEPS);
    List<Sample> known = List.copyOf(heard.samples());
    heard.samples().clear();
    RunConfig all = catalog.with(usual, "measures", "all");
    run(all, false, Until.STEPS);
    int columns = laboratory.metrics(usual).size();
    int cosine =
        laboratory.metrics(all).stream().map(Metric::id).toList().indexOf("descent_cosine");
    assertThat(cosine).isGreaterThanOrEqualTo(columns);
    assertThat(heard.samples()).hasSameSizeAs(known);
    for (int i = 0; i < known.size(); i++) {
      double[] values = heard.samples().get(i).values();
      assertThat(Arrays.copyOf(values, columns)).isEqualTo(known.get(i).values());
      boolean thorough = i % 10 == 0 || heard.samples().get(i).step() == 125;
      assertThat(Double.isNaN(values[cosine])).isEqualTo(!thorough);
    }
  }
}
