package grokscope.figure.print;

import grokscope.figure.StepScale;
import grokscope.figure.Ticks;
import grokscope.figure.ink.Typeface;
import grokscope.telemetry.History;

/** The axis of steps below the panels of a figure. Stateless. */
final class StepAxis {
  private static final double LABEL = 5.5; // all in sizes of the type
  private static final double EDGE = 0.6;
  private static final double NARROWEST = 1e-3; // steps

  private StepAxis() {}

  /** The steps in view: those that are asked for, or all. */
  static StepScale scale(FigureSpec spec, FigureData data) {
    double last =
        data.runs().stream()
            .map(FigureRun::history)
            .filter(run -> run.size() > 0)
            .mapToDouble(StepAxis::last)
            .max()
            .orElse(1);
    StepScale whole = StepScale.whole(spec.logSteps(), data.end().orElse(last));
    return spec.steps()
        .map(
            range -> {
              double from = Math.max(range.from(), whole.min());
              return new StepScale(spec.logSteps(), from, Math.max(range.to(), from + NARROWEST));
            })
        .orElse(whole);
  }

  private static double last(History run) {
    return run.step(run.size() - 1);
  }

  /**
   * Its ticks.
   *
   * @param room the width of the plots, in sizes of the type
   */
  static Ticks ticks(StepScale steps, double room) {
    int count = Math.max(2, (int) (room / LABEL));
    return steps.log()
        ? Ticks.logSteps(steps.min(), steps.max(), count)
        : Ticks.steps(steps.min(), steps.max(), count);
  }

  /** How far the words at the last tick reach beyond the plots, in points. */
  static double beyond(StepScale steps, Ticks ticks, FigureType type, Typeface face) {
    double[] at = ticks.major();
    if (at.length == 0 || steps.position(at[at.length - 1]) <= 0.8) {
      return 0;
    }
    double half = face.width(ticks.label(at[at.length - 1]), type.small()) / 2;
    return half + EDGE * type.size();
  }
}
