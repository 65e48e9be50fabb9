package grokscope.ui;

import grokscope.telemetry.RunEvent;

/** What the model tells the view that draws the curves. Called on the FX thread. */
interface LabEvents {
  /** A new run has begun; the model's current run is this one. */
  void began(LabRun run);

  /** The current run's history has grown. */
  void grew(LabRun run);

  /** Something happened to the current run. */
  void happened(LabRun run, RunEvent event);
}
