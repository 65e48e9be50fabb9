package grokscope.story;

import grokscope.config.RunConfig;
import grokscope.measure.MetricIds;
import grokscope.measure.phase.Outcome;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import java.util.List;

/**
 * Follows a run to say at its end what it was. The trainer thread tells it; the answer is asked for
 * when the run is over.
 */
public final class OutcomeListener implements RunListener {
  private final Outcome outcome;
  private final List<String> columns;

  /**
   * A listener.
   *
   * @param metrics what the values of a sample are
   */
  public OutcomeListener(RunConfig config, List<Metric> metrics) {
    this.outcome = Outcome.of(config);
    this.columns = metrics.stream().map(Metric::id).toList();
  }

  /** The listener to a run that goes on after this. */
  public OutcomeListener(RunConfig config, History past) {
    this(config, past.metrics());
    for (int i = 0; i < past.size(); i++) {
      double[] values = new double[columns.size()];
      for (int column = 0; column < values.length; column++) {
        values[column] = past.value(column, i);
      }
      onSample(new Sample(0, (int) past.step(i), values));
    }
  }

  @Override
  public synchronized void onSample(Sample sample) {
    if (sample.step() > outcome.step()) { // one that was recorded before is known
      outcome.observe(
          sample.step(),
          value(sample, MetricIds.TRAIN_LOSS),
          value(sample, MetricIds.TRAIN_ACCURACY),
          value(sample, MetricIds.TEST_ACCURACY),
          value(sample, MetricIds.WEIGHT_NORM));
    }
  }

  private double value(Sample sample, String metric) {
    int column = columns.indexOf(metric);
    return column < 0 ? Double.NaN : sample.values()[column];
  }

  /** What the run was, by all its evaluations and its trainer's last word. */
  public synchronized Outcome outcome(RunSummary summary) {
    outcome.tell(summary.state(), summary.memorizedAt(), summary.generalizedAt());
    return outcome;
  }
}
