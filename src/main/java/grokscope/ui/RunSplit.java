package grokscope.ui;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The list of runs below everything else. It is low at first, because the curves need the room, and
 * as high as the user drags it; folded, it leaves all room to the others. FX thread only.
 */
final class RunSplit extends SplitPane {
  /** At first: its tool bar, the heads of its columns, and two rows. */
  private static final double LOW = 8.5; // em

  private static final double LOWEST = 6.2; // em
  private static final double SHARE = 0.17;
  private static final double FULL = 69; // em of height, from which on there is room for more
  private static final double ABOVE = 22; // em, which the list cannot take
  private static final double USUAL_EM = 13; // pixels

  private final Region list;
  private final ObjectProperty<Optional<Double>> height;
  private boolean dragging;
  private boolean placing;
  private double em = USUAL_EM;

  /**
   * What is above the list, and the list.
   *
   * @param folded whether there is no list
   * @param height of the list at the usual text size; empty until somebody has dragged it
   */
  RunSplit(
      Region above,
      Region list,
      ReadOnlyBooleanProperty folded,
      ObjectProperty<Optional<Double>> height) {
    super(above);
    this.list = list;
    this.height = height;
    setOrientation(Orientation.VERTICAL);
    getStyleClass().add("run-split");
    setId("run-split");
    setResizableWithParent(list, false);
    scale(em);
    addEventFilter(MouseEvent.MOUSE_PRESSED, press -> dragging = onDivider(press));
    addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        release -> {
          if (dragging) {
            dragging = false;
            height.set(Optional.of(list.getHeight() * USUAL_EM / em));
          }
        });
    folded.addListener((property, before, now) -> fold(now));
    fold(folded.get());
  }

  private boolean onDivider(MouseEvent press) {
    for (Node node = (Node) press.getTarget(); node != this && node != null; ) {
      if (node.getStyleClass().contains("split-pane-divider")) {
        return true;
      }
      node = node.getParent();
    }
    return false;
  }

  private void fold(boolean now) {
    if (now) {
      getItems().remove(list);
    } else if (!getItems().contains(list)) {
      getItems().add(list);
    }
  }

  /** Follows the text size, of which this is one em in pixels. */
  void scale(double pixels) {
    em = pixels;
    list.setMinHeight(LOWEST * em);
    if (getItems().get(0) instanceof Region above) {
      above.setMinHeight(ABOVE * em);
    }
    requestLayout();
  }

  private double wanted() {
    double usual = getHeight() < FULL * em ? LOW * em : SHARE * getHeight();
    double asked = height.get().map(dragged -> dragged * em / USUAL_EM).orElse(usual);
    return Math.max(LOWEST * em, Math.min(asked, getHeight() - ABOVE * em));
  }

  /** A window comes to its size in several steps; the list keeps its height in all of them. */
  @Override
  protected void layoutChildren() {
    if (!dragging && getHeight() > 0 && getItems().size() > 1) {
      super.layoutChildren(); // or it would share out another height by itself, and not look again
      placing = true;
      setDividerPositions(1 - wanted() / getHeight());
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
