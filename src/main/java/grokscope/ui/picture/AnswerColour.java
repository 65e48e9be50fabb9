package grokscope.ui.picture;

import grokscope.telemetry.AnswerGrid;

/** What the colour of a pair may tell. Immutable, any thread. */
enum AnswerColour {
  RIGHT_OR_WRONG("Right or wrong"),
  PROBABILITY("Probability of the right answer"),
  CONFIDENCE("Confidence in its own answer");

  private static final double PALE = 0.2;

  private final String title;

  AnswerColour(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The colour of an entry of the grid, as 0xAARRGGBB. */
  int of(AnswerGrid grid, int index, Shades shades) {
    if (grid.example()[index] < 0) {
      return 0;
    }
    return switch (this) {
      case PROBABILITY -> ColourMap.SEQUENTIAL.argb(grid.probability()[index]);
      case CONFIDENCE -> ColourMap.SEQUENTIAL.argb(grid.confidence()[index]);
      case RIGHT_OR_WRONG -> {
        var full = grid.train()[index] ? shades.palette().train() : shades.palette().test();
        yield ColourMap.argb(grid.right(index) ? full : shades.pale(full, PALE));
      }
    };
  }
}
