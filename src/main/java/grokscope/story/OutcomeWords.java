package grokscope.story;

import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.story.ReachedMark.Kind;
import grokscope.task.Task;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.StepInterval;
import grokscope.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a run is, in words: its sentence and its marks. Stateless, any thread. */
public final class OutcomeWords {
  private OutcomeWords() {}

  /** The word for reaching the test threshold: grokked only after a delay. */
  public static String reached(Outcome outcome) {
    return reached(outcome.rise() == Outcome.Rise.LATE, outcome.field().fresh());
  }

  /** The same at the moment when it is reached. */
  public static String reached(RunEvent.Generalized event, boolean fresh) {
    return reached(event.grokking(), fresh);
  }

  private static String reached(boolean late, boolean fresh) {
    if (fresh) {
      return "understood";
    }
    return late ? "grokked" : "generalised";
  }

  /** What it has reached and lost, in the order of the steps. */
  static List<ReachedMark> marks(Outcome outcome) {
    List<ReachedMark> marks = new ArrayList<>();
    if (outcome.verdict() == PhaseVerdict.FROM_START) {
      marks.add(new ReachedMark(Kind.START, new StepInterval(-1, 0), "right from the start"));
      return marks;
    }
    if (!outcome.field().fresh()) {
      outcome
          .memorized()
          .ifPresent(at -> marks.add(new ReachedMark(Kind.MEMORIZED, at, "memorised")));
    }
    outcome
        .generalized()
        .ifPresent(at -> marks.add(new ReachedMark(Kind.GENERALIZED, at, reached(outcome))));
    outcome
        .lostAt()
        .ifPresent(at -> marks.add(new ReachedMark(Kind.LOST, at, lost(outcome.verdict()))));
    marks.sort((one, other) -> Integer.compare(one.at().by(), other.at().by()));
    return marks;
  }

  private static String lost(PhaseVerdict verdict) {
    return switch (verdict) {
      case COLLAPSED -> "collapsed";
      case FORGOTTEN -> "forgotten";
      default -> "lost again";
    };
  }

  /**
   * One sentence; empty before the first evaluation.
   *
   * @param over whether the run is over
   */
  public static String sentence(Outcome outcome, boolean over) {
    if (outcome.step() < 0 && outcome.memorized().isEmpty() && outcome.generalized().isEmpty()) {
      return "";
    }
    PhaseVerdict verdict = outcome.verdict();
    return switch (verdict) {
      case NOT_LEARNED ->
          over
              ? "Not learned: only " + right(outcome.trainAccuracy(), "training") + "."
              : "Learning: "
                  + right(outcome.trainAccuracy(), "training")
                  + (outcome.trainAccuracy() >= Task.LEARNED
                      ? "; two more evaluations have to confirm it."
                      : " so far.");
      case MEMORIZED_ONLY ->
          "Memorised only: " + right(outcome.testAccuracy(), "hidden") + (over ? "." : " so far.");
      case IN_PART ->
          (over ? "Generalised in part: " : "Generalising: ")
              + right(outcome.testAccuracy(), "hidden")
              + (over ? "." : " so far.");
      case FROM_START -> "Right from the start: no training was needed.";
      case NO_DELAY -> "No delay: " + together(outcome) + ".";
      case SHORT_DELAY ->
          "A short delay: the hidden examples were understood "
              + steps(delay(outcome))
              + " after the training examples were memorised, too soon to call it grokking.";
      case GROKKING -> "Grokked: " + late(outcome) + ".";
      case UNGROKKED ->
          "Lost again: only "
              + right(outcome.testAccuracy(), outcome.field().fresh() ? "test" : "hidden")
              + "; it had "
              + reached(outcome)
              + outcome.generalized().map(OutcomeWords::by).orElse("")
              + ".";
      case FORGOTTEN ->
          "Forgotten: only "
              + right(outcome.trainAccuracy(), "training")
              + "; they had been memorised"
              + outcome.memorized().map(OutcomeWords::by).orElse("")
              + ".";
      case COLLAPSED ->
          "Collapsed: Σw² has shrunk from "
              + size(outcome.greatestNorm())
              + " to "
              + size(outcome.weightNorm())
              + ", and only "
              + (outcome.field().fresh()
                  ? right(outcome.testAccuracy(), "test")
                  : right(outcome.trainAccuracy(), "training"))
              + ".";
      case LEARNING, LEARNED_IN_PART ->
          over
              ? (verdict == PhaseVerdict.LEARNING ? "Not learned: only " : "Understood in part: ")
                  + right(outcome.testAccuracy(), "test")
                  + "."
              : "Learning: every step brings new examples; "
                  + right(outcome.testAccuracy(), "test")
                  + " so far.";
      case LEARNED -> "Understood: " + right(outcome.testAccuracy(), "test") + ".";
      case DIVERGED -> "Diverged: the loss has grown beyond all bounds.";
    };
  }

  /** "28.0 % of the hidden examples are answered correctly". */
  private static String right(double share, String which) {
    return Double.isNaN(share)
        ? "it is not measured how many of the " + which + " examples are answered correctly"
        : NumberText.perCent(share) + " of the " + which + " examples are answered correctly";
  }

  private static String together(Outcome outcome) {
    Optional<StepInterval> memorized = outcome.memorized();
    if (memorized.isEmpty()) {
      return "the hidden examples are understood, though not all training examples are learned";
    }
    int delay = delay(outcome);
    if (delay < 0) {
      return "the hidden examples were understood "
          + steps(-delay)
          + " before the last training examples were learned";
    }
    return delay == 0
        ? "the hidden examples were understood together with the training examples"
        : "the hidden examples were understood only "
            + steps(delay)
            + " after the training examples";
  }

  private static String late(Outcome outcome) {
    int memorized = outcome.memorized().map(StepInterval::by).orElse(0);
    int generalized = outcome.generalized().map(StepInterval::by).orElse(0);
    String when =
        "the training examples were memorised by step "
            + NumberText.count(memorized)
            + " and the hidden ones understood by step "
            + NumberText.count(generalized);
    return memorized < 1
        ? when
        : when + ", " + times(generalized / (double) memorized) + " times the steps";
  }

  /** How many times as late: two digits below ten. */
  static String times(double factor) {
    return factor < 10
        ? String.format(Locale.ROOT, "%.1f", factor)
        : NumberText.count(Math.round(factor));
  }

  private static int delay(Outcome outcome) {
    return outcome.generalized().map(StepInterval::by).orElse(0)
        - outcome.memorized().map(StepInterval::by).orElse(0);
  }

  private static String by(StepInterval at) {
    return " by step " + NumberText.count(at.by());
  }

  private static String steps(int count) {
    return NumberText.count(count) + (count == 1 ? " step" : " steps");
  }

  private static String size(double norm) {
    return norm >= 10 ? NumberText.count(Math.round(norm)) : NumberText.threeDigits(norm);
  }
}
