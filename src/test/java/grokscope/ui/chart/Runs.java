package grokscope.ui.chart;

import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Sample;
import java.util.List;

/** Invented runs for tests. Stateless, any thread. */
final class Runs {
  static final List<Metric> METRICS =
      List.of(
          new Metric("train_loss", "train loss", ""),
          new Metric("test_loss", "test loss", ""),
          new Metric("train_accuracy", "train accuracy", ""),
          new Metric("test_accuracy", "test accuracy", ""),
          new Metric("weight_norm", "Σw²", ""));

  private Runs() {}

  /** A run that groks in the middle, evaluated at these steps. */
  static History history(int... steps) {
    History history = new History(METRICS);
    for (int step : steps) {
      history.append(sample(step, 500));
    }
    return history;
  }

  /** A run of evenly spaced samples. */
  static History history(int samples, int gap, int grok) {
    History history = new History(METRICS);
    extend(history, samples, gap, grok);
    return history;
  }

  static void extend(History history, int samples, int gap, int grok) {
    int next = history.size() == 0 ? 0 : (int) history.step(history.size() - 1) + gap;
    for (int i = 0; i < samples; i++) {
      history.append(sample(next + i * gap, grok));
    }
  }

  static Sample sample(int step, int grok) {
    double known = 1 / (1 + Math.exp((50.0 - step) / 8));
    double understood = 1 / (1 + Math.exp((grok - step) / 30.0));
    return new Sample(
        1,
        step,
        new double[] {
          4 * Math.exp(-step / 40.0),
          4 + 3 * known - 6.9 * understood,
          known,
          understood,
          300 + step
        });
  }
}
