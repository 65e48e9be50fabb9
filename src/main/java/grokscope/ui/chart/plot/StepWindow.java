package grokscope.ui.chart.plot;

import grokscope.figure.StepScale;

/**
 * Which steps are in view, on a linear or a logarithmic axis. Not thread-safe; on screen it belongs
 * to the FX thread.
 *
 * <p>While it is live, the whole run is in view. Zooming and panning stay inside the whole run.
 */
public final class StepWindow {
  private static final double NARROWEST = 4;
  private static final double NARROWEST_LOG = 0.05;

  private StepScale scale = StepScale.whole(false, 100);
  private boolean live = true;
  private double end = scale.max();

  public double min() {
    return scale.min();
  }

  public double max() {
    return scale.max();
  }

  public boolean isLog() {
    return scale.log();
  }

  public boolean isLive() {
    return live;
  }

  /** Changes the scale; the same steps stay in view. */
  public void setLog(boolean log) {
    double start = StepScale.start(log);
    scale =
        live
            ? new StepScale(log, start, end)
            : new StepScale(log, Math.max(min(), start), Math.max(max(), start * 2));
  }

  /** Sets the last step of the whole run; a live window follows. */
  public void setEnd(double end) {
    this.end = end;
    if (live) {
      show(start(), end);
    }
  }

  /** Brings the whole run into view. */
  public void follow() {
    live = true;
    show(start(), end);
  }

  /** Where a step lies: 0 at the left edge, 1 at the right one. */
  public double position(double step) {
    return scale.position(step);
  }

  /** The step at a position. */
  public double stepAt(double position) {
    return scale.stepAt(position);
  }

  /** Makes the window wider (factor above 1) or narrower around a position that stays in place. */
  public void zoom(double factor, double position) {
    double still = scale.forward(min()) + position * scale.width();
    double wanted = Math.max(scale.width() * factor, narrowest());
    clamp(still - position * wanted, still + (1 - position) * wanted);
  }

  /** Shows what lies between two positions. */
  public void select(double from, double to) {
    double left = scale.forward(stepAt(Math.min(from, to)));
    double right = scale.forward(stepAt(Math.max(from, to)));
    double missing = Math.max(0, narrowest() - (right - left)) / 2;
    clamp(left - missing, right + missing);
  }

  /** Moves the window to the left by a share of its width. */
  public void pan(double share) {
    double width = scale.width();
    double left = scale.forward(min()) - share * width;
    left = Math.max(scale.forward(start()), Math.min(left, scale.forward(end) - width));
    clamp(left, left + width);
  }

  private void clamp(double left, double right) {
    double first = Math.max(left, scale.forward(start()));
    double last = Math.min(right, scale.forward(end));
    // With the whole run in view there is nothing to come back from.
    live = first <= scale.forward(start()) && last >= scale.forward(end);
    if (live) {
      show(start(), end);
    } else {
      show(scale.backward(first), scale.backward(last));
    }
  }

  private void show(double from, double to) {
    scale = new StepScale(isLog(), from, to);
  }

  private double start() {
    return StepScale.start(isLog());
  }

  private double narrowest() {
    return isLog() ? NARROWEST_LOG : NARROWEST;
  }
}
