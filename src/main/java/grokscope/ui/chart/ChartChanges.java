package grokscope.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;

/** Does what the headers of charts ask for: it changes the layout. FX thread only. */
final class ChartChanges implements PanelActions {
  private final ObjectProperty<ChartLayout> layout;
  private final Supplier<List<Panel>> shown;
  private final Function<String, Optional<Panel>> panel;
  private final Region indicator = new Region();

  /**
   * The changes of a view.
   *
   * @param shown the charts that are shown, in their order
   * @param panel finds a chart
   */
  ChartChanges(
      ObjectProperty<ChartLayout> layout,
      Supplier<List<Panel>> shown,
      Function<String, Optional<Panel>> panel) {
    this.layout = layout;
    this.shown = shown;
    this.panel = panel;
    indicator.getStyleClass().add("curve-drop");
    indicator.setManaged(false);
    indicator.setMouseTransparent(true);
    indicator.setVisible(false);
  }

  /** Shows into whose place a chart would go that is dragged. */
  Region indicator() {
    return indicator;
  }

  /** Another click on the title of the large one brings the usual large one back. */
  @Override
  public void enlarge(String id) {
    boolean already = layout.get().large().equals(id);
    layout.set(layout.get().withLarge(already ? ChartLayout.USUAL.large() : id));
  }

  @Override
  public void hide(String id) {
    if (shown.get().size() > 1) {
      layout.set(layout.get().withShown(id, false));
    }
  }

  @Override
  public void move(String id, int by) {
    List<String> ids = ids();
    int place = ids.indexOf(id) + by;
    if (place >= 0 && place < ids.size()) {
      layout.set(layout.get().moved(id, ids.get(place), ids));
    }
  }

  private List<String> ids() {
    return shown.get().stream().map(Panel::id).toList();
  }

  @Override
  public void drag(String id, Point2D at, boolean dropped) {
    Optional<Panel> target =
        shown.get().stream().filter(other -> bounds(other).contains(at)).findFirst();
    indicator.setVisible(!dropped && target.isPresent());
    target.map(ChartChanges::bounds).ifPresent(this::mark);
    if (dropped) {
      target.ifPresent(place -> drop(id, place.id()));
    }
  }

  private void drop(String id, String place) {
    ChartLayout now = layout.get();
    if (place.equals(now.large())) {
      layout.set(now.withLarge(id));
    } else if (!place.equals(id)) {
      layout.set(now.moved(id, place, ids()));
    }
  }

  private void mark(Bounds scene) {
    Bounds place = indicator.getParent().sceneToLocal(scene);
    indicator.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
  }

  /** Of the chart with its header, in the scene. */
  private static Bounds bounds(Panel panel) {
    Bounds chart = panel.chart().localToScene(panel.chart().getLayoutBounds());
    Bounds header = panel.header().localToScene(panel.header().getLayoutBounds());
    return new BoundingBox(
        chart.getMinX(), header.getMinY(), chart.getWidth(), chart.getMaxY() - header.getMinY());
  }

  @Override
  public void scale(String id, String name) {
    layout.set(layout.get().withScale(id, name));
  }

  @Override
  public void turnCurve(String id, int curve) {
    panel.apply(id).ifPresent(found -> found.turnCurve(curve));
  }
}
