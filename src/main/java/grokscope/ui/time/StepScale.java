package grokscope.ui.time;

/**
 * Where a step lies on an axis: 0 at its start, 1 at its end. Immutable, any thread.
 *
 * @param end the last step of the axis
 * @param log whether equal distances are equal ratios; then every step counts one more, because
 *     there is a step 0
 */
record StepScale(int end, boolean log) {
  double position(double step) {
    if (end <= 0) {
      return 0;
    }
    return log ? Math.log1p(step) / Math.log1p(end) : step / end;
  }

  double step(double position) {
    return log ? Math.expm1(position * Math.log1p(end)) : position * end;
  }
}
