package grokscope.figure;

import grokscope.story.PhaseBand;
import grokscope.story.ReachedMark;
import java.util.List;

/**
 * What a colour stands for, and that colour on light and dark grounds: the blue and vermilion of
 * Okabe and Ito for train and test, lifted on dark grounds until they are as far from the ground.
 * They are told apart by every kind of colour vision. Immutable, any thread.
 */
public enum Hue {
  /** What is measured on the examples that the network learns from. */
  TRAIN(0x0072b2, 0x4aa8e8),
  /** What is measured on the examples that were held out. */
  TEST(0xd55e00, 0xf0883e),
  /** What is measured on the weights. */
  NORM(0x6f42c1, 0xb392f0),
  /** What the circuit alone answers. */
  RESTRICTED(0x00785a, 0x2fc498),
  /** What is answered without the circuit. */
  EXCLUDED(0xb0467f, 0xee8fc0),
  /** Where a knob was turned. */
  KNOB(0x57606a, 0x8b949e),
  /** The first answer of several. */
  ANSWER_1(0x6a000b, 0xc23f30),
  /** The second answer. */
  ANSWER_2(0x77004c, 0xcb5092),
  /** The third answer. */
  ANSWER_3(0x6e228b, 0xb472e1),
  /** The fourth answer. */
  ANSWER_4(0x4c45b4, 0x84a0fe),
  /** The fifth answer. */
  ANSWER_5(0x016baa, 0x40c7fe),
  /** The sixth answer. */
  ANSWER_6(0x058292, 0x12e7de),
  /** The seventh answer. */
  ANSWER_7(0x01967c, 0x7ffb9e),
  /** The eighth answer. */
  ANSWER_8(0x4da537, 0xf6f860);

  /**
   * Those of several answers, in the order of the answers: even steps of lightness, which every
   * kind of colour vision sees, with hues from red over blue to green.
   */
  public static final List<Hue> ANSWERS =
      List.of(ANSWER_1, ANSWER_2, ANSWER_3, ANSWER_4, ANSWER_5, ANSWER_6, ANSWER_7, ANSWER_8);

  private final int light;
  private final int dark;

  Hue(int light, int dark) {
    this.light = light;
    this.dark = dark;
  }

  /** Its colour on a light ground, as 0xRRGGBB. */
  public int light() {
    return light;
  }

  /** Its colour on a dark ground, as 0xRRGGBB. */
  public int dark() {
    return dark;
  }

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
