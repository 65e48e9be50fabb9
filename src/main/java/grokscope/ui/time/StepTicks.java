package grokscope.ui.time;

import java.util.stream.DoubleStream;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;

/** A slider before a short line for each place at which its handle can rest. FX thread only. */
final class StepTicks extends Region {
  private static final double HALF_HANDLE = 7; // where the theme's handle is not known yet
  private static final double LENGTH = 10;

  private final Slider slider;
  private double[] places = {};

  StepTicks(Slider slider) {
    this.slider = slider;
    setMinWidth(80);
    setPrefWidth(200);
    getChildren().add(slider);
  }

  /** Draws lines at these places, from 0 to 1. */
  void show(double[] wanted) {
    if (java.util.Arrays.equals(places, wanted)) {
      return;
    }
    places = wanted.clone();
    getChildren().setAll(DoubleStream.of(places).mapToObj(place -> line()).toArray(Node[]::new));
    getChildren().add(slider);
    requestLayout();
  }

  private static Region line() {
    Region line = new Region();
    line.getStyleClass().add("time-tick");
    line.setMouseTransparent(true);
    return line;
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
    for (int i = 0; i < places.length; i++) {
      double x = Math.floor(half + places[i] * track);
      getChildren().get(i).resizeRelocate(x, (getHeight() - LENGTH) / 2, 1, LENGTH);
    }
  }
}
