package grokscope.ui.picture.paint;

import java.util.function.IntBinaryOperator;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** An image filled in one go, used again while its size stays. FX thread only. */
public final class PixelImage {
  private WritableImage image = new WritableImage(1, 1);
  private int[] pixels = new int[1];

  /**
   * Fills the image.
   *
   * @param color the colour at a column and a row from the top, as 0xAARRGGBB
   */
  public WritableImage fill(int width, int height, IntBinaryOperator color) {
    if ((int) image.getWidth() != width || (int) image.getHeight() != height) {
      image = new WritableImage(width, height);
      pixels = new int[width * height];
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = color.applyAsInt(x, y);
      }
    }
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return image;
  }
}
