package grokscope.train.loop;

import grokscope.kernel.Backend;
import grokscope.kernel.BackendUnavailable;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.train.lab.Choices;
import grokscope.train.lab.Laboratory;
import grokscope.train.step.Experiment;
import grokscope.train.step.ExperimentFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handle to training that other rooms hold: runs one run after the other on one daemon thread
 * called {@code trainer}. Any thread may call it; nothing here waits for training, except {@link
 * #close}.
 */
public final class TrainingSession implements Trainer {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingSession.class);
  private static final long CLOSE_SECONDS = 2;

  private final Laboratory laboratory;
  private final Supplier<Backend> backends;
  private final ExecutorService trainer;
  private final AtomicLong runs = new AtomicLong();
  private volatile Inbox inbox = new Inbox();
  private final StoredNetworkReader storedNetworkReader =
      new StoredNetworkReader(config -> new Choices(config).lanesOf(backend()));
  private @Nullable Backend backend; // trainer thread only
  private @Nullable Experiment experiment; // of the latest run; likewise

  /**
   * The commands to one run, and whether somebody is to look after those that came too late for it.
   * Any thread.
   *
   * @param commands not yet obeyed
   * @param lookedAfter whether the trainer thread will look for late ones
   */
  private record Inbox(BlockingQueue<Command> commands, AtomicBoolean lookedAfter) {
    Inbox() {
      this(new LinkedBlockingQueue<>(), new AtomicBoolean());
    }
  }

  /**
   * A session.
   *
   * @param backends makes the backend, once, on the trainer thread
   */
  public TrainingSession(Laboratory laboratory, Supplier<Backend> backends) {
    this.laboratory = laboratory;
    this.backends = backends;
    this.trainer =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread thread = new Thread(work, "trainer");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Loads the numeric libraries in the background, so that the first run starts sooner. */
  public void warmUp() {
    trainer.execute(
        () -> {
          try {
            backend();
          } catch (RuntimeException | LinkageError unusable) {
            // The first run meets the same error and reports it.
            backend = null;
          }
        });
  }

  /**
   * Starts a run. A run in progress is stopped first.
   *
   * @param listeners are notified on the trainer thread
   * @return the id of the run, which its samples carry
   */
  @Override
  public synchronized long start(RunRequest request, List<RunListener> listeners) {
    send(new Command.Stop());
    long run = runs.incrementAndGet();
    Inbox own = new Inbox();
    inbox = own;
    trainer.execute(
        () -> train(run, request, own.commands(), new Listeners(List.copyOf(listeners))));
    return run;
  }

  /**
   * Hands a command to the latest run. A run that is over ignores orders, and answers questions
   * until another begins.
   */
  @Override
  public void send(Command command) {
    Inbox to = inbox;
    to.commands().add(command);
    if (command instanceof Command.Ask<?> && to.lookedAfter().compareAndSet(false, true)) {
      trainer.execute(() -> answer(to));
    }
  }

  /** Replies to what was asked too late for the run to answer. */
  private void answer(Inbox from) {
    from.lookedAfter().set(false);
    BlockingQueue<Command> late = from.commands();
    for (Command command = late.poll(); command != null; command = late.poll()) {
      if (command instanceof Command.Ask<?> asked) {
        storedNetworkReader.answer(asked);
      }
    }
  }

  private void letGo() {
    storedNetworkReader.clear(); // of two large networks, one may be all that has room
    if (experiment != null) {
      experiment.close();
      experiment = null;
    }
  }

  private void train(
      long run, RunRequest request, BlockingQueue<Command> commands, RunListener listener) {
    int steps = request.config().steps();
    listener.onEvent(new RunEvent.StateChanged(run, 0, RunState.PREPARING, ""));
    Preparation preparation = new Preparation(run, steps, commands, listener);
    RunSummary summary;
    try {
      letGo();
      experiment = new ExperimentFactory(backend(request)).make(request.config(), preparation);
      TrainingLoop loop =
          new TrainingLoop(
              run,
              request,
              laboratory.catalog(),
              experiment,
              commands,
              storedNetworkReader,
              listener,
              System::nanoTime);
      summary = loop.run(request.paused());
      if (summary.state() == RunState.FAILED) {
        letGo();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      summary = failed(run, request, listener, "the program is closing");
    } catch (CancellationException stopped) {
      summary = ended(run, request, RunState.STOPPED, listener, "");
    } catch (BackendUnavailable unusable) {
      summary = failed(run, request, listener, unusable.getMessage());
    } catch (RuntimeException | OutOfMemoryError | LinkageError error) {
      LOG.error("the run could not be prepared", error);
      summary = failed(run, request, listener, ErrorWords.of(error));
    }
    listener.onEnd(summary);
  }

  private static RunSummary failed(long run, RunRequest request, RunListener listener, String why) {
    return ended(run, request, RunState.FAILED, listener, why);
  }

  /** The end of a run before its first step, or before the first step that it was to go on with. */
  private static RunSummary ended(
      long run, RunRequest request, RunState state, RunListener listener, String why) {
    int step = request.from().map(Checkpoint::step).orElse(0);
    int steps = request.config().steps();
    listener.onEvent(new RunEvent.StateChanged(run, step, state, why));
    listener.onStatus(
        new RunStatus(run, state, step, steps, 0, Optional.empty(), Optional.empty(), why));
    return new RunSummary(
        run,
        state,
        step,
        Optional.empty(),
        Optional.empty(),
        request.from().map(Checkpoint::seconds).orElse(0.0),
        0,
        Map.of(),
        why);
  }

  private Backend backend(RunRequest request) {
    Backend all = backend();
    Optional<Integer> lanes = request.from().map(Checkpoint::lanes);
    return lanes.isEmpty()
        ? new Choices(request.config()).lanesOf(all)
        // Whatever it is worth by now: another number rounds otherwise.
        : lanes.get() == 1 ? all.singleLane() : all;
  }

  private Backend backend() {
    Backend made = backend;
    if (made == null) {
      made = backends.get();
      backend = made;
    }
    return made;
  }

  /** Stops the run in progress and ends the thread; waits two seconds at most. */
  @Override
  public void close() {
    send(new Command.Stop());
    trainer.execute(
        () -> {
          letGo();
          if (backend != null) {
            backend.close();
          }
        });
    trainer.shutdown();
    try {
      if (!trainer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        trainer.shutdownNow();
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
