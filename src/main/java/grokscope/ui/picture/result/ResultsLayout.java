package grokscope.ui.picture.result;

import grokscope.figure.StepScale;
import grokscope.run.sweep.Sweep;
import grokscope.run.sweep.SweepGroup;
import grokscope.run.sweep.SweepRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Where the runs of a sweep lie on a plot: across by the value of a setting, up by steps on a
 * logarithmic axis, and in a row above it those that never came so far. Immutable, any thread.
 *
 * @param groups the runs by their values
 * @param values of the setting, from left to right
 * @param log whether equal distances across are equal ratios
 * @param least the step at the bottom
 * @param most the step at the top
 * @param left the left edge, in pixels
 * @param top the upper edge of the axis; the row of those that never came so far lies above it
 * @param width in pixels
 * @param height in pixels
 */
record ResultsLayout(
    List<SweepGroup> groups,
    List<Optional<Object>> values,
    boolean numeric,
    boolean log,
    double least,
    double most,
    double left,
    double top,
    double width,
    double height) {
  private static final double INSET = 0.08; // of the width, so that no dot lies on the edge
  private static final double SPREAD = 9; // pixels between the dots of a value
  private static final double ROW = 11; // pixels above the axis

  /** A run on the plot. */
  record Dot(
      SweepRun run, SweepGroup group, boolean generalized, boolean never, double x, double y) {}

  static ResultsLayout of(
      Sweep sweep,
      Optional<String> x,
      Optional<String> series,
      boolean log,
      double left,
      double top,
      double width,
      double height) {
    List<SweepGroup> groups =
        x.map(path -> sweep.by(path, series))
            .orElseGet(
                () -> List.of(new SweepGroup(Optional.empty(), Optional.empty(), sweep.runs())));
    List<Optional<Object>> values = x.map(sweep::values).orElseGet(() -> List.of(Optional.empty()));
    double[] steps =
        sweep.runs().stream()
            .filter(SweepRun::counts)
            .flatMapToDouble(run -> DoubleStream.of(run.memorized(), run.generalized()))
            .filter(Double::isFinite)
            .map(step -> Math.max(1, step))
            .toArray();
    double least = DoubleStream.of(steps).min().orElse(1);
    double most = DoubleStream.of(steps).max().orElse(10);
    return new ResultsLayout(
        groups,
        values,
        x.filter(sweep::numeric).isPresent(),
        log,
        least / 1.5,
        Math.max(most, 10 * least) * 1.3,
        left,
        top,
        width,
        height);
  }

  /** Whether a logarithmic axis across is possible. */
  static boolean canBeLog(Sweep sweep, String path) {
    return sweep.numeric(path) && sweep.values(path).stream().allMatch(value -> number(value) > 0);
  }

  private static double number(Optional<Object> value) {
    return value.orElse("") instanceof Number number ? number.doubleValue() : 0;
  }

  /** Where a value lies across. */
  double x(Optional<Object> value) {
    double share = 0.5;
    if (values.size() > 1) {
      if (numeric) {
        StepScale scale =
            new StepScale(false, across(values.get(0)), across(values.get(values.size() - 1)));
        share = scale.position(across(value));
      } else {
        share = (double) values.indexOf(value) / (values.size() - 1);
      }
    }
    return left + width * (INSET + (1 - 2 * INSET) * share);
  }

  private double across(Optional<Object> value) {
    return log ? Math.log10(number(value)) : number(value);
  }

  /** Where a step lies; above the axis if it never came. */
  double y(double step) {
    if (Double.isInfinite(step)) {
      return top - ROW;
    }
    double share = Math.log(Math.max(1, step) / least) / Math.log(most / least);
    return top + height * (1 - share);
  }

  /** The median of a group, or where none can be drawn. */
  double median(SweepGroup group, boolean generalized) {
    return (generalized ? group.generalized() : group.memorized())
        .map(spread -> spread.median())
        .orElse(Double.NaN);
  }

  /** All runs that say something about their settings, once for each of the two moments. */
  List<Dot> dots() {
    List<Dot> dots = new ArrayList<>();
    for (SweepGroup group : groups) {
      List<SweepRun> counted = group.counted();
      for (int i = 0; i < counted.size(); i++) {
        SweepRun run = counted.get(i);
        double room = Math.min(SPREAD, width / (4.0 * values.size() * counted.size()));
        double at = x(group.value()) + (i - (counted.size() - 1) / 2.0) * room;
        for (boolean generalized : new boolean[] {false, true}) {
          double step = generalized ? run.generalized() : run.memorized();
          dots.add(new Dot(run, group, generalized, Double.isInfinite(step), at, y(step)));
        }
      }
    }
    return dots;
  }

  /** The values of the second setting, in their order. */
  List<Optional<Object>> series() {
    return groups.stream().map(SweepGroup::series).distinct().toList();
  }

  /** The groups of one series, from left to right. */
  List<SweepGroup> of(Optional<Object> one) {
    return groups.stream().filter(group -> Objects.equals(group.series(), one)).toList();
  }

  /** How many runs at a value never understood the hidden examples. */
  long never(SweepGroup group) {
    return group.counted().stream().filter(run -> run.generalizedAt().isEmpty()).count();
  }
}
