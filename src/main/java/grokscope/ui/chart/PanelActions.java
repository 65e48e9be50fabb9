package grokscope.ui.chart;

import javafx.geometry.Point2D;

/** What the header of a chart asks for. FX thread only. */
interface PanelActions {
  /** A chart is to be the large one. */
  void enlarge(String id);

  /** A chart is not wanted. */
  void hide(String id);

  /** A chart is to change places with the one before (−1) or after it (1). */
  void move(String id, int by);

  /** The title of a chart is dragged to a point of the scene, or dropped there. */
  void drag(String id, Point2D at, boolean dropped);

  /** The values of a chart are to be on the scale of this name. */
  void scale(String id, String name);

  /** A curve of a chart is to be hidden, or shown again. */
  void turnCurve(String id, int curve);
}
