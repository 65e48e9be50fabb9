package grokscope.measure.phase;

import grokscope.config.RunConfig;
import grokscope.task.Task;
import grokscope.telemetry.RunState;
import grokscope.telemetry.StepInterval;
import java.util.Optional;

/**
 * Decides what a run is, from its evaluations, and from what its trainer or its files say of it
 * where the evaluations are not all there. All words for a run come from this class. Its rules:
 *
 * <ul>
 *   <li><b>Learned by heart, and understood:</b> train accuracy has reached {@link Task#LEARNED},
 *       and test accuracy the task's own threshold, at {@value #HELD} evaluations in a row, so that
 *       a spike does not count.
 *   <li><b>Delay:</b> from the first to the second, by the evaluations that showed them. It is
 *       grokking when understanding took at least {@value #LATE} times the steps of memorising, or
 *       came at least {@value #LONG_DELAY} steps later: Liu et al. 2022 (arXiv 2205.10343) draw the
 *       line there, and the factor is for networks that learn in fewer steps than theirs. Otherwise
 *       there is none when it is shorter than half of the steps that memorising took, or than the
 *       distance between the evaluations there, below which nothing can be seen. What lies between
 *       is a short delay, and neither.
 *   <li><b>Evaluations too far apart:</b> where so many steps lie between them that the delay might
 *       be grokking or might not, as between the checkpoints of another program, that is all that
 *       is said.
 *   <li><b>Nothing known of training:</b> where train accuracy was never measured, because nobody
 *       knows which examples were trained on, nothing is said of memorising, nor of a delay.
 *   <li><b>Right from the start:</b> both were so before the first step.
 *   <li><b>In part:</b> test accuracy is at least {@value RunCriteria#PART} more than before the
 *       first step, and more than guessing would bring by three standard errors, at {@value #HELD}
 *       evaluations, but below its threshold; and no longer so when it was not at {@value
 *       #LOST_HELD}. A table of few numbers has few hidden pairs, of which a third may be right by
 *       chance.
 *   <li><b>Lost again:</b> understood once, and below 10/11 of the threshold (0.9 where that is
 *       0.99, 0.82 where it is 0.9) at the last {@value #LOST_HELD} evaluations. By this rule all
 *       end values between 0.5 and 0.9 of runs that keep little of their data are losses: the share
 *       that is forgotten grows without a step in between. There are that many evaluations because
 *       a spike of the loss can take three of them.
 *   <li><b>Forgotten:</b> learned by heart once, and right on less than a half of either set (where
 *       guessing brings much, less than the middle between that and 1) at the last {@value
 *       #LOST_HELD} evaluations: weights that decayed to nothing, or a training set that grew. Less
 *       than a half, because a network that unlearns wrong labels may end far below 0.99 on its
 *       training set, with all of the test set right.
 *   <li><b>Collapsed:</b> right on less than a half of either set, at the last {@value #LOST_HELD}
 *       evaluations, with Σw² below a tenth of its greatest value: the weights are gone, whether or
 *       not the training set had been learned before.
 *   <li><b>Diverged:</b> the trainer has said so, or train loss is above {@value #HOPELESS_LOSS} or
 *       no number any more.
 *   <li>With <b>new examples in every step</b> there is nothing to memorise, so neither a delay nor
 *       a memory that could be forgotten.
 * </ul>
 *
 * <p>One thread.
 */
public final class Outcome {
  /** At how many evaluations in a row a level must be reached. */
  static final int HELD = 3;

  /** At how many evaluations in a row a level must be missed for it to be lost. */
  public static final int LOST_HELD = 10;

  /** A loss beyond this has left all sense, even if it is still a finite number. */
  static final double HOPELESS_LOSS = 1e9;

  private static final double GONE = 0.1; // of the greatest Σw²
  private static final double SHED = 0.95; // likewise
  private static final double LOST_SHARE = 10 / 11.0;

  /** From how many times the steps of memorising on it is grokking. */
  public static final int LATE = 3;

  private static final int LONG_DELAY = 1000;

  /** How test accuracy followed train accuracy. */
  public enum Rise {
    /** It has not reached its threshold. */
    NONE,
    /** With it, or before it. */
    AT_ONCE,
    /** After a delay that is too short for grokking. */
    SOON,
    /** The evaluations lie too far apart to tell. */
    UNSURE,
    /** After a delay that is grokking. */
    LATE
  }

