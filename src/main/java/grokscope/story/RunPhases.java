package grokscope.story;

import grokscope.measure.MetricIds;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseBoundary;
import grokscope.measure.phase.PhaseDetector;
import grokscope.measure.phase.PhaseSample;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.measure.phase.Phases;
import grokscope.telemetry.History;
import grokscope.telemetry.StepInterval;
import grokscope.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a run into its phases as its history grows, and puts them in words. FX thread only; needs no
 * toolkit.
 */
public final class RunPhases {
  private final History history;
  private final Outcome outcome;
  private final PhaseDetector detector;
  private int taken;
  private Phases phases;

  /**
   * Phases of a run.
   *
   * @param outcome what the run is; it observes what the history has and gains
   */
  public RunPhases(History history, Outcome outcome) {
    this.history = history;
    this.outcome = outcome;
    detector = new PhaseDetector(outcome);
    phases = detector.phases();
  }

  /**
   * Takes in what the history has gained. What the circuit alone answers is left out: with the key
   * frequencies of the moment, which are nearly all at first, that is right long before anything is
   * cleaned up; test accuracy says when.
   */
  public void update() {
    for (; taken < history.size(); taken++) {
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
    phases = detector.phases();
  }

  private double value(String metric) {
    int column = history.column(metric);
    return column < 0 ? Double.NaN : history.value(column, taken);
  }

  public Phases phases() {
    return phases;
  }

  public PhaseVerdict verdict() {
    return outcome.verdict();
  }

  /** What the run shows now, as one sentence; empty before it shows anything. */
  public String sentence() {
    if (history.size() == 0) {
      return "";
    }
    String verdict = outcome.verdict().words();
    return verdict.substring(0, 1).toUpperCase(Locale.ROOT) + verdict.substring(1) + ".";
  }

  /** Where the phases meet and by which rules, a line for each. */
  public String rules() {
    List<String> lines = new ArrayList<>();
    phases.memorizationEnd().ifPresent(at -> lines.add(said("Memorising ended", at)));
    phases.cleanupStart().ifPresent(at -> lines.add(said("Cleanup began", at)));
    phases.cleanupEnd().ifPresent(at -> lines.add(said("Cleanup ended", at)));
    return lines.isEmpty() ? "No phase has ended yet." : String.join("\n", lines);
  }

  private static String said(String what, PhaseBoundary boundary) {
    StepInterval at = boundary.at();
    return what
        + " at "
        + NumberText.count(Math.max(0, at.after()))
        + "–"
        + NumberText.count(at.by())
        + (boundary.confirmed() ? "" : ", not yet confirmed")
        + " ("
        + boundary.rule().words()
        + ").";
  }
}
