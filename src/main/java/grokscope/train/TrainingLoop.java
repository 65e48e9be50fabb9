package grokscope.train;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Knob;
import grokscope.config.RunConfig;
import grokscope.measure.HeldThreshold;
import grokscope.measure.Measure;
import grokscope.measure.MeasureSchedule;
import grokscope.measure.Probe;
import grokscope.measure.Profiles;
import grokscope.task.Task;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run from its first step to its end: takes steps, measures by schedule, obeys commands between
 * two steps, and tells a listener. Everything happens on the thread that calls {@link #run}; tests
 * call it with an inbox that is filled already.
 */
final class TrainingLoop {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingLoop.class);

  /** A loss beyond this has left all sense, even if it is still a finite number. */
  private static final double HOPELESS_LOSS = 1e9;

  private static final int EVALUATIONS_HELD = 3;
  static final int LONGEST_GAP = 500;
  private static final long STATUS_NANOS = 30_000_000;

  private final long run;
  private final Experiment experiment;
  private final Catalog catalog;
  private final Until until;
  private final int steps;
  private final BlockingQueue<Command> inbox;
  private final Viewer viewer;
  private final RunListener listener;
  private final LongSupplier clock;
  private final Pace pace;
  private final MeasureSchedule schedule = new MeasureSchedule(LONGEST_GAP);
  private final HeldThreshold memorized = new HeldThreshold(Task.LEARNED, EVALUATIONS_HELD);
  private final HeldThreshold grokked;
  private final List<Measure> measures;
  private final Profiles profiles;
  private RunConfig config;
  private RunState state = RunState.PREPARING;
  private String message = "";
  private int step;
  private int pauseAt = Integer.MAX_VALUE;
  private int measuredAt = -1;
  private double[] latest = new double[0];
  private long statusSentAt;

  TrainingLoop(
      long run,
      RunRequest request,
      Catalog catalog,
      Experiment experiment,
      BlockingQueue<Command> inbox,
      Viewer viewer,
      RunListener listener,
      LongSupplier clock) {
    this.run = run;
    this.config = request.config();
    this.until = request.until();
    this.steps = config.steps();
    this.measures = Laboratory.measures(config);
    this.profiles =
        new Profiles(
            experiment.parameterNames(), Laboratory.task(config).cyclicSums(config.task()));
    this.grokked =
        new HeldThreshold(Laboratory.task(config).generalisedAt(config.task()), EVALUATIONS_HELD);
    this.catalog = catalog;
    this.experiment = experiment;
    this.inbox = inbox;
    this.viewer = viewer;
    this.listener = listener;
    this.clock = clock;
    this.pace = new Pace(clock);
  }

  /** Runs to the end and returns how it ended. An error in a step ends the run as failed. */
  RunSummary run(boolean paused) throws InterruptedException {
    try {
      enter(paused ? RunState.PAUSED : RunState.RUNNING);
      observe(schedule.isDue(0));
      while (!state.ended()) {
        Command command = state == RunState.PAUSED ? inbox.take() : inbox.poll();
        if (command != null) {
          obey(command);
        } else {
          advance();
        }
      }
      listener.weights(experiment.weights());
    } catch (RuntimeException | OutOfMemoryError error) {
      LOG.error("the run failed at step {}", step, error);
      message = TrainingSession.inWords(error);
      enter(RunState.FAILED);
    }
    return summary();
  }

  private void obey(Command command) {
    if (command instanceof Command.Stop) {
      enter(RunState.STOPPED);
    } else if (command instanceof Command.Retune retune) {
      retune(retune);
    } else if (command instanceof Command.Show show) {
      show(show);
    } else if (command instanceof Command.ShowStilled show) {
      viewer.show(show);
    } else if (command instanceof Command.Pause) {
      pauseAt = Integer.MAX_VALUE;
      enter(RunState.PAUSED);
    } else if (command instanceof Command.Step few) {
      pauseAt = (int) Math.min((long) step + few.count(), steps);
      enter(RunState.RUNNING);
    } else if (command instanceof Command.Resume) {
      pauseAt = Integer.MAX_VALUE;
      enter(RunState.RUNNING);
    }
  }

  /** Shows the network as it is; also when the run is over. */
  void show(Command.Show show) {
    show.reply().accept(experiment.snapshot(run, step, show.look()));
  }

  private void retune(Command.Retune retune) {
    try {
      Knob knob = catalog.knob(config, retune.path()).orElseThrow();
      if (knob.acts() != grokscope.config.Acts.LIVE) {
        throw new IllegalArgumentException(retune.path() + " cannot change during a run");
      }
      config = catalog.with(config, retune.path(), retune.value());
    } catch (InvalidConfig refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
    }
    experiment.retune(config);
    listener.happened(new RunEvent.KnobTurned(run, step, retune.path(), retune.value()));
  }

  private void advance() {
    double loss = experiment.gradient();
    if (hopeless(loss)) {
      diverge(loss);
      return;
    }
    experiment.update();
    step++;
    // After single steps the person wants to see where they led, due or not.
    observe(schedule.isDue(step) || step == steps || step == pauseAt);
    if (!state.ended() && step == steps) {
      enter(RunState.FINISHED);
    } else if (!state.ended() && step == pauseAt) {
      pauseAt = Integer.MAX_VALUE;
      enter(RunState.PAUSED);
    }
    if (clock.getAsLong() - statusSentAt >= STATUS_NANOS) {
      sendStatus();
    }
  }

  private void observe(boolean due) {
    if (!due || measuredAt == step) {
      return;
    }
    Probe probe = experiment.probe();
    double[] values = new double[measures.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = measures.get(i).value().applyAsDouble(probe);
    }
    latest = values;
    measuredAt = step;
    listener.sampled(new Sample(run, step, values));
    profiles.of(run, step, probe).forEach(listener::profiled);
    if (hopeless(probe.train().meanLoss())) {
      diverge(probe.train().meanLoss());
      return;
    }
    memorized
        .observe(step, probe.train().accuracy())
        .ifPresent(at -> listener.happened(new RunEvent.Memorized(run, step, at)));
    grokked
        .observe(step, probe.test().accuracy())
        .ifPresent(at -> listener.happened(new RunEvent.Grokked(run, step, at)));
    if (until == Until.GROKKED && grokked.found().isPresent()) {
      enter(RunState.FINISHED);
    }
  }

  private static boolean hopeless(double loss) {
    return !(loss <= HOPELESS_LOSS); // true for NaN as well
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
    listener.happened(new RunEvent.StateChanged(run, step, state, message));
    sendStatus();
  }

  private void sendStatus() {
    statusSentAt = clock.getAsLong();
    double speed = state == RunState.RUNNING ? pace.recent(step) : 0;
    listener.status(
        new RunStatus(run, state, step, steps, speed, memorized.found(), grokked.found(), message));
  }

  private RunSummary summary() {
    Map<String, Double> last = new LinkedHashMap<>();
    for (int i = 0; i < latest.length; i++) {
      last.put(measures.get(i).metric().id(), latest[i]);
    }
    return new RunSummary(
        run, state, step, memorized.found(), grokked.found(), pace.overall(), last, message);
  }
}
