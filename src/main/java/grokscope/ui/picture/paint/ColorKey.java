package grokscope.ui.picture.paint;

import grokscope.ui.color.ColorMap;
import grokscope.ui.color.PictureColors;
import java.util.function.IntToDoubleFunction;
import javafx.scene.text.TextAlignment;

/** A strip of colours with what its two ends mean. Drawn on a plot. Immutable. */
public record ColorKey(ColorMap map, String low, String high) {
  /** How high it is with its words. */
  public static final double HEIGHT = 16;

  private static final double STRIP = 8;
  private static final double WIDTH = 120;

  /** Draws it in the middle of a width, words on both sides. */
  public void draw(Pen pen, PictureColors pictureColors, double middle, double y) {
    double left = middle - WIDTH / 2;
    IntToDoubleFunction share = column -> column / (WIDTH - 1);
    for (int column = 0; column < WIDTH; column++) {
      pen.setFill(map.color(share.applyAsDouble(column)));
      pen.fillRect(left + column, y + (HEIGHT - STRIP) / 2, 1, STRIP);
    }
    pen.setFill(pictureColors.muted());
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.fillText(low, left - 6, y + HEIGHT / 2);
    pen.setTextAlign(TextAlignment.LEFT);
    pen.fillText(high, left + WIDTH + 6, y + HEIGHT / 2);
    pen.setTextAlign(TextAlignment.CENTER);
  }
}
