package grokscope.cli.watch;

import grokscope.cli.CtrlC;
import grokscope.cli.Engine;
import grokscope.cli.Goal;
import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.config.preset.Preset;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.RunCriteria;
import grokscope.run.Recorder;
import grokscope.run.format.RunText;
import grokscope.story.OutcomeListener;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.train.loop.Command;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.TrainingSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One run in the terminal, recorded or not, and what became of it. Main thread only. */
public final class RecordedRun {
  private final Wiring wiring;
  private final Terminal terminal;
  private final boolean quiet;

  public RecordedRun(Wiring wiring, Terminal terminal, boolean quiet) {
    this.wiring = wiring;
    this.terminal = terminal;
    this.quiet = quiet;
  }

  /**
   * Runs it to its end and prints its summary.
   *
   * @param promise the preset that is held against it besides its goal
   * @param outcome says what it was; it knows what was measured before
   * @return the exit code
   */
  public int run(
      RunRequest request,
      Engine chosen,
      Goal goal,
      Optional<Recorder> recorder,
      Optional<Preset> promise,
      OutcomeListener outcome)
      throws InterruptedException {
    WatchedRun.Viewer viewer =
        quiet
            ? (status, history, news) -> {}
            : new ProgressViewer(terminal, RunCriteria.of(request.config()).fresh());
    List<RunListener> listeners =
        Stream.<RunListener>concat(recorder.stream(), Stream.of(outcome)).toList();
    if (!quiet) {
      wiring.notMeasured(request.config()).forEach(terminal.out()::println);
    }
    try (TrainingSession session = wiring.session(chosen);
        CtrlC ctrlC = new CtrlC(() -> session.send(new Command.Stop()))) {
      RunSummary summary =
          new WatchedRun(session, wiring.metrics(request)).run(request, listeners, viewer, ctrlC);
      recorder.ifPresent(Recorder::close);
      Outcome was = outcome.outcome(summary);
      terminal.out().println(RunText.summary(summary, was));
      if (summary.state() == RunState.STOPPED) {
        return Verdict.INTERRUPTED;
      }
      Optional<String> complaint =
          Verdict.complaint(summary, goal)
              .or(() -> promise.flatMap(preset -> broken(preset, summary, was)))
              .or(() -> recorder.flatMap(Recorder::problem));
      complaint.ifPresent(terminal.err()::println);
      return complaint.isPresent() ? Verdict.FAILURE : Verdict.OK;
    }
  }

  private static Optional<String> broken(Preset preset, RunSummary summary, Outcome was) {
    return OutcomeCheck.broken(preset, summary, was).map(words -> words + ".");
  }
}
