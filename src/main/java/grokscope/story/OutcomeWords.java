package grokscope.story;

import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.story.ReachedMark.Kind;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.StepInterval;
import grokscope.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a run is, in words: its sentence and its marks. Stateless, any thread. */
public final class OutcomeWords {
  private static final int WORTH_SAYING = 10; // per cent of the answers, right by guessing

  private OutcomeWords() {}

  /** The word for reaching the test threshold: grokked only after a delay. */
  public static String reached(Outcome outcome) {
    return reached(outcome.rise() == Outcome.Rise.LATE, outcome.criteria().fresh());
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
    if (!outcome.criteria().fresh()) {
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
              ? "Not learned: only " + right(outcome, true) + "."
              : "Learning: " + right(outcome, true) + " so far.";
      case MEMORIZED_ONLY -> "Memorised only: " + right(outcome, false) + (over ? "." : " so far.");
      case IN_PART ->
          (over ? "Generalised in part: " : "Generalising: ")
              + right(outcome, false)
              + (over ? "." : " so far.");
      case FROM_START -> "Right from the start: no training was needed.";
      case NO_DELAY -> "No delay: " + together(outcome) + ".";
      case UNTIMED ->
          "Generalised: "
              + between(outcome)
              + "; the evaluations lie too far apart to tell whether that was grokking.";
      case UNTOLD ->
          "It is not known which examples were trained on, so test loss and accuracy are those of"
              + " all examples, and nothing is said of memorising: "
              + NumberText.perCent(outcome.testAccuracy())
              + " of all examples are answered correctly.";
      case SHORT_DELAY ->
          "A short delay: "
              + (wide(outcome)
                  ? between(outcome)
                  : "the hidden examples were understood "
                      + steps(delay(outcome))
                      + " after the training examples were memorised")
              + "; grokking takes three times the steps,"
              + " or 1"
              + NumberText.THIN_SPACE
              + "000 more.";
      case GROKKING -> "Grokked: " + late(outcome) + ".";
      case UNGROKKED -> "Lost again: only " + right(outcome, false) + had(outcome) + ".";
      case FORGOTTEN ->
          "Forgotten: only "
              + right(outcome, true)
              + "; it had memorised them"
              + outcome.memorized().map(OutcomeWords::by).orElse("")
              + had(outcome)
              + ".";
      case COLLAPSED ->
          "Collapsed: Σw² has shrunk from "
              + size(outcome.greatestNorm())
              + " to "
              + size(outcome.weightNorm())
              + ", and only "
              + right(outcome, !outcome.criteria().fresh())
              + had(outcome)
              + ".";
      case LEARNING, LEARNED_IN_PART ->
          over
              ? (verdict == PhaseVerdict.LEARNING ? "Not learned: only " : "Understood in part: ")
                  + right(outcome, false)
                  + "."
              : "Learning: every step brings new examples; " + right(outcome, false) + " so far.";
      case LEARNED -> "Understood: " + right(outcome, false) + ".";
      case DIVERGED -> "Diverged: the loss has grown beyond all bounds" + had(outcome) + ".";
    };
  }

  /** "28.0 % of the hidden examples are answered correctly", beside guessing where that counts. */
  private static String right(Outcome outcome, boolean training) {
    double share = training ? outcome.trainAccuracy() : outcome.testAccuracy();
    String which = training ? "training" : outcome.criteria().fresh() ? "test" : "hidden";
    long guessing = Math.round(100 * outcome.criteria().guessing());
    String chance =
        guessing >= WORTH_SAYING
            ? " (guessing: " + NumberText.withUnit(NumberText.count(guessing), "%") + ")"
            : "";
    return Double.isNaN(share)
        ? "it is not measured how many of the " + which + " examples are answered correctly"
        : NumberText.perCent(share)
            + " of the "
            + which
            + " examples are answered correctly"
            + chance;
  }

  /** What it had reached before it was lost. */
  private static String had(Outcome outcome) {
    return outcome.generalized().map(at -> "; it had " + reached(outcome) + by(at)).orElse("");
  }

  private static String together(Outcome outcome) {
    Optional<StepInterval> memorized = outcome.memorized();
    if (memorized.isEmpty()) {
      return "the hidden examples are understood, though not all training examples are learned";
    }
    int delay = delay(outcome);
    if (wide(outcome)) {
      return between(outcome);
    }
    if (delay < 0) {
      return "the hidden examples were understood "
          + steps(-delay)
          + " before 99 % of the training examples were known";
    }
    return delay == 0
        ? "the hidden examples were understood together with the training examples"
        : "the hidden examples were understood only "
            + steps(delay)
            + " after the training examples were memorised, which took "
            + NumberText.count(memorized.get().by());
  }

  /** Whether the steps of either are not known closely. */
  private static boolean wide(Outcome outcome) {
    return outcome.memorized().filter(StepInterval::wide).isPresent()
        || outcome.generalized().filter(StepInterval::wide).isPresent();
  }

  private static String between(Outcome outcome) {
    return "the training examples were memorised "
        + outcome.memorized().map(OutcomeWords::between).orElse("")
        + " and the hidden ones understood "
        + outcome.generalized().map(OutcomeWords::between).orElse("");
  }

  private static String between(StepInterval at) {
    return at.after() < 0
        ? "by step " + NumberText.count(at.by())
        : "between steps " + NumberText.count(at.after()) + " and " + NumberText.count(at.by());
  }

  private static String late(Outcome outcome) {
    if (wide(outcome)) {
      return between(outcome);
    }
    int memorized = outcome.memorized().map(StepInterval::by).orElse(0);
    int generalized = outcome.generalized().map(StepInterval::by).orElse(0);
    String when =
        "the training examples were memorised by step "
            + NumberText.count(memorized)
            + " and the hidden ones understood by step "
            + NumberText.count(generalized);
    double factor = generalized / (double) memorized;
    if (memorized < 1) {
      return when;
    }
    return factor >= Outcome.LATE
        ? when + ", in " + times(factor) + " times as many steps"
        : when + ", " + steps(generalized - memorized) + " later";
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
