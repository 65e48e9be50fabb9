package grokscope.ui.chart;

import grokscope.figure.RunIdentity;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Invented runs for tests. Stateless, any thread. */
public final class Runs {
  static final List<Metric> METRICS =
      List.of(
          new Metric("train_loss", "train loss", ""),
          new Metric("test_loss", "test loss", ""),
          new Metric("train_accuracy", "train accuracy", ""),
          new Metric("test_accuracy", "test accuracy", ""),
          new Metric("weight_norm", "Σw²", ""));

  private Runs() {}

  /** Another run of this number. */
  public static Ghost ghost(int number, String words, History history) {
    RunIdentity identity = new RunIdentity(number, words, number - 1);
    return new Ghost(identity, identity.label(), history);
  }

  /** A run that groks in the middle, evaluated at these steps. */
  static History history(int... steps) {
    History history = new History(METRICS);
    for (int step : steps) {
      history.append(sample(step, 500));
    }
    return history;
  }

  /** A run of evenly spaced samples. */
  public static History history(int samples, int gap, int grok) {
    History history = new History(METRICS);
    extend(history, samples, gap, grok);
    return history;
  }

  /** A run that answers so many times and learns one answer after the other from its context. */
  static History answering(int answers) {
    List<Metric> metrics = new ArrayList<>(METRICS);
    for (int n = 1; n <= answers; n++) {
      metrics.add(new Metric("test_loss_" + n, "test loss, answer " + n, ""));
    }
    metrics.add(new Metric("in_context_score", "in-context score", ""));
    History history = new History(metrics);
    for (int step = 0; step <= 1000; step += 10) {
      double[] values = Arrays.copyOf(sample(step, 500).values(), metrics.size());
      for (int n = 0; n < answers; n++) {
        values[METRICS.size() + n] = 0.05 + 2 / (1 + Math.exp((step - 100.0 * n - 100) / 20));
      }
      values[metrics.size() - 1] = -3 / (1 + Math.exp((500.0 - step) / 40));
      history.append(new Sample(1, step, values));
    }
    return history;
  }

  /** A run of 96 samples, at every tenth of which two more things are measured. */
  static History seldom() {
    List<Metric> metrics = new ArrayList<>(METRICS);
    metrics.add(new Metric("trig_share", "share of cosines", "", true));
    metrics.add(new Metric("descent_cosine", "cosine", "", true));
    History history = new History(metrics);
    for (int step = 0; step < 96; step++) {
      double[] values = Arrays.copyOf(sample(step, 500).values(), metrics.size());
      values[METRICS.size()] = step % 10 == 0 ? step / 100.0 : Double.NaN;
      values[METRICS.size() + 1] = step % 10 == 0 ? -0.5 : Double.NaN;
      history.append(new Sample(1, step, values));
    }
    return history;
  }

  /** A run of a thousand steps with a circuit. */
  static History understood() {
    List<Metric> metrics = new ArrayList<>(METRICS);
    metrics.add(new Metric("restricted_loss", "restricted loss", ""));
    metrics.add(new Metric("excluded_loss", "excluded loss", ""));
    History history = new History(metrics);
    for (int step = 0; step <= 1000; step += 10) {
      double[] values = Arrays.copyOf(sample(step, 500).values(), metrics.size());
      values[METRICS.size()] = 0.1;
      values[METRICS.size() + 1] = 2;
      history.append(new Sample(1, step, values));
    }
    return history;
  }

  /** Adds evenly spaced samples. */
  public static void extend(History history, int samples, int gap, int grok) {
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
