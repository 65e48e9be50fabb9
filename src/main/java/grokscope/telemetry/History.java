package grokscope.telemetry;

import java.util.Arrays;
import java.util.List;

/**
 * Everything that one run has measured, one growing array per metric. Owned by one thread, the one
 * that reads the feed (on screen, the FX thread).
 */
public final class History {
  private final List<Metric> metrics;
  private final double[][] columns;
  private double[] steps = new double[256];
  private int size;

  /** An empty history with one column per metric. */
  public History(List<Metric> metrics) {
    this.metrics = List.copyOf(metrics);
    this.columns = new double[metrics.size()][steps.length];
  }

  /** Appends a sample; its values are in the order of the metrics. */
  public void append(Sample sample) {
    append(sample.step(), sample.values());
  }

  /** The same with its step and a copy of its values. */
  public void append(int step, double[] values) {
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, 2 * size);
      for (int i = 0; i < columns.length; i++) {
        columns[i] = Arrays.copyOf(columns[i], 2 * size);
      }
    }
    steps[size] = step;
    for (int i = 0; i < columns.length; i++) {
      columns[i][size] = values[i];
    }
    size++;
  }

  /** The metrics, one per column. */
  public List<Metric> metrics() {
    return metrics;
  }

  /** The number of samples. */
  public int size() {
    return size;
  }

  /** The step of a sample. */
  public double step(int index) {
    return steps[index];
  }

  /** The value of a metric in a sample. */
  public double value(int metric, int index) {
    return columns[metric][index];
  }

  /** The value of a metric in the last sample; NaN when it is not measured, or not yet. */
  public double latest(String id) {
    int metric = column(id);
    return metric < 0 || size == 0 ? Double.NaN : columns[metric][size - 1];
  }

  /** The last finite value of a metric up to a sample; NaN when there is none. */
  public double latest(int metric, int index) {
    int at = index;
    while (at >= 0 && !Double.isFinite(columns[metric][at])) {
      at--;
    }
    return at < 0 ? Double.NaN : columns[metric][at];
  }

  /** The column of the metric with this id, or −1. */
  public int column(String id) {
    for (int i = 0; i < metrics.size(); i++) {
      if (metrics.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** A copy of the steps from an index on. */
  public double[] steps(int from) {
    return Arrays.copyOfRange(steps, from, size);
  }

  /** A copy of a column from an index on. */
  public double[] values(int metric, int from) {
    return Arrays.copyOfRange(columns[metric], from, size);
  }

  /** The index of the last sample at or before a step; −1 when there is none. */
  public int indexAt(double step) {
    int found = Arrays.binarySearch(steps, 0, size, step);
    return found >= 0 ? found : -found - 2;
  }
}
