package grokscope.run;

import grokscope.telemetry.Checkpoint;
import grokscope.train.loop.RunRequest;

/**
 * A run on disk, or a branch of one, that is ready to go on. Immutable, any thread.
 *
 * @param request what to run
 * @param recorder what records it, in its folder; the caller closes it, or the run's end does
 * @param before what stays of what was written; nothing for a run that begins again
 * @param remarks what the user has said of it; nothing of a branch
 */
public record ContinuedRun(RunRequest request, Recorder recorder, RunPast before, Remarks remarks) {
  /** The step of its checkpoint; −1 when it begins again. */
  public int step() {
    return request.from().map(Checkpoint::step).orElse(-1);
  }
}
