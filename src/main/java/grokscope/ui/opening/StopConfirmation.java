package grokscope.ui.opening;

import grokscope.run.RunFolder;
import grokscope.ui.dialog.Dialogs;
import grokscope.ui.session.LabRun;
import grokscope.ui.session.RunQueue;
import grokscope.ui.session.WindowRuns;
import java.util.Optional;

/** Asks before a run in progress is stopped. FX thread only. */
public record StopConfirmation(WindowRuns runs, RunQueue queue, Dialogs dialogs) {
  /** Whether the run of this folder is the one in progress. */
  boolean is(RunFolder folder) {
    return runs.inProgress().flatMap(LabRun::folder).filter(folder::equals).isPresent();
  }

  /** Whether more would end than the run that is shown: another run, or the rest of a queue. */
  boolean endsMore() {
    return runs.elsewhereProperty().get().isPresent() || queue.left() > 0;
  }

  /**
   * Whether it may be stopped, if there is one.
   *
   * @param yes the word on the button that stops it
   */
  public boolean mayEnd(String yes) {
    Optional<LabRun> run = runs.inProgress();
    if (run.isEmpty()) {
      return true;
    }
    String after =
        run.get().folder().isPresent()
            ? "It can be resumed later from the list of runs."
            : "It is not being saved, so it cannot be resumed later.";
    int left = queue.left();
    String dropped =
        left == 0
            ? ""
            : left == 1
                ? " The remaining run of the queue is then skipped."
                : " The " + left + " remaining runs of the queue are then skipped.";
    return dialogs.confirm("Stop the run in progress?", after + dropped, yes);
  }
}
