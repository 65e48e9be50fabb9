package grokscope.measure.phase;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a run turned out to be, so far; {@link Outcome} has the rules. */
public enum PhaseVerdict {
  /** The training set is not known by heart. */
  NOT_LEARNED,
  /** It is, and no more of the hidden examples is answered correctly than by chance. */
  MEMORIZED_ONLY,
  /** It is, and a part of the hidden examples is answered correctly. */
  IN_PART,
  /** Both sets were known before the first step. */
  FROM_START,
  /** Both sets were learned together, or the hidden one first. */
  NO_DELAY,
  /** The hidden examples came later, but too soon for grokking. */
  SHORT_DELAY,
  /** The hidden examples came later, or with them: the evaluations lie too far apart to tell. */
  UNTIMED,
  /** Nobody knows which examples were trained on. */
  UNTOLD,
  /** Test accuracy followed long after train accuracy. */
  GROKKING,
  /** Test accuracy reached its threshold and is lost again. */
  UNGROKKED,
  /** The training set was known by heart and is so no longer. */
  FORGOTTEN,
  /** The weights are gone, and with them what they knew. */
  COLLAPSED,
  /** Every step brings new examples, and they are not understood. */
  LEARNING,
  /** Every step brings new examples, and a part of them is answered correctly. */
  LEARNED_IN_PART,
  /** Every step brings new examples, and they are answered correctly. */
  LEARNED,
  /** The loss is no longer a number, or beyond all sense. */
  DIVERGED;

  /** The verdict with this word. */
  public static Optional<PhaseVerdict> of(String word) {
    return Arrays.stream(values()).filter(verdict -> verdict.word().equals(word)).findFirst();
  }

  /** The word for it in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
