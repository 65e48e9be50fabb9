package grokscope.train.loop;

import grokscope.task.Progress;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunStatus;
import java.util.Queue;
import java.util.concurrent.CancellationException;

/**
 * Tells a run's listener how far its data are, and ends their making when a command to stop has
 * come. Trainer thread only.
 */
final class Preparation implements Progress {
  private final long run;
  private final int steps;
  private final Queue<Command> inbox;
  private final RunListener listener;
  private int percent;

  Preparation(long run, int steps, Queue<Command> inbox, RunListener listener) {
    this.run = run;
    this.steps = steps;
    this.inbox = inbox;
    this.listener = listener;
    listener.onStatus(RunStatus.preparing(run, steps, "", 0));
  }

  @Override
  public void reached(String doing, double share) {
    // Other commands stay for the loop, which obeys them before its first step.
    if (inbox.stream().anyMatch(Command.Stop.class::isInstance)) {
      throw new CancellationException();
    }
    int now = (int) (100 * share);
    if (now == percent) {
      return;
    }
    percent = now;
    // The network comes after the data, and nobody counts how far that is.
    listener.onStatus(
        share < 1
            ? RunStatus.preparing(run, steps, doing, share)
            : RunStatus.preparing(run, steps, "", 0));
  }
}
