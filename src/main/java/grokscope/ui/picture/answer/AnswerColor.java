package grokscope.ui.picture.answer;

import grokscope.telemetry.snapshot.AnswerGrid;
import grokscope.ui.color.ColorMap;
import grokscope.ui.color.PictureColors;

/** What the colour of a pair may tell. Immutable, any thread. */
enum AnswerColor {
  RIGHT_OR_WRONG("Right or wrong"),
  PROBABILITY("Probability of the right answer"),
  CONFIDENCE("Confidence in its own answer");

  private static final double PALE = 0.2;

  private final String title;

  AnswerColor(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The colour of an entry of the grid, as 0xAARRGGBB. */
  int of(AnswerGrid grid, int index, PictureColors pictureColors) {
    if (grid.example()[index] < 0) {
      return 0;
    }
    return switch (this) {
      case PROBABILITY -> ColorMap.SEQUENTIAL.argb(grid.probability()[index]);
      case CONFIDENCE -> ColorMap.SEQUENTIAL.argb(grid.confidence()[index]);
      case RIGHT_OR_WRONG -> {
        var full =
            grid.train()[index] ? pictureColors.palette().train() : pictureColors.palette().test();
        yield ColorMap.argb(grid.right(index) ? full : pictureColors.pale(full, PALE));
      }
    };
  }
}
