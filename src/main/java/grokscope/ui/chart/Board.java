package grokscope.ui.chart;

import grokscope.ui.chart.plot.Frame;
import grokscope.ui.chart.plot.StepWindow;
import grokscope.ui.color.Palette;
import java.util.List;
import javafx.scene.layout.Region;

/**
 * Some charts and what is drawn below and above them: phases, marks, the pin and the cursor. FX
 * thread only.
 */
final class Board extends Region {
  private final boolean large;
  private final BandLayer bands;
  private final MarkLayer marks = new MarkLayer();
  private final CursorLayer pin;
  private final CursorLayer cursor;
  private List<Panel> panels = List.of();
  private Frame frame = Frame.EMPTY;

  /**
   * A board without a chart.
   *
   * @param most how many charts it may get
   * @param large whether it is that of the large chart, in which phases have their names
   */
  Board(int most, boolean large) {
    this.large = large;
    bands = new BandLayer(large);
    pin = new CursorLayer(most);
    pin.getStyleClass().add("curve-pin");
    cursor = new CursorLayer(most);
    pin.setManaged(false);
    cursor.setManaged(false);
    getChildren().addAll(bands, marks, pin, cursor);
  }

  /** The charts from now on. */
  void setPanels(List<Panel> now) {
    if (!now.equals(panels)) {
      panels.forEach(panel -> getChildren().removeAll(panel.chart(), panel.header()));
      panels = List.copyOf(now);
      for (Panel panel : panels) {
        panel.header().setLarge(large);
        getChildren().add(getChildren().indexOf(marks), panel.chart());
        getChildren().add(getChildren().indexOf(marks), panel.header());
      }
      frame = Frame.EMPTY;
      cursor.hideCursor();
      cursor.hideSelection();
      pin.hideCursor();
      pin.hideSelection();
    }
  }

  List<Panel> panels() {
    return panels;
  }

  Frame frame() {
    return frame;
  }

  BandLayer bands() {
    return bands;
  }

  MarkLayer marks() {
    return marks;
  }

  CursorLayer pin() {
    return pin;
  }

  CursorLayer cursor() {
    return cursor;
  }

  /** Puts each chart into its place on a board of this size. */
  void layOut(Frame next, double width, double height) {
    frame = next;
    for (int i = 0; i < panels.size(); i++) {
      panels.get(i).layOut(frame.plots().get(i));
    }
    bands.setWidth(width);
    bands.setHeight(height);
    marks.setWidth(width);
    marks.setHeight(height);
    cursor.resizeRelocate(0, 0, width, height);
    pin.resizeRelocate(0, 0, width, height);
  }

  void setTextScale(double scale) {
    bands.setTextScale(scale);
    marks.setTextScale(scale);
  }

  /** Draws phases and marks anew. */
  void redraw(StepWindow window, Palette palette) {
    bands.redraw(frame, window, palette);
    marks.redraw(frame, window, palette);
  }

  /** The charts are placed by the view. */
  @Override
  protected void layoutChildren() {}
}
