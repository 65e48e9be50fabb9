package grokscope.ui.chart;

import grokscope.figure.CurveSpec;
import grokscope.figure.PanelSpec;
import grokscope.figure.RunIdentity;
import grokscope.ui.chart.LegendEntry.Detail;
import grokscope.ui.control.Visibility;
import grokscope.ui.term.Terms;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The line above a plot: its title, which of the run's curves has which dash and what value at the
 * cursor, and a menu. A click on the title enlarges the chart, a drag moves it. FX thread only.
 *
 * <p>It stays on one line: short of room, curves have short names, then only these. A value never
 * stands where a name was.
 */
final class PanelHeader extends FittedRow {
  /** How far the title stands from the left edge of the chart. */
  static final double LEFT = 8;

  private static final double DRAG = 6;
  private static final String SMALL = "small-chart";

  private final Label title = new Label();
  private final List<LegendEntry> live = new ArrayList<>();
  private final PanelMenu menu;
  private final PanelActions actions;
  private final String id;
  private Point2D pressed = Point2D.ZERO;
  private boolean dragging;

  PanelHeader(PanelSpec spec, PanelActions actions) {
    this.actions = actions;
    id = spec.id();
    getStyleClass().add("curve-header");
    setAlignment(Pos.CENTER_LEFT);
    setId(spec.id() + "-header");
    setManaged(false); // so that a new value lays out this line only
    title.getStyleClass().add("curve-title");
    title.setText(spec.title());
    Terms.mark(title, "A click makes this chart large, another puts it back; it can be dragged.");
    title.setMinWidth(USE_PREF_SIZE);
    title.setCursor(Cursor.HAND);
    title.setOnMousePressed(this::pressed);
    title.setOnMouseDragged(this::dragged);
    title.setOnMouseReleased(this::released);
    getChildren().add(title);
    for (int i = 0; i < spec.curves().size(); i++) {
      int curve = i;
      CurveSpec shown = spec.curves().get(i);
      live.add(
          new LegendEntry(
              shown.legend(),
              shown.role().label(),
              spec.axis(),
              () -> actions.turnCurve(id, curve)));
    }
    menu = new PanelMenu(spec, actions);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(live);
    getChildren().addAll(gap, menu);
  }

  private void pressed(MouseEvent press) {
    pressed = new Point2D(press.getSceneX(), press.getSceneY());
    dragging = false;
    press.consume();
  }

  private void dragged(MouseEvent drag) {
    Point2D now = new Point2D(drag.getSceneX(), drag.getSceneY());
    dragging |= now.distance(pressed) > DRAG;
    if (dragging) {
      title.setCursor(Cursor.MOVE);
      actions.drag(id, now, false);
    }
  }

  private void released(MouseEvent release) {
    title.setCursor(Cursor.HAND);
    if (dragging) {
      actions.drag(id, new Point2D(release.getSceneX(), release.getSceneY()), true);
    } else if (release.getButton() == MouseButton.PRIMARY) {
      actions.enlarge(id);
    }
  }

  /** Follows the scale of the values. */
  void setScale(PanelSpec spec) {
    title.setText(spec.title());
    live.forEach(entry -> entry.setAxis(spec.axis()));
    menu.setScale(spec);
    fitAgain();
  }

  /** Whether a curve has entries. */
  void showCurve(int curve, boolean shown) {
    Visibility.reveal(live.get(curve), shown);
    menu.showCurve(curve, shown);
    fitAgain();
  }

  /** Whether a curve is hidden. */
  void setPale(int curve, boolean hidden) {
    live.get(curve).setPale(hidden);
    menu.setCurve(curve, !hidden);
  }

  /** Names the curves of a run of which it is known what it was trained on, or is not. */
  void setSplitKnown(PanelSpec spec, boolean known) {
    for (int curve = 0; curve < live.size(); curve++) {
      CurveSpec usual = spec.curves().get(curve);
      CurveSpec named = known ? usual : usual.ofAllExamples();
      live.get(curve).rename(named.legend(), named.role().label());
    }
    fitAgain();
  }

  void dress(Inks inks, PanelSpec spec, RunIdentity run) {
    for (int curve = 0; curve < live.size(); curve++) {
      live.get(curve).dress(inks.key(spec, curve, run));
    }
  }

  /** The words of the title. */
  Label title() {
    return title;
  }

  /** The entry of a live curve. */
  LegendEntry live(int curve) {
    return live.get(curve);
  }

  /** Whether it is that of the large chart, with larger words. */
  void setLarge(boolean large) {
    getStyleClass().remove(SMALL);
    if (!large) {
      getStyleClass().add(SMALL);
    }
    live.forEach(entry -> entry.setShort(!large));
    fitAgain();
  }

  @Override
  void fit(double width) {
    live.forEach(LegendEntry::reserve);
    live.forEach(entry -> entry.setShortened(false));
    for (Detail detail : Detail.values()) {
      live.forEach(entry -> entry.show(detail));
      if (least() <= width) {
        return;
      }
    }
    live.forEach(entry -> entry.setShortened(true));
  }
}
