package grokscope.ui.session;

import grokscope.telemetry.RunEvent;

/**
 * What the runs of a window report to the views; a method that is left out ignores its kind of
 * event. Called on the FX thread.
 */
public interface LabEvents {
  /**
   * Another run is shown from now on: one that has just begun, one that goes on, or one that is
   * over.
   */
  default void onBegin(LabRun run) {}

  /** The shown run's history has grown, or what it is has changed. */
  default void onGrowth(LabRun run) {}

  /** Something happened to the shown run, now or before it was shown. */
  default void onEvent(LabRun run, RunEvent event) {}

  /** Something happened to a run of the window that is not the one shown. */
  default void onEventElsewhere(LabRun run, RunEvent event) {}
}
