package grokscope.ui.chart;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** A row that shows as much of its entries as it has room for. FX thread only. */
abstract class FittedRow extends HBox {
  private double fittedWidth = Double.NaN;

  /** Shows as much as has room. */
  abstract void fit(double width);

  /** Lets the entries find their room anew. */
  final void fitAgain() {
    fittedWidth = Double.NaN;
    requestLayout();
  }

  @Override
  protected final void layoutChildren() {
    if (fittedWidth != getWidth()) {
      fittedWidth = getWidth();
      fit(fittedWidth);
    }
    super.layoutChildren();
  }

  /** The least width of what is shown; {@code minWidth} may be remembered during a layout. */
  final double least() {
    List<Node> children = getManagedChildren();
    double entries = children.stream().mapToDouble(child -> child.minWidth(-1)).sum();
    double gaps = (children.size() - 1) * getSpacing();
    return entries + gaps + snappedLeftInset() + snappedRightInset();
  }
}
