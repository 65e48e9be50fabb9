package grokscope.ui;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * The list of runs below everything else. It is low at first, because the curves need the room, and
 * as high as the user drags it. FX thread only.
 */
final class RunSplit extends SplitPane {
  private static final double LOWEST = 110;
  private static final double SHARE = 0.17;
  private static final double FULL = 900; // pixels of height, from which on there is room for more

  private boolean dragged;
  private boolean placing;

  RunSplit(Node above, Node list) {
    super(above, list);
    setOrientation(Orientation.VERTICAL);
    getStyleClass().add("run-split");
    setId("run-split");
    setResizableWithParent(list, false);
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
  }

  private void pressed(MouseEvent press) {
    for (Node node = (Node) press.getTarget(); node != this && node != null; ) {
      dragged |= node.getStyleClass().contains("split-pane-divider");
      node = node.getParent();
    }
  }

  /** A window comes to its size in several steps; the list keeps its height in all of them. */
  @Override
  protected void layoutChildren() {
    if (!dragged && getHeight() > 0) {
      double list = getHeight() < FULL ? LOWEST : SHARE * getHeight();
      super.layoutChildren(); // or it would share out another height by itself, and not look again
      placing = true;
      setDividerPositions(1 - list / getHeight());
      placing = false;
    }
    super.layoutChildren();
  }

  /**
   * Asks for a layout, but not for another one in the middle of one: no parent hears of it then,
   * and what is inside waits for a layout that never comes.
   */
  @Override
  public void requestLayout() {
    if (!placing) {
      super.requestLayout();
    }
  }
}
