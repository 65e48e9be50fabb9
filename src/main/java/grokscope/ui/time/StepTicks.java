package grokscope.ui.time;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A slider before a short line for each place at which its handle can rest. FX thread only. */
final class StepTicks extends Region {
  private static final double HALF_HANDLE = 7; // where the theme's handle is not known yet
  private static final double LENGTH = 10;

  private final Slider slider;
  private final Path lines = new Path();
  private double[] places = {};

  StepTicks(Slider slider) {
    this.slider = slider;
    lines.getStyleClass().add("time-ticks");
    lines.setMouseTransparent(true);
    lines.setManaged(false);
    setMinWidth(80);
    setPrefWidth(200);
    getChildren().addAll(lines, slider);
  }

  /** Draws lines at these places, from 0 to 1. */
  void show(double[] wanted) {
    if (!Arrays.equals(places, wanted)) {
      places = wanted.clone();
      requestLayout();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(slider.prefHeight(-1), LENGTH);
  }

  @Override
  protected void layoutChildren() {
    double height = slider.prefHeight(-1);
    slider.resizeRelocate(0, (getHeight() - height) / 2, getWidth(), height);
    Node handle = slider.lookup(".thumb");
    double half = handle == null ? HALF_HANDLE : handle.getLayoutBounds().getWidth() / 2;
    double track = getWidth() - 2 * half;
    double top = (getHeight() - LENGTH) / 2;
    lines.getElements().clear();
    for (double place : places) {
      double x = Math.floor(half + place * track) + 0.5; // on one column of pixels
      lines.getElements().addAll(new MoveTo(x, top), new LineTo(x, top + LENGTH));
    }
  }
}
