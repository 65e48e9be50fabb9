package grokscope.app;

import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.train.Command;
import grokscope.train.TrainingSession;

/**
 * Drives a run that starts paused through a warm-up lap and then to its end. Trainer thread only.
 */
record TwoLaps(TrainingSession session, int warmUp) implements RunListener {
  @Override
  public void happened(RunEvent event) {
    if (event instanceof RunEvent.StateChanged changed && changed.state() == RunState.PAUSED) {
      session.send(event.step() == 0 ? new Command.Step(warmUp) : new Command.Resume());
    }
  }
}
