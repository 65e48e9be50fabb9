package grokscope.ui;

import grokscope.run.RunFolder;
import grokscope.telemetry.Checkpoint;
import grokscope.train.RunRequest;
import java.util.Optional;

/**
 * A stored run, or a branch of one, that is ready to go on. Immutable, any thread.
 *
 * @param request what to run
 * @param recording what records it; its folder is made
 * @param before what was recorded until now, of which all up to the checkpoint stays
 * @param parent the run of which it is a branch
 */
record GoingOn(
    RunRequest request,
    RunRecords.Recording recording,
    OpenedRun before,
    Optional<RunFolder> parent) {
  /** The step of the checkpoint; −1 when it begins again. */
  int step() {
    return request.from().map(Checkpoint::step).orElse(-1);
  }
}
