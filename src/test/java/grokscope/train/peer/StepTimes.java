package grokscope.train.peer;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** How long the steps of a block took, in milliseconds. */
public record StepTimes(int steps, double median, double mean) {
  private static final int FEWEST_STEPS = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Takes steps for a while, and times each. */
  static StepTimes of(Duration length, Runnable step) {
    DoubleStream.Builder taken = DoubleStream.builder();
    long start = System.nanoTime();
    for (int i = 0; i < FEWEST_STEPS || System.nanoTime() - start < length.toNanos(); i++) {
      long before = System.nanoTime();
      step.run();
      taken.add((System.nanoTime() - before) / NANOS_PER_MILLI);
    }
    double[] times = taken.build().toArray();
    return new StepTimes(times.length, median(times), Arrays.stream(times).average().orElseThrow());
  }

  public static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
  }
}
