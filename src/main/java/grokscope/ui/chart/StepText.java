package grokscope.ui.chart;

import grokscope.telemetry.StepInterval;

/** Steps in words: digits in groups of three. Stateless, any thread. */
final class StepText {
  /** Narrow enough to hold a number together, and it does not break lines. */
  private static final char GAP = '\u202f';

  private StepText() {}

  /** The digits of a step, in groups of three. */
  static String of(long step) {
    String digits = Long.toString(Math.abs(step));
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      text.insert(at, GAP);
    }
    return step < 0 ? "−" + text : text.toString();
  }

  /** An interval: its two ends, or the step it began with. */
  static String of(StepInterval interval) {
    return interval.after() < 0
        ? "at " + of(interval.by())
        : of(interval.after()) + "–" + of(interval.by());
  }
}
