package grokscope.measure.phase;

import grokscope.measure.numerics.Median;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Several runs that differ in their seed only, as one: at each step that any of them has, the
 * median of their values, the lowest and the highest. Between two of its own steps a run has the
 * value on the straight line. Only steps that all the runs have reached count, so that every median
 * is of the same runs; where one has no number, there is none. FX thread.
 *
 * @param median of the runs, on the metrics of the first
 * @param lowest of the runs, on the same steps
 * @param highest of the runs, on the same steps
 */
public record SeedRange(History median, History lowest, History highest) {

  /** The range of two or more runs; empty where they have no step in common. */
  public static Optional<SeedRange> of(List<History> runs) {
    if (runs.size() < 2 || runs.stream().anyMatch(run -> run.size() == 0)) {
      return Optional.empty();
    }
    TreeSet<Double> steps = new TreeSet<>();
    runs.forEach(run -> Arrays.stream(run.steps(0)).forEach(steps::add));
    double first = runs.stream().mapToDouble(run -> run.step(0)).max().orElseThrow();
    double last = runs.stream().mapToDouble(run -> run.step(run.size() - 1)).min().orElseThrow();
    if (first > last) {
      return Optional.empty();
    }
    List<Metric> metrics = runs.get(0).metrics();
    SeedRange range =
        new SeedRange(new History(metrics), new History(metrics), new History(metrics));
    for (double step : steps.subSet(first, true, last, true)) {
      range.append(runs, step);
    }
    return Optional.of(range);
  }

  private void append(List<History> runs, double step) {
    List<Metric> metrics = median.metrics();
    double[] middle = new double[metrics.size()];
    double[] low = new double[metrics.size()];
    double[] high = new double[metrics.size()];
    for (int i = 0; i < metrics.size(); i++) {
      String metric = metrics.get(i).id();
      double[] values =
          runs.stream().mapToDouble(run -> value(run, metric, step)).sorted().toArray();
      boolean complete = !Double.isNaN(values[values.length - 1]); // NaN is sorted to the end
      middle[i] = complete ? Median.of(values) : Double.NaN;
      low[i] = complete ? values[0] : Double.NaN;
      high[i] = complete ? values[values.length - 1] : Double.NaN;
    }
    median.append(new Sample(0, (int) step, middle));
    lowest.append(new Sample(0, (int) step, low));
    highest.append(new Sample(0, (int) step, high));
  }

  private static double value(History run, String metric, double step) {
    int column = run.column(metric);
    if (column < 0) {
      return Double.NaN;
    }
    int before = run.indexAt(step);
    double value = run.value(column, before);
    if (run.step(before) == step) {
      return value;
    }
    double share = (step - run.step(before)) / (run.step(before + 1) - run.step(before));
    return value + share * (run.value(column, before + 1) - value);
  }
}
