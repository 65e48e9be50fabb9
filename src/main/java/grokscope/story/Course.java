package grokscope.story;

import grokscope.measure.MetricIds;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseDetector;
import grokscope.measure.phase.PhaseSample;
import grokscope.measure.phase.Phases;
import grokscope.telemetry.History;

/** What the course of a run shows up to one of its evaluations. One thread. */
final class Course {
  private static final double LOOK_BACK = 0.2; // of the steps, and ten evaluations at least
  private static final int LEAST = 10;
  private static final double CLEARLY = 0.03;

  private final History history;
  private final Outcome outcome;
  private final PhaseDetector detector;
  private int taken;

  /**
   * A course of which nothing has been looked at.
   *
   * @param outcome what the run is; it observes what is looked at
   */
  Course(History history, Outcome outcome) {
    this.history = history;
    this.outcome = outcome;
    detector = new PhaseDetector(outcome);
  }

  History history() {
    return history;
  }

  Outcome outcome() {
    return outcome;
  }

  /** How many evaluations have been looked at. */
  int taken() {
    return taken;
  }

  /**
   * Looks at everything up to a number of evaluations. What the circuit alone answers is left out:
   * with the key frequencies of the moment, which are nearly all at first, that is right long
   * before anything is cleaned up; test accuracy says when.
   */
  void lookAt(int evaluations) {
    for (; taken < evaluations; taken++) {
      detector.observe(
          new PhaseSample(
              (int) history.step(taken),
              value(MetricIds.TRAIN_LOSS),
              value(MetricIds.TEST_LOSS),
              value(MetricIds.TRAIN_ACCURACY),
              value(MetricIds.TEST_ACCURACY),
              value(MetricIds.WEIGHT_NORM),
              value(MetricIds.EXCLUDED_LOSS),
              Double.NaN,
              Double.NaN));
    }
  }

  private double value(String metric) {
    int column = history.column(metric);
    return column < 0 ? Double.NaN : history.value(column, taken);
  }

  /** Whether the run has this metric. */
  boolean measures(String metric) {
    return history.column(metric) >= 0;
  }

  /** The last finite value of a metric that has been looked at; NaN where there is none. */
  double latest(String metric) {
    int column = history.column(metric);
    return column < 0 ? Double.NaN : history.latest(column, taken - 1);
  }

  Phases phases() {
    return detector.phases();
  }

  /** Whether a positive measure has fallen clearly over the last evaluations. */
  boolean falls(String metric) {
    return now(metric) < (1 - CLEARLY) * before(metric);
  }

  /** Whether it has risen clearly. */
  boolean rises(String metric) {
    return now(metric) > (1 + CLEARLY) * before(metric);
  }

  private double now(String metric) {
    int column = history.column(metric);
    return column < 0 || taken == 0 ? Double.NaN : history.value(column, taken - 1);
  }

  private double before(String metric) {
    int column = history.column(metric);
    return column < 0 || taken == 0 ? Double.NaN : history.value(column, earlier());
  }

  private int earlier() {
    int byStep = history.indexAt((1 - LOOK_BACK) * history.step(taken - 1));
    return Math.max(0, Math.min(byStep, taken - 1 - LEAST));
  }

  /** Test loss in times of train loss. */
  double ratio() {
    return now(MetricIds.TEST_LOSS) / now(MetricIds.TRAIN_LOSS);
  }

  /** Whether that has fallen clearly. */
  boolean ratioFalls() {
    return ratio() < (1 - CLEARLY) * before(MetricIds.TEST_LOSS) / before(MetricIds.TRAIN_LOSS);
  }
}
