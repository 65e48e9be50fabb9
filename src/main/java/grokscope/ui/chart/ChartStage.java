package grokscope.ui.chart;

import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Where legend, large chart, border and small charts stand, and what of them scrolls. FX thread
 * only.
 */
final class ChartStage extends Region {
  private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");

  /** All of them. */
  private static final class Column extends Region {
    Column(Region... parts) {
      getChildren().addAll(parts);
      for (Region part : parts) {
        part.setManaged(false);
      }
    }

    /** They are placed from outside. */
    @Override
    protected void layoutChildren() {}
  }

  private final RunLegend legend;
  private final Board front;
  private final Board rest;
  private final Region border = new Region();
  private final Scroller small;
  private final Scroller all;
  private final DoubleConsumer share;
  private ChartLayout layout = ChartLayout.USUAL;
  private double scale = 1;
  private double grabbed;
  private boolean beside;

  /**
   * A stage.
   *
   * @param share hears which share of the room the large chart is given by a drag on the border; 0
   *     when it is to be as usual again
   */
  ChartStage(RunLegend legend, Board front, Board rest, DoubleConsumer share) {
    this.legend = legend;
    this.front = front;
    this.rest = rest;
    this.share = share;
    setManaged(false);
    small = new Scroller(rest);
    all = new Scroller(new Column(legend, front, border, small));
    border.getStyleClass().add("curve-border");
    border.setId("curve-border");
    border.setOnMousePressed(this::grab);
    border.setOnMouseDragged(this::drag);
    border.setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2) {
            share.accept(0);
          }
          click.consume();
        });
    getChildren().add(all);
  }

  private void grab(MouseEvent press) {
    grabbed = beside ? press.getX() : press.getY();
    press.consume();
  }

  private void drag(MouseEvent drag) {
    Point2D at = front.sceneToLocal(drag.getSceneX(), drag.getSceneY());
    double part = beside ? at.getX() / getWidth() : at.getY() / getHeight();
    share.accept(part - grabbed / (beside ? getWidth() : getHeight()));
    drag.consume();
  }

  /** Shares the room in this way from the next time on. */
  void arrange(ChartLayout now, double textScale) {
    layout = now;
    scale = textScale;
  }

  /** Places everything. */
  void place() {
    int smalls = rest.panels().size();
    ChartRoom room = ChartRoom.of(getWidth(), getHeight(), smalls, scale, layout);
    double width = Scroller.within(getWidth(), getHeight(), room.height());
    if (width < getWidth()) {
      room = ChartRoom.of(width, getHeight(), smalls, scale, layout);
    }
    all.resizeRelocate(0, 0, getWidth(), getHeight());
    all.layOut(getWidth(), getHeight(), room.height());
    legend.resizeRelocate(
        PanelHeader.LEFT, 0, Math.max(0, width - 2 * PanelHeader.LEFT), room.legend());
    double top = room.legend();
    front.resizeRelocate(0, top, room.frontWidth(), room.front());
    front.layOut(room.frontFrame(), room.frontWidth(), room.front());
    placeRest(
        room, room.beside() ? room.frontWidth() : 0, room.beside() ? top : top + room.front());
  }

  private void placeRest(ChartRoom room, double left, double top) {
    beside = room.beside();
    boolean any = room.smalls() > 0;
    border.setVisible(any);
    border.setCursor(beside ? Cursor.H_RESIZE : Cursor.V_RESIZE);
    border.pseudoClassStateChanged(BESIDE, beside);
    double thick = ChartRoom.BORDER;
    border.resizeRelocate(left, top, beside ? thick : room.width(), beside ? room.front() : thick);
    small.setVisible(any);
    double width = room.restWidth();
    small.resizeRelocate(
        left + (beside ? thick : 0), top + (beside ? 0 : thick), width, room.rest());
    small.layOut(width, room.rest(), room.restWhole());
    double within = Scroller.within(width, room.rest(), room.restWhole());
    rest.layOut(room.restFrame(within), within, Math.max(room.rest(), room.restWhole()));
  }

  @Override
  protected void layoutChildren() {}
}
