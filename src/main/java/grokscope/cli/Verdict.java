package grokscope.cli;

import grokscope.run.format.RunText;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import java.util.Optional;

/** How a run ended, as an exit code and in words. Stateless, any thread. */
public final class Verdict {
  public static final int OK = 0;
  public static final int FAILURE = 1;
  public static final int BAD_INPUT = 2;
  public static final int INTERRUPTED = 130;

  private Verdict() {}

  /** Why a run did not end as asked, in one sentence; empty when it did. */
  public static Optional<String> complaint(RunSummary summary, Goal goal) {
    if (summary.state() == goal.state() && goal.reached(summary)) {
      return Optional.empty();
    }
    if (summary.state() == RunState.FINISHED) {
      return Optional.of(
          summary
              .generalizedAt()
              .filter(at -> goal.early(true))
              .map(at -> "the run generalised at " + at + ", but " + goal.missed() + ".")
              .orElse(
                  "the run took all its "
                      + summary.steps()
                      + " steps, but "
                      + goal.missed()
                      + "."));
    }
    String reason = summary.message().isEmpty() ? "" : ": " + summary.message();
    return Optional.of("the run " + RunText.word(summary.state()) + reason + ".");
  }
}
