package grokscope.ui.picture.answer;

import grokscope.task.ImageSize;
import grokscope.telemetry.snapshot.Pixels;
import grokscope.ui.color.ColorMap;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.Pen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * The pictures that were seen last, which never change during a run; the oldest are given up. FX
 * thread only.
 */
final class PixelShelf {
  private static final int MOST = 2000;

  private final Map<Integer, byte[]> levels = new LinkedHashMap<>();
  private ImageSize size = new ImageSize(1, 1);

  /** Forgets all pictures; others of this size come. */
  void begin(ImageSize pictures) {
    levels.clear();
    size = pictures;
  }

  void keep(Pixels pixels) {
    int each = size.width() * size.height();
    for (int i = 0; i < pixels.examples().size(); i++) {
      byte[] picture = new byte[each];
      System.arraycopy(pixels.levels(), i * each, picture, 0, each);
      levels.put(pixels.examples().get(i), picture);
    }
    while (levels.size() > MOST) {
      levels.remove(levels.keySet().iterator().next());
    }
  }

  /** Those of the examples that are not here. */
  List<Integer> missing(List<Integer> examples) {
    return examples.stream().filter(example -> !levels.containsKey(example)).toList();
  }

  /** A zoom of whole pixels at which a picture is about as wide as is wanted. */
  int zoom(double wanted) {
    return (int) Math.max(1, Math.round(wanted / size.width()));
  }

  int width(int zoom) {
    return size.width() * zoom;
  }

  int height(int zoom) {
    return size.height() * zoom;
  }

  /** Draws a picture as ink on the background; nothing while it is not here. */
  void draw(Pen pen, PictureColors colors, int example, double x, double y, int zoom) {
    byte[] picture = levels.get(example);
    if (picture == null) {
      return;
    }
    int[] argb = new int[picture.length];
    for (int i = 0; i < picture.length; i++) {
      argb[i] = ink(colors, (picture[i] & 0xff) / 255.0);
    }
    WritableImage drawn = new WritableImage(size.width(), size.height());
    drawn
        .getPixelWriter()
        .setPixels(
            0,
            0,
            size.width(),
            size.height(),
            PixelFormat.getIntArgbInstance(),
            argb,
            0,
            size.width());
    pen.drawImage(drawn, x, y, width(zoom), height(zoom));
  }

  private static int ink(PictureColors colors, double level) {
    return ColorMap.argb(colors.pale(colors.text(), level));
  }
}
