package grokscope.train.loop;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.measure.Probe;
import grokscope.measure.Profiles;
import grokscope.measure.phase.Outcome;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.Computation;
import grokscope.telemetry.Computed;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.lab.Choices;
import grokscope.train.loop.RunRequest.Until;
import grokscope.train.step.Experiment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run from its first step to its end: takes steps, measures by schedule, obeys orders and
 * answers questions between two steps, and tells a listener. Everything happens on the thread that
 * calls {@link #run}; tests call it with an inbox that is filled already.
 */
final class TrainingLoop {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingLoop.class);

  private static final long STATUS_NANOS = 30_000_000;

  private final long run;
  private final Experiment experiment;
  private final LiveKnobs knobs;
  private final Until until;
  private final int steps;
  private final BlockingQueue<Command> inbox;
  private final StoredNetworkReader storedNetworkReader;
  private final RunListener listener;
  private final LongSupplier clock;
  private final Pace pace;
  private final RunMeasures measures;
  private final Profiles profiles;
  private final Optional<Checkpoint> from;
  private final Deque<RunEvent.KnobTurned> turns;
  private final LoopCheckpoints checkpoints;
  private final ScriptFollower script;
  private RunConfig config;
  private RunState state = RunState.PREPARING;
  private String message = "";
  private int step;
  private int pauseAt = Integer.MAX_VALUE;
  private long statusSentAt;

  TrainingLoop(
      long run,
      RunRequest request,
      Catalog catalog,
      Experiment experiment,
      BlockingQueue<Command> inbox,
      StoredNetworkReader storedNetworkReader,
      RunListener listener,
      LongSupplier clock) {
    this.run = run;
    this.from = request.from();
    this.turns = new ArrayDeque<>(request.turns());
    this.config = request.config();
    this.until = request.until();
    this.steps = config.steps();
    this.measures = new RunMeasures(config, request.columns());
    this.profiles =
        new Profiles(
            experiment.parameterNames(), new Choices(config).task().cyclicSums(config.task()));
    this.knobs = new LiveKnobs(catalog);
    this.script = new ScriptFollower(config, measures);
    this.experiment = experiment;
    this.inbox = inbox;
    this.storedNetworkReader = storedNetworkReader;
    this.listener = listener;
    this.clock = clock;
    this.pace = new Pace(clock);
    this.checkpoints = new LoopCheckpoints(request, experiment, measures, script, listener);
  }

  /** Runs to the end and returns how it ended. An error in a step ends the run as failed. */
  RunSummary run(boolean paused) throws InterruptedException {
    storedNetworkReader.trains(this::show);
    try {
      from.ifPresent(this::goOn);
      enter(paused ? RunState.PAUSED : RunState.RUNNING);
      listener.onComputed(
          new Computed(
              run,
              step,
              Computation.here(experiment.backend(), experiment.lanes(), experiment.rounding())));
      if (from.isEmpty()) {
        settle();
      } else {
        endOrPause();
      }
      while (!state.ended()) {
        Command command = state == RunState.PAUSED ? inbox.take() : inbox.poll();
        if (command != null) {
          take(command);
        } else {
          advance();
        }
      }
      listener.onWeights(experiment.weights());
    } catch (RuntimeException | OutOfMemoryError error) {
      LOG.error("the run failed at step {}", step, error);
      message = ErrorWords.of(error);
      enter(RunState.FAILED);
    }
    return summary();
  }

  private void take(Command command) {
    if (command instanceof Command.Ask<?> asked) {
      storedNetworkReader.answer(asked);
    } else if (command instanceof Command.Order order) {
      obey(order);
    }
  }

  private void obey(Command.Order order) {
    if (order instanceof Command.Stop) {
      checkpoints.at(now(), true);
      enter(RunState.STOPPED);
    } else if (order instanceof Command.Checkpoint) {
      checkpoints.hand(now(), Checkpoint.Reason.ASKED);
    } else if (order instanceof Command.Retune retune) {
      retune(retune.path(), retune.value());
    } else if (order instanceof Command.Pause) {
      pauseAt = Integer.MAX_VALUE;
      enter(RunState.PAUSED);
    } else if (order instanceof Command.Step few) {
      pauseAt = (int) Math.min((long) step + few.count(), steps);
      enter(RunState.RUNNING);
    } else if (order instanceof Command.Resume) {
      pauseAt = Integer.MAX_VALUE;
      enter(RunState.RUNNING);
    }
  }

  private Snapshot show(SnapshotRequest snapshotRequest) {
    return experiment.look().snapshot(run, step, snapshotRequest);
  }

  /** A knob that has the value already is left alone: a replay repeats what a script does. */
  private void retune(String path, Object value) {
    RunConfig turned = knobs.turned(config, path, value);
    if (turned.equals(config)) {
      return;
    }
    Optional<String> refusal = knobs.refusal(turned, path);
    if (refusal.isPresent()) {
      listener.onEvent(new RunEvent.KnobRefused(run, step, path, refusal.get()));
      return;
    }
    config = turned;
    experiment.training().retune(config);
    listener.onEvent(new RunEvent.KnobTurned(run, step, path, value));
  }

  private void advance() {
    while (!turns.isEmpty() && turns.peek().step() <= step) {
      RunEvent.KnobTurned turn = turns.poll();
      retune(turn.path(), turn.value());
    }
    double loss = experiment.training().gradient();
    if (Outcome.hopeless(loss)) {
      diverge(loss);
      return;
    }
    experiment.training().update();
    step++;
    settle();
    if (clock.getAsLong() - statusSentAt >= STATUS_NANOS) {
      sendStatus();
    }
  }

  /** What is due after a step. */
  private void settle() {
    if (measures.isDue(step)) {
      observe();
    }
    if (!state.ended()) {
      script
          .due(step)
          .forEach(
              scriptedChange -> retune(scriptedChange.path(), knobs.typed(config, scriptedChange)));
      // Before what is only measured because the run ends here: a longer run would not have it.
      checkpoints.at(now(), step >= steps);
      endOrPause();
    }
  }

  private void endOrPause() {
    boolean last = step >= steps;
    if (last || step == pauseAt) {
      observe(); // after single steps the person wants to see where they led, due or not
    }
    if (state.ended()) {
      return;
    }
    if (last || (until == Until.GENERALIZED && measures.generalized().found().isPresent())) {
      enter(RunState.FINISHED);
    } else if (step == pauseAt) {
      pauseAt = Integer.MAX_VALUE;
      enter(RunState.PAUSED);
    }
  }

  private void observe() {
    if (measures.taken(step)) {
      return;
    }
    Probe probe = experiment.look().probe();
    listener.onSample(new Sample(run, step, measures.take(step, probe)));
    profiles.of(run, step, probe).forEach(listener::onProfile);
    if (Outcome.hopeless(probe.train().meanLoss())) {
      diverge(probe.train().meanLoss());
      return;
    }
    measures
        .memorizing(step, probe.train().accuracy())
        .ifPresent(
            at -> happened(new RunEvent.Memorized(run, step, at), Checkpoint.Reason.MEMORIZED));
    measures
        .generalized()
        .observe(step, probe.test().accuracy())
        .ifPresent(at -> happened(generalized(at), Checkpoint.Reason.GENERALIZED));
  }

  private RunEvent generalized(StepInterval at) {
    Outcome.Rise rise = Outcome.rise(measures.memorized().found(), Optional.of(at));
    return new RunEvent.Generalized(run, step, at, rise == Outcome.Rise.LATE);
  }

  private void happened(RunEvent event, Checkpoint.Reason reason) {
    listener.onEvent(event);
    checkpoints.happened(reason);
  }

  private void diverge(double loss) {
    message = "the training loss was " + loss + " at step " + step;
    enter(RunState.DIVERGED);
  }

  private void enter(RunState next) {
    if (next == state) {
      return;
    }
    if (state == RunState.RUNNING) {
      pace.pause(step);
    }
    state = next;
    if (state == RunState.RUNNING) {
      pace.resume(step);
    }
    listener.onEvent(new RunEvent.StateChanged(run, step, state, message));
    sendStatus();
  }

  private void sendStatus() {
    statusSentAt = clock.getAsLong();
    double speed = state == RunState.RUNNING ? pace.recent(step) : 0;
    listener.onStatus(
        new RunStatus(
                run,
                state,
                step,
                steps,
                speed,
                measures.memorized().found(),
                measures.generalized().found(),
                message)
            .taking(pace.seconds()));
  }

  private LoopCheckpoints.Moment now() {
    return new LoopCheckpoints.Moment(step, config, state == RunState.PAUSED, pace.seconds());
  }

  private void goOn(Checkpoint earlier) {
    step = earlier.step();
    config = earlier.latest();
    pace.goOn(earlier.seconds());
    checkpoints.goOn(earlier);
  }

  private RunSummary summary() {
    return new RunSummary(
        run,
        state,
        step,
        measures.memorized().found(),
        measures.generalized().found(),
        pace.seconds(),
        pace.overall(),
        measures.latest(),
        message);
  }
}
