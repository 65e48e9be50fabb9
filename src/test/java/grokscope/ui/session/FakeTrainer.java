package grokscope.ui.session;

import grokscope.config.RunConfig;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import grokscope.train.loop.Command;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.Trainer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trainer that trains nothing: it notes what is asked of it, and tells what a test dictates. */
public final class FakeTrainer implements Trainer {
  /** The width of a sample; every test here has the standard metrics or fewer. */
  private static final int COLUMNS = 16;

  public final List<RunConfig> started = Collections.synchronizedList(new ArrayList<>());
  final List<RunRequest> requests = Collections.synchronizedList(new ArrayList<>());
  public final List<Command> commands = Collections.synchronizedList(new ArrayList<>());
  private List<RunListener> listeners = List.of();
  private Optional<StepInterval> memorized = Optional.empty();
  private Optional<StepInterval> grokked = Optional.empty();
  private volatile boolean closed;

  @Override
  public long start(RunRequest request, List<RunListener> heard) {
    started.add(request.config());
    requests.add(request);
    listeners = List.copyOf(heard);
    memorized = Optional.empty();
    grokked = Optional.empty();
    status(request.paused() ? RunState.PAUSED : RunState.RUNNING, 0, "");
    return started.size();
  }

  @Override
  public void send(Command command) {
    commands.add(command);
    if (command instanceof Command.Pause) {
      status(RunState.PAUSED, 1, "");
    } else if (command instanceof Command.Resume) {
      status(RunState.RUNNING, 1, "");
    } else if (command instanceof Command.Stop) {
      end(RunState.STOPPED, 1, "");
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  public boolean closed() {
    return closed;
  }

  long run() {
    return started.size();
  }

  public void sample(long run, int step, double value) {
    double[] values = new double[COLUMNS];
    java.util.Arrays.fill(values, value);
    listeners.forEach(listener -> listener.onSample(new Sample(run, step, values)));
  }

  void status(RunState state, int step, String message) {
    RunStatus status =
        new RunStatus(
            run(),
            state,
            step,
            started.get(started.size() - 1).steps(),
            100,
            memorized,
            grokked,
            message);
    listeners.forEach(listener -> listener.onStatus(status));
  }

  /** The run is at a step, to which it took so many seconds. */
  void took(double seconds, int step) {
    RunStatus status =
        new RunStatus(
            run(),
            RunState.RUNNING,
            step,
            started.get(started.size() - 1).steps(),
            100,
            memorized,
            grokked,
            "");
    listeners.forEach(listener -> listener.onStatus(status.taking(seconds)));
  }

  public void memorize(int after, int by) {
    memorized = Optional.of(new StepInterval(after, by));
    happen(new RunEvent.Memorized(run(), by, memorized.get()));
    status(RunState.RUNNING, by, "");
  }

  void grok(int after, int by) {
    grokked = Optional.of(new StepInterval(after, by));
    happen(new RunEvent.Generalized(run(), by, grokked.get(), true));
    status(RunState.RUNNING, by, "");
  }

  public void happen(RunEvent event) {
    listeners.forEach(listener -> listener.onEvent(event));
  }

  public void end(RunState state, int step, String message) {
    status(state, step, message);
    RunSummary summary =
        new RunSummary(run(), state, step, memorized, grokked, 1, 100, Map.of(), message);
    listeners.forEach(listener -> listener.onEnd(summary));
  }
}
