package grokscope.ui.help;

import java.util.Optional;
import javafx.geometry.Rectangle2D;

/**
 * Where a card stands beside what it points at. Immutable, any thread; needs no toolkit.
 *
 * @param card of the card's size, inside the window, and never over the frame
 * @param frame around what is pointed at, inside the window; where that leaves no room on any side,
 *     around its upper part
 */
record CardPlace(Rectangle2D card, Optional<Rectangle2D> frame) {
  private static final double GAP = 12;
  private static final double EDGE = 8;
  private static final double LEAST = 24; // of what is framed

  /** The place of a card in a window, beside a target or, without one, in the middle. */
  static CardPlace of(
      double width, double height, double cardWidth, double cardHeight, Optional<Rectangle2D> at) {
    double w = Math.min(cardWidth, width - 2 * EDGE);
    double h = Math.min(cardHeight, height - 2 * EDGE);
    if (at.isEmpty()) {
      return new CardPlace(
          new Rectangle2D((width - w) / 2, (height - h) / 2, w, h), Optional.empty());
    }
    Rectangle2D frame = inside(at.get(), width, height);
    double x = clamp(frame.getMinX(), EDGE, width - w - EDGE);
    double y = clamp(frame.getMinY(), EDGE, height - h - EDGE);
    double right = frame.getMaxX() + GAP;
    double left = frame.getMinX() - GAP - w;
    double below = frame.getMaxY() + GAP;
    double above = frame.getMinY() - GAP - h;
    if (below + h + EDGE <= height) {
      return place(x, below, w, h, frame);
    }
    if (right + w + EDGE <= width) {
      return place(right, y, w, h, frame);
    }
    if (left >= EDGE) {
      return place(left, y, w, h, frame);
    }
    if (above >= EDGE) {
      return place(x, above, w, h, frame);
    }
    double top = Math.max(EDGE, height - h - EDGE);
    double rest = Math.max(LEAST, top - GAP - frame.getMinY());
    Rectangle2D upper =
        new Rectangle2D(
            frame.getMinX(), Math.min(frame.getMinY(), top - GAP - rest), frame.getWidth(), rest);
    return place(x, top, w, h, upper);
  }

  private static CardPlace place(double x, double y, double w, double h, Rectangle2D frame) {
    return new CardPlace(new Rectangle2D(x, y, w, h), Optional.of(frame));
  }

  private static Rectangle2D inside(Rectangle2D target, double width, double height) {
    double minX = clamp(target.getMinX(), 0, width);
    double minY = clamp(target.getMinY(), 0, height);
    double maxX = clamp(target.getMaxX(), minX, width);
    double maxY = clamp(target.getMaxY(), minY, height);
    return new Rectangle2D(minX, minY, maxX - minX, maxY - minY);
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(value, Math.max(least, most)));
  }
}