  private final RunCriteria criteria;
  private final double partFrom;
  private final double lostBelow;
  private final HeldThreshold train;
  private final HeldThreshold test;
  private boolean recorded;
  private Optional<StepInterval> recordedMemorized = Optional.empty();
  private Optional<StepInterval> recordedGeneralized = Optional.empty();
  private boolean diverged;
  private boolean lossMeasured;
  private boolean trainMeasured;
  private double trainLoss;
  private double trainAccuracy = Double.NaN;
  private double testAccuracy = Double.NaN;
  private double weightNorm = Double.NaN;
  private double greatestNorm = Double.NaN;
  private int step = -1;
  private int lost;
  private StepInterval lostAt = new StepInterval(-1, 0); // where the present loss began
  private int inPart; // evaluations in a row
  private int notInPart;
  private boolean part;
  private double untrained = Double.NaN; // test accuracy before the first step
  private int forgotten;
  private StepInterval forgottenAt = new StepInterval(-1, 0);
  private boolean gone; // the weights
  private boolean everShed;
  private StepInterval goneAt = new StepInterval(-1, 0);

  /** An outcome of which nothing is known yet. */
  public Outcome(RunCriteria criteria) {
    this.criteria = criteria;
    this.partFrom = criteria.partFrom();
    this.lostBelow = LOST_SHARE * criteria.threshold();
    this.train = memorizing();
    this.test = generalizing(criteria.threshold());
  }

  /** The same of a run with this config. */
  public static Outcome of(RunConfig config) {
    return new Outcome(RunCriteria.of(config));
  }

  /** Finds when train accuracy shows that the training set is known by heart. */
  public static HeldThreshold memorizing() {
    return new HeldThreshold(Task.LEARNED, HELD);
  }

  /** Finds when test accuracy shows that the task is understood. */
  public static HeldThreshold generalizing(double threshold) {
    return new HeldThreshold(threshold, HELD);
  }

  /** Whether a training loss shows that the run has diverged. */
  public static boolean hopeless(double loss) {
    return !(loss <= HOPELESS_LOSS); // true for NaN as well
  }

  /** Takes the next evaluation; NaN stands for what is not measured. */
  public void observe(
      int step, double trainLoss, double trainAccuracy, double testAccuracy, double weightNorm) {
    train.observe(step, trainAccuracy);
    test.observe(step, testAccuracy);
    StepInterval here = new StepInterval(this.step, step);
    this.step = step;
    this.trainLoss = trainLoss;
    this.trainAccuracy = trainAccuracy;
    this.testAccuracy = testAccuracy;
    this.weightNorm = weightNorm;
    lossMeasured |= Double.isFinite(trainLoss);
    trainMeasured |= !Double.isNaN(trainAccuracy);
    greatestNorm =
        weightNorm > greatestNorm || Double.isNaN(greatestNorm) ? weightNorm : greatestNorm;
    untrained = step == 0 ? testAccuracy : untrained;
    boolean above = testAccuracy >= partFrom && !(testAccuracy < untrained + RunCriteria.PART);
    inPart = above ? inPart + 1 : 0;
    notInPart = above ? 0 : notInPart + 1;
    part = (part || inPart >= HELD) && notInPart < LOST_HELD;
    lost = testAccuracy < lostBelow ? lost + 1 : 0;
    lostAt = lost == 1 ? here : lostAt;
    everShed |= train.found().isPresent() && shed();
    boolean unknown = trainAccuracy < criteria.middle() && !(testAccuracy >= criteria.middle());
    forgotten = unknown ? forgotten + 1 : 0;
    forgottenAt = forgotten == 1 ? here : forgottenAt;
    boolean before = gone;
    gone = weightNorm < GONE * greatestNorm;
    goneAt = gone && !before ? here : goneAt;
  }

  private boolean knew() {
    return generalized().isPresent() || (!criteria.fresh() && memorized().isPresent());
  }

  /** What the run is held against. */
  public RunCriteria criteria() {
    return criteria;
  }

  /** The step of the last evaluation; −1 before the first. */
  public int step() {
    return step;
  }

  /** The last train accuracy; NaN where there is none. */
  public double trainAccuracy() {
    return trainAccuracy;
  }

  /** The last test accuracy; NaN where there is none. */
  public double testAccuracy() {
    return testAccuracy;
  }

  /** The last Σw²; NaN where there is none. */
  public double weightNorm() {
    return weightNorm;
  }

  /** The greatest Σw² so far; NaN where there is none. */
  public double greatestNorm() {
    return greatestNorm;
  }

  /** Where what was understood or learned by heart was lost, if the verdict is that it was. */
  public Optional<StepInterval> lostAt() {
    return switch (verdict()) {
      case UNGROKKED -> Optional.of(lostAt);
      case FORGOTTEN -> Optional.of(forgottenAt);
      case COLLAPSED -> Optional.of(knew() ? forgottenAt : goneAt);
      default -> Optional.empty();
    };
  }

  /**
   * Takes the trainer's or a file's word, which goes before what was observed: it may know more
   * evaluations.
   */
  public void tell(
      RunState state, Optional<StepInterval> memorized, Optional<StepInterval> generalized) {
    recorded = true;
    diverged = state == RunState.DIVERGED;
    recordedMemorized = memorized;
    recordedGeneralized = generalized;
  }

