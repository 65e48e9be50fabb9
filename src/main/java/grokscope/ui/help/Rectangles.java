package grokscope.ui.help;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;

/** Rectangles as parts of a path. Stateless. */
final class Rectangles {
  private Rectangles() {}

  static List<PathElement> path(Rectangle2D of) {
    return List.of(
        new MoveTo(of.getMinX(), of.getMinY()),
        new HLineTo(of.getMaxX()),
        new VLineTo(of.getMaxY()),
        new HLineTo(of.getMinX()),
        new ClosePath());
  }
}
