package grokscope.figure;

/**
 * Where steps lie on an axis: the first that is in view at 0, the last at 1. The curves and the bar
 * that moves through the steps both place steps by it. Immutable, any thread.
 *
 * @param log whether equal distances are equal ratios
 * @param min the first step in view
 * @param max the last step in view, greater than the first
 */
public record StepScale(boolean log, double min, double max) {
  /** Where step 0 is put on a logarithmic axis, a third of a decade before step 1. */
  public static final double LOG_ZERO = 0.5;

  /** A whole run, from step 0 to its last step; a run without a step has room for one. */
  public static StepScale whole(boolean log, double last) {
    return new StepScale(log, start(log), Math.max(last, 1));
  }

  /** What stands for step 0. */
  public static double start(boolean log) {
    return log ? LOG_ZERO : 0;
  }

  /** Where a step lies. */
  public double position(double step) {
    return (forward(step) - forward(min)) / width();
  }

  /** The step at a position. */
  public double stepAt(double position) {
    return backward(forward(min) + position * width());
  }

  /** How much is in view: steps, or decades of them. */
  public double width() {
    return forward(max) - forward(min);
  }

  /** A step as a length on an endless axis: of steps, or of decades. */
  public double forward(double step) {
    return log ? Math.log10(Math.max(step, LOG_ZERO)) : step;
  }

  /** The step at a length on an endless axis. */
  public double backward(double length) {
    return log ? Math.pow(10, length) : length;
  }
}
