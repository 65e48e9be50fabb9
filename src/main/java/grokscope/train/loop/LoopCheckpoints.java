package grokscope.train.loop;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.StateArchive;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.RunListener;
import grokscope.train.step.Experiment;

/**
 * Makes the checkpoints of a run when they are due, and puts back what one of them has. Trainer
 * thread only.
 */
final class LoopCheckpoints {
  private final RunRequest request;
  private final Experiment experiment;
  private final RunMeasures measures;
  private final ScriptFollower script;
  private final RunListener listener;
  private final CheckpointSchedule schedule;
  private Checkpoint.Reason happened = Checkpoint.Reason.DUE;
  private Checkpoint.Reason madeFor = Checkpoint.Reason.DUE;
  private int madeAt = -1;

  /**
   * How far a run is.
   *
   * @param step the number of updates done
   * @param config what it began with, and the knobs turned since
   * @param paused whether it waits for an order
   * @param seconds the time of its steps; NaN where it is not known
   */
  record Moment(int step, RunConfig config, boolean paused, double seconds) {}

  /**
   * No checkpoint yet.
   *
   * @param request what the run was asked to do
   * @param listener gets the checkpoints, if it keeps any
   */
  LoopCheckpoints(
      RunRequest request,
      Experiment experiment,
      RunMeasures measures,
      ScriptFollower script,
      RunListener listener) {
    this.request = request;
    this.experiment = experiment;
    this.measures = measures;
    this.script = script;
    this.listener = listener;
    this.schedule = new CheckpointSchedule(request.checkpointEvery());
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
  void at(Moment now, boolean ending) {
    boolean due = schedule.isDue(now.step());
    if (happened.lasting()) {
      hand(now, happened);
    } else if (ending) {
      hand(now, Checkpoint.Reason.ENDED);
    } else if (due) {
      hand(now, schedule.reason());
    }
    happened = Checkpoint.Reason.DUE;
  }

  /** Hands out a checkpoint now. */
  void hand(Moment now, Checkpoint.Reason reason) {
    if (!listener.keepsCheckpoints()) {
      return;
    }
    // One that takes the place of another of the same step keeps what that one is kept for.
    boolean keeps = now.step() == madeAt && madeFor.lasting() && !reason.lasting();
    madeFor = keeps ? madeFor : reason;
    madeAt = now.step();
    listener.onCheckpoint(made(now));
  }

  private Checkpoint made(Moment now) {
    StateWriter copied = new StateWriter();
    archive(copied);
    return new Checkpoint(
        now.step(),
        madeFor,
        request.config(),
        now.config(),
        now.paused(),
        experiment.backend(),
        experiment.lanes(),
        now.seconds(),
        copied.numbers(),
        experiment.weights(),
        copied.tensors());
  }

  /**
   * Puts back everything that a checkpoint has; the run goes on from its step.
   *
   * @throws IllegalArgumentException with one sentence when it does not fit the run
   */
  void goOn(Checkpoint from) {
    experiment.training().retune(from.latest());
    try {
      experiment.training().load(from.weights());
    } catch (InvalidConfig refused) {
      throw new IllegalArgumentException(refused.getMessage(), refused);
    }
    archive(new StateReader(from));
    madeAt = from.step();
    madeFor = from.reason();
  }

  private void archive(StateArchive state) {
    measures.archive(state);
    script.archive(state);
    experiment.training().archive(state);
  }
}
