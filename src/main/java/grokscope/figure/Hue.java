package grokscope.figure;

import grokscope.story.PhaseBand;
import grokscope.story.ReachedMark;
import java.util.List;

/** A place in the palette, which holds a colour for it on every theme. Immutable, any thread. */
public enum Hue {
  /** What is measured on the examples that the network learns from. */
  TRAIN,
  /** What is measured on the examples that were held out. */
  TEST,
  /** What is measured on the weights. */
  NORM,
  /** What the circuit alone answers. */
  RESTRICTED,
  /** What is answered without the circuit. */
  EXCLUDED,
  /** Where a knob was turned. */
  KNOB,
  /** The first answer of several. */
  ANSWER_1,
  /** The second answer. */
  ANSWER_2,
  /** The third answer. */
  ANSWER_3,
  /** The fourth answer. */
  ANSWER_4,
  /** The fifth answer. */
  ANSWER_5,
  /** The sixth answer. */
  ANSWER_6,
  /** The seventh answer. */
  ANSWER_7,
  /** The eighth answer. */
  ANSWER_8;

  /** Those of several answers, in the order of the answers. */
  public static final List<Hue> ANSWERS =
      List.of(ANSWER_1, ANSWER_2, ANSWER_3, ANSWER_4, ANSWER_5, ANSWER_6, ANSWER_7, ANSWER_8);

  /** That of a phase. */
  public static Hue of(PhaseBand.Phase phase) {
    return switch (phase) {
      case MEMORIZING -> TRAIN;
      case FORMATION -> RESTRICTED;
      case CLEANUP -> TEST;
      case LOST -> KNOB;
    };
  }

  /** That of what a run has reached or lost. */
  public static Hue of(ReachedMark.Kind kind) {
    return switch (kind) {
      case MEMORIZED -> TRAIN;
      case START, GENERALIZED, LOST -> TEST;
    };
  }
}
