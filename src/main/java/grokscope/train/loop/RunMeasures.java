package grokscope.train.loop;

import grokscope.config.RunConfig;
import grokscope.kernel.StateArchive;
import grokscope.measure.Measure;
import grokscope.measure.MeasureSchedule;
import grokscope.measure.Probe;
import grokscope.measure.phase.HeldThreshold;
import grokscope.measure.phase.Outcome;
import grokscope.telemetry.StepInterval;
import grokscope.train.lab.Choices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is measured of a run, when, and what was measured last. Trainer thread only. */
public final class RunMeasures {
  public static final int LONGEST_GAP = 500;

  private final MeasureSchedule schedule = new MeasureSchedule(LONGEST_GAP);
  private final HeldThreshold memorized = Outcome.memorizing();
  private final HeldThreshold generalized;
  private final List<Measure> measures;
  private final int lastStep;
  private final boolean memorizes; // with new examples in every step there is nothing to memorise
  private double[] latest = new double[0];
  private int takenAt = -1;
  private int thoroughAt = -1;

  /**
   * Nothing is measured yet.
   *
   * @param columns the ids of what is to be measured; empty for all there is
   */
  RunMeasures(RunConfig config, List<String> columns) {
    Choices choices = new Choices(config);
    measures = columns.isEmpty() ? choices.measures() : choices.measures(columns);
    lastStep = config.steps();
    memorizes = !choices.task().fresh(config.task());
    generalized = Outcome.generalizing(choices.task().generalizedAt(config.task()));
  }

  /** Whether to measure at this step; ask once for every step, in order. */
  boolean isDue(int step) {
    boolean due = schedule.isDue(step);
    thoroughAt = due && schedule.isThorough() ? step : thoroughAt;
    return due;
  }

  /** Whether this step was measured already. */
  boolean taken(int step) {
    return takenAt == step;
  }

  /**
   * Measures: a value per metric, in the order of the run's metrics. What is measured only now and
   * then is NaN but at some steps that are due and at the last one of the run.
   */
  double[] take(int step, Probe probe) {
    boolean lost = !Double.isFinite(probe.train().meanLoss());
    boolean thorough = !lost && (step == thoroughAt || step == lastStep);
    double[] values = new double[measures.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = measures.get(i).of(probe, thorough);
    }
    latest = values;
    takenAt = step;
    return values;
  }

  /** When train accuracy reached its threshold; never where every step draws new examples. */
  HeldThreshold memorized() {
    return memorized;
  }

  /**
   * Takes the next train accuracy.
   *
   * @return when it reached its threshold, once
   */
  Optional<StepInterval> memorizing(int step, double accuracy) {
    return memorizes ? memorized.observe(step, accuracy) : Optional.empty();
  }

  /** When test accuracy reached its threshold. */
  HeldThreshold generalized() {
    return generalized;
  }

  /** The last values, by the ids of the metrics. */
  Map<String, Double> latest() {
    Map<String, Double> last = new LinkedHashMap<>();
    for (int i = 0; i < latest.length; i++) {
      last.put(measures.get(i).metric().id(), latest[i]);
    }
    return last;
  }

  /** Carries all of it over to a resumed run. */
  void archive(StateArchive state) {
    takenAt = state.count("measures.takenAt", takenAt);
    schedule.archive(state);
    memorized.archive("memorized", state);
    generalized.archive("grokked", state);
    if (takenAt < 0) {
      return;
    }
    double[] values = new double[measures.size()];
    for (int i = 0; i < values.length; i++) {
      double known = i < latest.length ? latest[i] : Double.NaN;
      values[i] = state.real("latest." + measures.get(i).metric().id(), known);
    }
    latest = values;
  }
}
