package grokscope.ui.picture.activation;

import grokscope.telemetry.snapshot.SequenceAttention;
import grokscope.text.NumberText;
import grokscope.ui.color.ColorMap;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.ColorKey;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PixelImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.TextAlignment;

/**
 * Draws where heads look in one sequence: a map for each head, its rows ask and its columns are
 * looked at. FX thread only.
 */
final class SequenceAttentionPlot {
  private static final double LEFT = 30;
  private static final double TOP = 18;
  private static final double GAP = 10;
  private static final double ROOM_FOR_TOKEN = 15;
  private static final double SMALLEST = 0.1;

  private final List<PixelImage> images = new ArrayList<>();

  /** The place of a head's map, with square cells; as many side by side as make these largest. */
  private static Rectangle2D place(SequenceAttention shown, int head, double width, double height) {
    int columns = columns(shown, width, height);
    double cell = cell(shown, columns, width, height);
    double across = width / columns;
    double down = (height - ColorKey.HEIGHT) / rows(shown, columns);
    return new Rectangle2D(
        head % columns * across + LEFT,
        Math.floor((double) head / columns) * down + 2 * TOP,
        cell * shown.tokens().length,
        cell * shown.asking().length);
  }

  private static int rows(SequenceAttention shown, int columns) {
    return (shown.heads() + columns - 1) / columns;
  }

  /** The size of a cell where this many maps stand side by side. */
  private static double cell(SequenceAttention shown, int columns, double width, double height) {
    double across = width / columns - LEFT - GAP;
    double down = (height - ColorKey.HEIGHT) / rows(shown, columns) - 2 * TOP - GAP;
    return Math.max(
        SMALLEST, Math.min(across / shown.tokens().length, down / shown.asking().length));
  }

  private static int columns(SequenceAttention shown, double width, double height) {
    return IntStream.rangeClosed(1, shown.heads())
        .boxed()
        .max(Comparator.comparingDouble(columns -> cell(shown, columns, width, height)))
        .orElse(1);
  }

  void paint(
      Pen pen,
      PictureColors pictureColors,
      SequenceAttention shown,
      IntFunction<String> name,
      double width,
      double height) {
    int context = shown.tokens().length;
    int asking = shown.asking().length;
    for (int head = 0; head < shown.heads(); head++) {
      Rectangle2D place = place(shown, head, width, height);
      int map = head * asking * context;
      pen.drawImage(
          image(head)
              .fill(
                  context,
                  asking,
                  (x, y) -> ColorMap.SEQUENTIAL.argb(shown.weights()[map + y * context + x])),
          place.getMinX(),
          place.getMinY(),
          place.getWidth(),
          place.getHeight());
      pen.setFill(pictureColors.text());
      pen.setTextAlign(TextAlignment.LEFT);
      pen.fillText("head " + head, place.getMinX(), place.getMinY() - TOP - 6);
      pen.setTextAlign(TextAlignment.CENTER);
      label(pen, pictureColors, shown, name, place);
    }
    new ColorKey(ColorMap.SEQUENTIAL, "0", "1")
        .draw(pen, pictureColors, width / 2, height - ColorKey.HEIGHT);
  }

  private static void label(
      Pen pen,
      PictureColors pictureColors,
      SequenceAttention shown,
      IntFunction<String> name,
      Rectangle2D place) {
    int[] tokens = shown.tokens();
    double across = place.getWidth() / tokens.length;
    double down = place.getHeight() / shown.asking().length;
    pen.setFill(pictureColors.muted());
    if (across >= ROOM_FOR_TOKEN) {
      for (int position = 0; position < tokens.length; position++) {
        double x = place.getMinX() + (position + 0.5) * across;
        pen.fillText(name.apply(tokens[position]), x, place.getMinY() - 8);
      }
    }
    if (down >= ROOM_FOR_TOKEN - 4) {
      pen.setTextAlign(TextAlignment.RIGHT);
      for (int query = 0; query < shown.asking().length; query++) {
        double y = place.getMinY() + (query + 0.5) * down;
        pen.fillText(name.apply(tokens[shown.asking()[query]]), place.getMinX() - 5, y);
      }
      pen.setTextAlign(TextAlignment.CENTER);
    }
  }

  private PixelImage image(int index) {
    while (images.size() <= index) {
      images.add(new PixelImage());
    }
    return images.get(index);
  }

  /** What is shown at a place. */
  static Optional<String> words(
      SequenceAttention shown,
      IntFunction<String> name,
      double width,
      double height,
      double x,
      double y) {
    int context = shown.tokens().length;
    int asking = shown.asking().length;
    for (int head = 0; head < shown.heads(); head++) {
      Rectangle2D place = place(shown, head, width, height);
      if (place.contains(x, y)) {
        int position = cell((x - place.getMinX()) / place.getWidth(), context);
        int query = cell((y - place.getMinY()) / place.getHeight(), asking);
        float weight = shown.weights()[(head * asking + query) * context + position];
        return Optional.of(
            words(shown, name, head, new int[] {shown.asking()[query], position}, weight));
      }
    }
    return Optional.empty();
  }

  private static int cell(double share, int count) {
    return Math.min(count - 1, (int) (share * count));
  }

  private static String words(
      SequenceAttention shown, IntFunction<String> name, int head, int[] fromAndTo, float weight) {
    return "Head "
        + head
        + " · from position "
        + fromAndTo[0]
        + " ("
        + name.apply(shown.tokens()[fromAndTo[0]])
        + ") to position "
        + fromAndTo[1]
        + " ("
        + name.apply(shown.tokens()[fromAndTo[1]])
        + ") · attention "
        + NumberText.perCent(weight);
  }
}
