package grokscope.ui.chart;

/**
 * Which steps are in view, on a linear or a logarithmic axis. Not thread-safe; on screen it belongs
 * to the FX thread.
 *
 * <p>While it is live, the whole run is in view. Zooming and panning stay inside the whole run.
 */
final class StepWindow {
  /** Where step 0 is put on a logarithmic axis, a third of a decade before step 1. */
  static final double LOG_ZERO = 0.5;

  private static final double NARROWEST = 4;
  private static final double NARROWEST_LOG = 0.05;

  private boolean log;
  private boolean live = true;
  private double end = 100;
  private double min;
  private double max = end;

  double min() {
    return min;
  }

  double max() {
    return max;
  }

  boolean isLog() {
    return log;
  }

  boolean isLive() {
    return live;
  }

  /** Changes the scale; the same steps stay in view. */
  void setLog(boolean log) {
    this.log = log;
    if (live) {
      show(start(), end);
    } else {
      show(Math.max(min, start()), Math.max(max, start() * 2));
    }
  }

  /** Sets the last step of the whole run; a live window follows. */
  void setEnd(double end) {
    this.end = end;
    if (live) {
      show(start(), end);
    }
  }

  /** Brings the whole run into view. */
  void follow() {
    live = true;
    show(start(), end);
  }

  /** Where a step lies: 0 at the left edge, 1 at the right one. */
  double position(double step) {
    return (forward(step) - forward(min)) / (forward(max) - forward(min));
  }

  /** The step at a position. */
  double stepAt(double position) {
    return backward(forward(min) + position * (forward(max) - forward(min)));
  }

  /** Makes the window wider (factor above 1) or narrower around a position that stays in place. */
  void zoom(double factor, double position) {
    double width = forward(max) - forward(min);
    double still = forward(min) + position * width;
    double wanted = Math.max(width * factor, narrowest());
    clamp(still - position * wanted, still + (1 - position) * wanted);
  }

  /** Shows what lies between two positions. */
  void select(double from, double to) {
    double left = forward(stepAt(Math.min(from, to)));
    double right = forward(stepAt(Math.max(from, to)));
    double missing = Math.max(0, narrowest() - (right - left)) / 2;
    clamp(left - missing, right + missing);
  }

  /** Moves the window to the left by a share of its width. */
  void pan(double share) {
    double width = forward(max) - forward(min);
    double left = forward(min) - share * width;
    left = Math.max(forward(start()), Math.min(left, forward(end) - width));
    clamp(left, left + width);
  }

  private void clamp(double left, double right) {
    double first = Math.max(left, forward(start()));
    double last = Math.min(right, forward(end));
    // With the whole run in view there is nothing to come back from.
    live = first <= forward(start()) && last >= forward(end);
    if (live) {
      show(start(), end);
    } else {
      show(backward(first), backward(last));
    }
  }

  private void show(double from, double to) {
    min = from;
    max = to;
  }

  private double start() {
    return log ? LOG_ZERO : 0;
  }

  private double narrowest() {
    return log ? NARROWEST_LOG : NARROWEST;
  }

  private double forward(double step) {
    return log ? Math.log10(Math.max(step, LOG_ZERO)) : step;
  }

  private double backward(double coordinate) {
    return log ? Math.pow(10, coordinate) : coordinate;
  }
}
