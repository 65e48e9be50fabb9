package grokscope.cli.queue;

import grokscope.cli.CtrlC;
import grokscope.cli.Engine;
import grokscope.cli.EngineOptions;
import grokscope.cli.Goal;
import grokscope.cli.Terminal;
import grokscope.cli.Wiring;
import grokscope.cli.watch.WatchedRun;
import grokscope.config.InvalidConfig;
import grokscope.config.queue.PlannedRun;
import grokscope.config.queue.QueuePlan;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.run.ContinuedRun;
import grokscope.run.ListedRun;
import grokscope.run.Recorder;
import grokscope.run.format.RunText;
import grokscope.story.OutcomeListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.train.loop.Command;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a queue, one run after the other, each recorded. Runs that its folder has already are left
 * as they are, and those that were stopped there go on. Main thread only.
 */
public final class QueueRunner {
  private final Wiring wiring;
  private final Terminal terminal;
  private final EngineOptions engine;
  private final QueueFolders folders;
  private final Goal goal;
  private final boolean quiet;
  private final AtomicReference<@Nullable TrainingSession> session = new AtomicReference<>();

  public QueueRunner(
      Wiring wiring,
      Terminal terminal,
      EngineOptions engine,
      QueueFolders folders,
      Goal goal,
      boolean quiet) {
    this.wiring = wiring;
    this.terminal = terminal;
    this.engine = engine;
    this.folders = folders;
    this.goal = goal;
    this.quiet = quiet;
  }

  /**
   * Runs them all, or until an interruption.
   *
   * @param ended is notified of every run that is over
   * @return whether it came to its end
   * @throws InvalidConfig when a run cannot be recorded
   */
  public boolean run(QueuePlan plan, Consumer<QueueResult> ended)
      throws InvalidConfig, InterruptedException {
    List<PlannedRun> waiting = new ArrayList<>();
    for (PlannedRun run : plan.runs()) {
      Optional<ListedRun> over = folders.over(run, goal);
      over.map(listed -> QueueResult.of(run, listed)).ifPresent(ended);
      if (over.isEmpty()) {
        waiting.add(run);
      }
    }
    long steps = waiting.stream().mapToLong(run -> run.config().steps()).sum();
    try (CtrlC ctrlC = new CtrlC(this::stop)) {
      for (PlannedRun run : waiting) {
        if (ctrlC.caught()) {
          return false;
        }
        steps -= run.config().steps();
        QueueViewer viewer = new QueueViewer(terminal, run, plan.runs().size(), steps);
        QueueResult result = train(run, quiet ? (status, history, news) -> {} : viewer, ctrlC);
        ended.accept(result);
        if (result.state().equals(RunText.word(RunState.STOPPED))) {
          return false;
        }
      }
    }
    return true;
  }

  private void stop() {
    TrainingSession going = session.get();
    if (going != null) {
      going.send(new Command.Stop());
    }
  }

  private QueueResult train(PlannedRun run, WatchedRun.Viewer viewer, CtrlC ctrlC)
      throws InvalidConfig, InterruptedException {
    Optional<ContinuedRun> begun = folders.resumed(run);
    if (begun.isEmpty()) {
      RunRequest request = new RunRequest(run.config(), false, goal.until());
      Engine chosen = engine.engine(terminal.err());
      try (Recorder recorder = folders.recorder(run)) {
        OutcomeListener outcome = new OutcomeListener(run.config(), wiring.metrics(run.config()));
        return train(run, request, chosen, recorder, outcome, viewer, ctrlC);
      }
    }
    try (Recorder recorder = begun.get().recorder()) {
      RunRequest request = begun.get().request().endingWhen(goal.until());
      Engine chosen = engine.engine(terminal.err(), begun.get());
      OutcomeListener outcome = new OutcomeListener(run.config(), begun.get().before().history());
      return train(run, request, chosen, recorder, outcome, viewer, ctrlC);
    }
  }

  private QueueResult train(
      PlannedRun run,
      RunRequest request,
      Engine chosen,
      Recorder recorder,
      OutcomeListener outcome,
      WatchedRun.Viewer viewer,
      CtrlC ctrlC)
      throws InterruptedException {
    try (TrainingSession training = wiring.session(chosen)) {
      session.set(training);
      RunSummary summary =
          new WatchedRun(training, wiring.metrics(request))
              .run(request, List.of(recorder, outcome), viewer, ctrlC);
      recorder.close();
      recorder.problem().ifPresent(terminal.err()::println);
      if (summary.state() == RunState.FAILED) {
        terminal.err().println("run " + run.number() + " failed: " + summary.message() + ".");
      }
      PhaseVerdict verdict = outcome.outcome(summary).verdict();
      return QueueResult.of(run, summary, verdict, recorder.folder().path());
    } finally {
      session.set(null);
    }
  }
}
