package grokscope.ui.picture.answer;

import grokscope.figure.Hue;
import grokscope.telemetry.snapshot.AnswerSet;
import grokscope.ui.color.ColorMap;
import grokscope.ui.color.PictureColors;
import javafx.scene.paint.Color;

/** What the colour of a pair may tell. Immutable, any thread. */
enum AnswerColor {
  RIGHT_OR_WRONG("Right or wrong"),
  PROBABILITY("Probability of the expected answer"),
  CONFIDENCE("Confidence in its own answer");

  /** How much of its colour a wrong answer keeps. */
  static final double PALE = 0.2;

  private final String title;

  AnswerColor(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /**
   * The colour of an entry, as 0xAARRGGBB.
   *
   * @param split whether it is known what the network was trained on
   */
  int of(AnswerSet answers, int entry, boolean split, PictureColors pictureColors) {
    if (!answers.has(entry)) {
      return 0;
    }
    return switch (this) {
      case PROBABILITY -> ColorMap.SEQUENTIAL.argb(answers.probability()[entry]);
      case CONFIDENCE -> ColorMap.SEQUENTIAL.argb(answers.confidence()[entry]);
      case RIGHT_OR_WRONG -> ColorMap.argb(judged(answers, entry, split, pictureColors));
    };
  }

  private static Color judged(
      AnswerSet answers, int entry, boolean split, PictureColors pictureColors) {
    boolean unlearned = answers.mislabeled(entry) && answers.byRule(entry);
    Color full =
        unlearned
            ? pictureColors.palette().of(Hue.RESTRICTED)
            : !split
                ? pictureColors.muted()
                : pictureColors.palette().of(answers.train()[entry] ? Hue.TRAIN : Hue.TEST);
    return answers.right(entry) || unlearned ? full : pictureColors.pale(full, PALE);
  }
}
