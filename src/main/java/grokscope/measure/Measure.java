package grokscope.measure;

import grokscope.telemetry.Metric;
import java.util.function.ToDoubleFunction;

/**
 * One number that is read off a network. It never changes the network. Trainer thread only.
 *
 * @param metric its column and its words
 * @param value how it is computed
 */
public record Measure(Metric metric, ToDoubleFunction<Probe> value) {
  /**
   * The number; NaN where it is not measured.
   *
   * @param thorough whether this evaluation has the rare measures
   */
  public double of(Probe probe, boolean thorough) {
    return metric.seldom() && !thorough ? Double.NaN : value.applyAsDouble(probe);
  }
}
