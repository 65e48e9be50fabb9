package grokscope.figure;

import grokscope.telemetry.History;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * What is drawn of a measured column: its points in the order of the steps, and NaN as the value
 * where the line between two of them breaks. A line never crosses what could not be drawn. Nobody
 * else may write to its arrays; any thread.
 *
 * @param steps of the points and of the breaks
 * @param values finite, or NaN for a break
 */
// Plain arrays on purpose: a long run has many points, and nothing compares curves.
@SuppressWarnings("ArrayRecordComponent")
public record CurvePoints(double[] steps, double[] values) {

  /**
   * The points of a column, by one rule for the window and for files. On a logarithmic axis 0 and
   * less lie on its floor, {@link Limits#LOG_FLOOR}. What is not a finite number breaks the line;
   * only where a measure that is seldom taken was not taken, the line goes on.
   *
   * @param from the sample to begin with
   * @param shown what is shown of a value, such as its root
   */
  public static CurvePoints of(
      History history, int column, int from, ValueAxis axis, DoubleUnaryOperator shown) {
    double[] steps = new double[history.size() - from];
    double[] values = new double[history.size() - from];
    int size = 0;
    for (int i = from; i < history.size(); i++) {
      if (taken(history, column, i)) {
        steps[size] = history.step(i);
        values[size++] = drawn(axis, shown.applyAsDouble(history.value(column, i)));
      }
    }
    return new CurvePoints(Arrays.copyOf(steps, size), Arrays.copyOf(values, size));
  }

  /** The points of a whole column as it was measured. */
  public static CurvePoints of(History history, int column, ValueAxis axis) {
    return of(history, column, 0, axis, DoubleUnaryOperator.identity());
  }

  /**
   * Whether an evaluation has this measure, be it a number or not; one that is seldom taken is
   * missing where no other of its kind was taken either.
   */
  public static boolean taken(History history, int column, int sample) {
    return !history.metrics().get(column).seldom()
        || !Double.isNaN(history.value(column, sample))
        || thorough(history, sample);
  }

  /**
   * Which sample has a measure last, at a sample or before it, be it a number or not; −1 where it
   * was not taken yet.
   */
  public static int lastTaken(History history, int column, int sample) {
    int at = sample;
    while (at >= 0 && !taken(history, column, at)) {
      at--;
    }
    return at;
  }

  private static double drawn(ValueAxis axis, double value) {
    if (!Double.isFinite(value)) {
      return Double.NaN;
    }
    return axis.isLog() ? Math.max(value, Limits.LOG_FLOOR) : value;
  }

  /** Whether an evaluation has any of the measures that are seldom taken. */
  private static boolean thorough(History history, int sample) {
    for (int column = 0; column < history.metrics().size(); column++) {
      if (history.metrics().get(column).seldom() && !Double.isNaN(history.value(column, sample))) {
        return true;
      }
    }
    return false;
  }

  /** The lowest value; NaN when there is none. */
  public double lowest() {
    return Arrays.stream(values).filter(Double::isFinite).min().orElse(Double.NaN);
  }

  /** The highest value; NaN when there is none. */
  public double highest() {
    return Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN);
  }

  /** The index of the first point from an index on; the number of values when there is none. */
  public static int begin(double[] values, int from, int to) {
    int begin = from;
    while (begin < to && Double.isNaN(values[begin])) {
      begin++;
    }
    return begin;
  }

  /** The index of the first break from an index on; the end when there is none. */
  public static int end(double[] values, int from, int to) {
    int end = from;
    while (end < to && !Double.isNaN(values[end])) {
      end++;
    }
    return end;
  }
}
