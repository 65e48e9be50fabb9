package grokscope.ui.picture.activation;

import grokscope.telemetry.snapshot.PairAttention;
import grokscope.text.NumberText;
import grokscope.ui.color.ColorMap;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.ColorKey;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PixelImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.TextAlignment;

/** Draws where heads look on every pair: a square for each head and position. FX thread only. */
final class PairAttentionPlot {
  private final List<PixelImage> images = new ArrayList<>();

  private static AttentionTiles tiles(PairAttention shown, double width, double height) {
    return AttentionTiles.of(shown.context(), shown.heads(), width, height - ColorKey.HEIGHT);
  }

  void paint(
      Pen pen, PictureColors pictureColors, PairAttention shown, double width, double height) {
    AttentionTiles tiles = tiles(shown, width, height);
    int side = shown.side();
    for (int head = 0; head < shown.heads(); head++) {
      for (int position = 0; position < shown.context(); position++) {
        int map = (head * shown.context() + position) * side * side;
        pen.drawImage(
            image(head * shown.context() + position)
                .fill(side, side, (x, y) -> color(shown.weights()[map + x * side + side - 1 - y])),
            tiles.x(head),
            tiles.y(position),
            tiles.size(),
            tiles.size());
      }
      pen.setFill(pictureColors.muted());
      pen.fillText("head " + head, tiles.x(head) + tiles.size() / 2, tiles.top() / 2);
    }
    pen.setTextAlign(TextAlignment.RIGHT);
    for (int position = 0; position < shown.context(); position++) {
      pen.fillText(name(position), tiles.left() - 6, tiles.y(position) + tiles.size() / 2);
    }
    pen.setTextAlign(TextAlignment.CENTER);
    new ColorKey(ColorMap.SEQUENTIAL, "0", "1")
        .draw(pen, pictureColors, width / 2, height - ColorKey.HEIGHT);
  }

  private PixelImage image(int index) {
    while (images.size() <= index) {
      images.add(new PixelImage());
    }
    return images.get(index);
  }

  private static int color(float weight) {
    return Float.isNaN(weight) ? 0 : ColorMap.SEQUENTIAL.argb(weight);
  }

  /** What stands at a position of the sequence "a b =". */
  private static String name(int position) {
    return switch (position) {
      case 0 -> "to a";
      case 1 -> "to b";
      default -> "to =";
    };
  }

  /** What is shown at a place. */
  static Optional<String> words(
      PairAttention shown, double width, double height, double x, double y) {
    AttentionTiles tiles = tiles(shown, width, height);
    int head = tiles.column(x);
    int position = tiles.row(y);
    if (head < 0 || position < 0) {
      return Optional.empty();
    }
    int side = shown.side();
    int a = (int) ((x - tiles.x(head)) / tiles.size() * side);
    int b = side - 1 - (int) ((y - tiles.y(position)) / tiles.size() * side);
    float weight = shown.weights()[((head * shown.context() + position) * side + a) * side + b];
    String said = Float.isNaN(weight) ? "not part of this task" : NumberText.perCent(weight);
    return Optional.of(
        "Head " + head + ", " + name(position) + " · a = " + a + ", b = " + b + " · " + said);
  }
}
