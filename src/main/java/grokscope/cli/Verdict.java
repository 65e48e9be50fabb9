package grokscope.cli;

import grokscope.measure.phase.Outcome;
import grokscope.run.format.RunText;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.StepInterval;
import java.util.Locale;
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
    boolean reached =
        switch (goal) {
          case STEPS -> summary.state() == RunState.FINISHED;
          case GROKKED -> summary.state() == RunState.FINISHED && summary.grokkedAt().isPresent();
          case DIVERGED -> summary.state() == RunState.DIVERGED;
        };
    if (reached) {
      return Optional.empty();
    }
    if (summary.state() == RunState.FINISHED) {
      return Optional.of(
          "the run took all its " + summary.steps() + " steps, but " + goal.missed() + ".");
    }
    String reason = summary.message().isEmpty() ? "" : ": " + summary.message();
    return Optional.of("the run " + RunText.word(summary.state()) + reason + ".");
  }

  /** When the run memorised and grokked, in one sentence. */
  public static String words(RunSummary summary) {
    if (summary.grokkedAt().isEmpty()) {
      return summary
          .memorizedAt()
          .map(at -> "Memorised at " + at + ", but did not grok in " + summary.steps() + " steps.")
          .orElse("Did not memorise in " + summary.steps() + " steps.");
    }
    StepInterval grokked = summary.grokkedAt().get();
    Outcome.Rise rise = Outcome.rise(summary.memorizedAt(), summary.grokkedAt());
    String reached = rise == Outcome.Rise.LATE ? "grokked at " : "generalised at ";
    if (summary.memorizedAt().isEmpty()) {
      return "Generalised at " + grokked + ".";
    }
    StepInterval memorized = summary.memorizedAt().get();
    double times = grokked.by() / (double) memorized.by();
    String delay =
        memorized.by() < 1 || times < 1
            ? ""
            : String.format(
                Locale.ROOT,
                times < 10 ? ": %.1f times the steps" : ": %.0f times the steps",
                times);
    return "Memorised at " + memorized + ", " + reached + grokked + delay + ".";
  }
}
