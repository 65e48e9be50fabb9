package grokscope.train.loop;

import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.RunListener;
import java.util.function.Function;

/** When a run hands out checkpoints, and why. Trainer thread only. */
final class LoopCheckpoints {
  private final CheckpointSchedule schedule;
  private final RunListener listener;
  private final Function<Checkpoint.Reason, Checkpoint> maker;
  private Checkpoint.Reason happened = Checkpoint.Reason.DUE;
  private Checkpoint.Reason madeFor = Checkpoint.Reason.DUE;
  private int madeAt = -1;

  LoopCheckpoints(
      CheckpointSchedule schedule,
      RunListener listener,
      Function<Checkpoint.Reason, Checkpoint> maker) {
    this.schedule = schedule;
    this.listener = listener;
    this.maker = maker;
  }

  /** A run goes on from this one. */
  void made(Checkpoint earlier) {
    madeAt = earlier.step();
    madeFor = earlier.reason();
  }

  /** Something happened at this step after which a checkpoint is made, due or not. */
  void happened(Checkpoint.Reason event) {
    happened = event;
  }

  /**
   * Hands out a checkpoint if one is due.
   *
   * @param ending whether it is due because the run ends here
   */
  void at(int step, boolean ending) {
    boolean due = schedule.isDue(step);
    if (happened.lasting()) {
      hand(step, happened);
    } else if (ending) {
      hand(step, Checkpoint.Reason.ENDED);
    } else if (due) {
      hand(step, schedule.reason());
    }
    happened = Checkpoint.Reason.DUE;
  }

  /** Hands out a checkpoint now. */
  void hand(int step, Checkpoint.Reason reason) {
    if (!listener.keepsCheckpoints()) {
      return;
    }
    // One that takes the place of another of the same step keeps what that one is kept for.
    boolean keeps = step == madeAt && madeFor.lasting() && !reason.lasting();
    madeFor = keeps ? madeFor : reason;
    madeAt = step;
    listener.onCheckpoint(maker.apply(madeFor));
  }
}
