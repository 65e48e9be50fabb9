package grokscope.ui.chart.plot;

import grokscope.figure.Ticks;
import io.fair_acc.chartfx.axes.AxisLabelOverlapPolicy;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;

/**
 * An axis of a fixed thickness whose range and ticks are given to it. FX thread only.
 *
 * <p>With equal thicknesses, plots above each other are aligned to the pixel.
 */
public final class RuledAxis extends DefaultNumericAxis {
  /** Chooses the ticks of a range on an axis of some length in pixels. */
  @FunctionalInterface
  public interface Ruling {
    Ticks rule(boolean log, double min, double max, double length);
  }

  private static final long serialVersionUID = 1L;

  private final double floor;
  private double thickness;
  private final transient Ruling ruling;
  private transient Ticks ticks;

  /**
   * An axis.
   *
   * @param side where it lies
   * @param floor what lower values are taken for while the axis is logarithmic
   * @param ruling chooses the ticks
   */
  public RuledAxis(Side side, double floor, Ruling ruling) {
    super("", 0, 1, 1);
    this.floor = floor;
    this.ruling = ruling;
    this.ticks = ruling.rule(false, 0, 1, 100);
    setSide(side);
    setUnit(null);
    setAnimated(false);
    setAutoRanging(false);
    setOverlapPolicy(AxisLabelOverlapPolicy.DO_NOTHING);
  }

  /** Makes room for its labels: how wide or high it is, and how far they may reach beyond it. */
  public void setThickness(double room, double beyond) {
    thickness = room;
    setStyle("-fx-axis-padding: " + beyond + "px");
    requestLayout();
  }

  /** Shows a range; gives false, and does nothing, when it is shown already. */
  public boolean show(boolean log, double min, double max) {
    if (log == isLogAxis() && min == getMin() && max == getMax()) {
      return false;
    }
    if (log && !isLogAxis()) {
      set(min, max); // first, because a logarithmic axis replaces a range that holds 0
      setLogAxis(true);
    } else {
      setLogAxis(log);
      set(min, max);
    }
    invalidateRange();
    return true;
  }

  /** The ticks of the range that was last laid out. */
  Ticks ticks() {
    return ticks;
  }

  @Override
  public double getDisplayPosition(double value) {
    if (!isLogAxis()) {
      return super.getDisplayPosition(value);
    }
    // What has no place among values lies at the foot of whatever is in view.
    double lowest = getSide().isVertical() ? Math.max(floor, getMin()) : floor;
    return super.getDisplayPosition(value > floor ? value : lowest);
  }

  @Override
  public String getTickMarkLabel(double value) {
    return ticks == null ? "" : ticks.label(value);
  }

  @Override
  public double computePreferredTickUnit(double axisLength) {
    return 1; // the ticks come from the ruling
  }

  @Override
  protected void calculateMajorTickValues(AxisRange range, DoubleArrayList values) {
    ticks = ruling.rule(isLogAxis(), getMin(), getMax(), getLength());
    values.addElements(0, ticks.major());
  }

  /** None: the grid takes them from the ticks. */
  @Override
  protected void calculateMinorTickValues(DoubleArrayList values) {}

  @Override
  protected double computePrefWidth(double height) {
    // Also places the labels, for a length that must be the true one: the chart guesses it too
    // large.
    double computed = super.computePrefWidth(getHeight() > 0 ? getHeight() : height);
    return getSide().isVertical() ? thickness : computed;
  }

  @Override
  protected double computePrefHeight(double width) {
    double computed = super.computePrefHeight(width);
    return getSide().isHorizontal() ? thickness : computed;
  }
}