  /** When the training set was known by heart. */
  public Optional<StepInterval> memorized() {
    return recorded ? recordedMemorized : train.found();
  }

  /** When the task was understood. */
  public Optional<StepInterval> generalized() {
    return recorded ? recordedGeneralized : test.found();
  }

  /** The first, as the evaluations show it. */
  public Optional<StepInterval> measuredMemorized() {
    return train.found();
  }

  /** The second, as the evaluations show it. */
  public Optional<StepInterval> measuredGeneralized() {
    return test.found();
  }

  /** How understanding came, whether or not it is still there. */
  public Rise rise() {
    return rise(memorized(), generalized());
  }

  /** How understanding came, by when the training set was known and when the test set was. */
  public static Rise rise(Optional<StepInterval> memorized, Optional<StepInterval> generalized) {
    if (generalized.isEmpty()) {
      return Rise.NONE;
    }
    if (memorized.isEmpty()) {
      return Rise.AT_ONCE;
    }
    StepInterval first = memorized.get();
    StepInterval then = generalized.get();
    if (!first.wide() && !then.wide()) {
      return rise(first.by(), then.by());
    }
    Rise soonest = rise(first.by(), then.after() + 1);
    Rise latest = rise(first.after() + 1, then.by());
    return soonest == latest ? soonest : Rise.UNSURE;
  }

  private static Rise rise(int memorized, int generalized) {
    int delay = generalized - memorized;
    boolean muchLater = delay > 0 && generalized >= LATE * memorized;
    if (muchLater || delay >= LONG_DELAY) {
      return Rise.LATE;
    }
    return delay < Math.max(1, memorized / 2.0) ? Rise.AT_ONCE : Rise.SOON;
  }

  /** Whether half or more of the hidden examples are answered rightly. */
  public boolean atLeastHalf() {
    return testAccuracy >= RunCriteria.HALF;
  }

  /** Whether weights have been given up: Σw² is clearly below its greatest value. */
  public boolean shed() {
    return !(weightNorm >= SHED * greatestNorm);
  }

  /** Whether that was so at any evaluation since the training set was known. */
  public boolean everShed() {
    return everShed;
  }

  /** Whether what was understood is not all there at the moment. */
  public boolean wavers() {
    return lost > 0;
  }

  /** Whether the hidden examples are half understood, more than guessing makes it seem. */
  public boolean halfUnderstood() {
    return testAccuracy >= criteria.middle();
  }

  /** Whether a part of the hidden examples is understood, more than guessing makes it seem. */
  public boolean understoodInPart() {
    return part;
  }

  /**
   * Whether fewer than half of the hidden examples are; neither is known where none is measured.
   */
  public boolean lessThanHalf() {
    return testAccuracy < RunCriteria.HALF;
  }

  /**
   * Whether the last evaluation may be one of a run that has lost something, so that those before
   * it must be known.
   */
  public boolean fallen() {
    return (generalized().isPresent() && lost > 0) || forgotten > 0;
  }

  /** What the run is, as far as it was trained. */
  public PhaseVerdict verdict() {
    if (diverged || (lossMeasured && hopeless(trainLoss))) {
      return PhaseVerdict.DIVERGED;
    }
    if (step >= 0 && !trainMeasured && !criteria.fresh() && memorized().isEmpty()) {
      return PhaseVerdict.UNTOLD;
    }
    if (forgotten >= LOST_HELD && gone) {
      return PhaseVerdict.COLLAPSED;
    }
    if (!criteria.fresh() && memorized().isPresent() && forgotten >= LOST_HELD) {
      return PhaseVerdict.FORGOTTEN;
    }
    if (generalized().isPresent()) {
      return lost >= LOST_HELD ? PhaseVerdict.UNGROKKED : understood();
    }
    if (criteria.fresh()) {
      return part ? PhaseVerdict.LEARNED_IN_PART : PhaseVerdict.LEARNING;
    }
    if (memorized().isEmpty()) {
      return PhaseVerdict.NOT_LEARNED;
    }
    return part ? PhaseVerdict.IN_PART : PhaseVerdict.MEMORIZED_ONLY;
  }

  private PhaseVerdict understood() {
    if (criteria.fresh()) {
      return PhaseVerdict.LEARNED;
    }
    if (atStart(memorized()) && atStart(generalized())) {
      return PhaseVerdict.FROM_START;
    }
    return switch (rise()) {
      case LATE -> PhaseVerdict.GROKKING;
      case SOON -> PhaseVerdict.SHORT_DELAY;
      case UNSURE -> PhaseVerdict.UNTIMED;
      default -> PhaseVerdict.NO_DELAY;
    };
  }

  private static boolean atStart(Optional<StepInterval> at) {
    return at.filter(interval -> interval.by() == 0).isPresent();
  }
}
