package grokscope.measure.phase;

import grokscope.measure.numerics.Median;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds where test loss ÷ restricted loss leaves its slow growth: where its logarithm grows, per
 * step, more than 15 times as fast as the median of all growth rates since circuit formation began.
 * It looks only back, so that what it has found stays found.
 */
final class RatioSurge {
  private static final double TIMES = 15;

  /** With fewer rates a median says little. */
  private static final int LEAST = 5;

  private final int held;
  private final List<Double> sorted = new ArrayList<>();
  private int from = -1;
  private int next;
  private int inRow;

  RatioSurge(int held) {
    this.held = held;
  }

  /**
   * The first of several evaluations in a row with such growth; −1 when there is none. As long as
   * it begins at the same evaluation it looks at every one once.
   */
  int after(int begin, List<PhaseSample> samples) {
    if (begin != from) {
      from = begin;
      next = begin + 1;
      inRow = 0;
      sorted.clear();
    }
    while (inRow < held && next < samples.size()) {
      take(rate(samples.get(next - 1), samples.get(next)));
      next++;
    }
    return inRow == held ? next - held : -1;
  }

  private void take(double rate) {
    boolean surges = sorted.size() >= LEAST && rate > TIMES * median(sorted);
    inRow = surges ? inRow + 1 : 0;
    if (Double.isFinite(rate)) {
      int place = Collections.binarySearch(sorted, rate);
      sorted.add(place < 0 ? -place - 1 : place, rate);
    }
  }

  private static double rate(PhaseSample before, PhaseSample now) {
    return (logRatio(now) - logRatio(before)) / (now.step() - before.step());
  }

  private static double logRatio(PhaseSample sample) {
    return Math.log(sample.testLoss() / sample.restrictedLoss());
  }

  /** The median, or infinity where the ratio has not grown so far. */
  private static double median(List<Double> sorted) {
    double median = Median.of(sorted.size(), sorted::get);
    return median > 0 ? median : Double.POSITIVE_INFINITY;
  }
}
