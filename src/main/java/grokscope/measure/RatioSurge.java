package grokscope.measure;

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

  RatioSurge(int held) {
    this.held = held;
  }

  /** The first of several evaluations in a row with such growth; −1 when there is none. */
  int after(int from, List<PhaseSample> samples) {
    List<Double> sorted = new ArrayList<>();
    int inRow = 0;
    for (int i = from + 1; i < samples.size(); i++) {
      double rate = rate(samples.get(i - 1), samples.get(i));
      boolean surges = sorted.size() >= LEAST && rate > TIMES * median(sorted);
      inRow = surges ? inRow + 1 : 0;
      if (inRow == held) {
        return i - held + 1;
      }
      if (Double.isFinite(rate)) {
        int place = Collections.binarySearch(sorted, rate);
        sorted.add(place < 0 ? -place - 1 : place, rate);
      }
    }
    return -1;
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
