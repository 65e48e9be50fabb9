package grokscope.ui.bar;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * How far a run is, in a line: the steps at the left, which are never cut, and at the right what
 * there is room for. FX thread only.
 */
final class ProgressLine extends Region {
  private static final double GAP = 16;

  private final Label steps;
  private final List<Label> others;

  /**
   * A line.
   *
   * @param others from right to left; the last of them is the first to go
   */
  ProgressLine(Label steps, Label... others) {
    this.steps = steps;
    this.others = List.of(others);
    getChildren().add(steps);
    getChildren().addAll(others);
  }

  @Override
  protected double computeMinWidth(double height) {
    return steps.prefWidth(-1);
  }

  @Override
  protected double computePrefWidth(double height) {
    return steps.prefWidth(-1)
        + others.stream().mapToDouble(other -> GAP + other.prefWidth(-1)).sum();
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(steps.prefHeight(-1));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double own = Math.min(getWidth(), Math.ceil(steps.prefWidth(-1)));
    steps.resizeRelocate(0, 0, own, height);
    double right = getWidth();
    boolean room = true;
    for (Label other : others) {
      double width = Math.ceil(other.prefWidth(-1));
      room &= right - width >= own + GAP;
      other.setVisible(room && !other.getText().isEmpty());
      other.resizeRelocate(snapPositionX(right - width), 0, width, height);
      if (room && !other.getText().isEmpty()) {
        right -= width + GAP;
      }
    }
  }
}
