package grokscope.ui;

import grokscope.run.RunFolder;

/** Asks before a run in progress is stopped. FX thread only. */
record RunInProgress(LabModel model, Dialogs dialogs) {
  /** Whether the run of this folder is the one in progress. */
  boolean is(RunFolder folder) {
    LabRun run = model.currentProperty().get();
    return run != null
        && run.status().state().active()
        && run.folder().filter(folder::equals).isPresent();
  }

  /**
   * Whether it may be stopped, if there is one.
   *
   * @param yes the word on the button that stops it
   */
  boolean mayEnd(String yes) {
    LabRun run = model.currentProperty().get();
    if (run == null || !run.status().state().active()) {
      return true;
    }
    String after =
        run.folder().isPresent()
            ? "It can be resumed later from the list of runs."
            : "It is not being saved, so it cannot go on later.";
    return dialogs.confirm("Stop the run in progress?", after, yes);
  }
}
