package grokscope.cli.watch;

import grokscope.cli.CtrlC;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunFeed;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.train.loop.Command;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A run that the main thread waits for, looking at it a few times a second. Main thread only; the
 * run itself is on the trainer thread.
 */
public final class WatchedRun {
  private static final long LOOK_MILLIS = 200;

  private final TrainingSession session;
  private final List<Metric> metrics;

  public WatchedRun(TrainingSession session, List<Metric> metrics) {
    this.session = session;
    this.metrics = metrics;
  }

  /** What is shown of a run as it goes. */
  public interface Viewer {
    /** The latest state of the run, everything measured so far, and what happened since. */
    void show(RunStatus status, History history, List<RunEvent> news);
  }

  /**
   * Starts the run and returns when it has ended.
   *
   * @param ctrlC an interruption that came before the run was there still stops it
   */
  public RunSummary run(RunRequest request, List<RunListener> others, Viewer viewer, CtrlC ctrlC)
      throws InterruptedException {
    RunFeed feed = new RunFeed();
    CompletableFuture<RunSummary> end = new CompletableFuture<>();
    List<RunListener> listeners = new ArrayList<>(others);
    listeners.add(feed);
    listeners.add(new End(end));
    History history = new History(metrics);
    session.start(request, listeners);
    if (ctrlC.caught()) {
      session.send(new Command.Stop());
    }
    while (true) {
      Optional<RunSummary> summary = await(end);
      feed.drainSamples().forEach(history::append);
      viewer.show(feed.status(), history, feed.drainEvents());
      if (summary.isPresent()) {
        return summary.get();
      }
    }
  }

  private static Optional<RunSummary> await(CompletableFuture<RunSummary> end)
      throws InterruptedException {
    try {
      return Optional.of(end.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException goingOn) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the end only. */
  private record End(CompletableFuture<RunSummary> end) implements RunListener {

    @Override
    public void onEnd(RunSummary summary) {
      end.complete(summary);
    }
  }
}
