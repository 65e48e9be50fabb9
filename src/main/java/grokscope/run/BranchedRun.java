package grokscope.run;

import grokscope.train.RunRequest;

/**
 * A branch whose folder is made, and which can begin.
 *
 * @param request what to run
 * @param recorder what records it, in its folder; the caller closes it, or the run's end does
 */
public record BranchedRun(RunRequest request, RunRecorder recorder) {}
