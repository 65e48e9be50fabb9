package grokscope.ui.picture.activation;

import grokscope.telemetry.snapshot.NeuronMaps;
import grokscope.ui.color.ColorMap;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.Pen;
import java.util.Arrays;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.TextAlignment;

/**
 * Draws the part of a shelf of neurons that can be seen, as one image. A pair is a whole number of
 * pixels: waves of a few pairs would look like other waves if some were left out. FX thread only.
 */
final class NeuronThumbs {
  private static final double LARGE_ENOUGH = 44;
  private static final double HEADING = 20;

  private WritableImage image = new WritableImage(1, 1);
  private int[] pixels = new int[1];

  /** How many pixels of a thumbnail a pair has. */
  static int zoom(int side) {
    return (int) Math.max(1, Math.round(LARGE_ENOUGH / side));
  }

  /**
   * Draws.
   *
   * @param top how much of the shelf is above the upper edge, in pixels
   */
  void draw(
      Pen pen,
      PictureColors pictureColors,
      NeuronMaps maps,
      NeuronShelf shelf,
      double top,
      double width,
      double height) {
    clear((int) width, (int) height);
    for (NeuronShelf.Thumb thumb : shelf.between(top, top + height)) {
      copy(maps, thumb, (int) Math.round(thumb.y() - top), (int) width, (int) height);
    }
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            (int) width,
            (int) height,
            PixelFormat.getIntArgbInstance(),
            pixels,
            0,
            (int) width);
    pen.drawImage(image, 0, 0, (int) width, (int) height);
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setFill(pictureColors.text());
    for (NeuronShelf.Heading heading : shelf.headings()) {
      double y = heading.y() - top;
      if (y > -HEADING && y < height) {
        pen.fillText(heading.words(), 0, y + HEADING / 2);
      }
    }
    pen.setTextAlign(TextAlignment.CENTER);
  }

  private void clear(int width, int height) {
    if ((int) image.getWidth() != width || (int) image.getHeight() != height) {
      image = new WritableImage(width, height);
      pixels = new int[width * height];
    } else {
      Arrays.fill(pixels, 0);
    }
  }

  private void copy(NeuronMaps maps, NeuronShelf.Thumb thumb, int top, int width, int height) {
    int side = maps.side();
    int zoom = zoom(side);
    int map = thumb.neuron() * side * side;
    int left = (int) thumb.x();
    for (int row = Math.max(0, -top); row < side * zoom && top + row < height; row++) {
      int b = side - 1 - row / zoom;
      int to = (top + row) * width + left;
      for (int column = 0; column < side * zoom && left + column < width; column++) {
        int level = maps.levels()[map + column / zoom * side + b] & 0xff;
        pixels[to + column] = ColorMap.SEQUENTIAL.level(level);
      }
    }
  }
}
