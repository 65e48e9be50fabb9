package grokscope.ui.session;

import grokscope.telemetry.RunEvent;

/**
 * What the runs of a window report to the views; a method that is left out ignores its kind of
 * event. Called on the FX thread.
 */
public interface LabEvents {
  /** A new run has begun; it is the one that is shown. */
  default void onBegin(LabRun run) {}

  /** The current run's history has grown, or what it is has changed. */
  default void onGrowth(LabRun run) {}

  /** Something happened to the current run. */
  default void onEvent(LabRun run, RunEvent event) {}
}
