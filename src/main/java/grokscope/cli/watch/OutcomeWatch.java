package grokscope.cli.watch;

import grokscope.config.preset.Preset;
import grokscope.measure.MetricIds;
import grokscope.measure.phase.Outcome;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import java.util.List;
import java.util.Optional;

/**
 * Follows a run that its preset's promise is held against. The trainer thread tells it; its answer
 * is asked for when the run is over.
 */
public final class OutcomeWatch implements RunListener {
  private final Preset preset;
  private final Outcome outcome;
  private final List<String> columns;

  /**
   * A watch.
   *
   * @param metrics what the values of a sample are
   */
  public OutcomeWatch(Preset preset, List<Metric> metrics) {
    this.preset = preset;
    this.outcome = Outcome.of(preset.config());
    this.columns = metrics.stream().map(Metric::id).toList();
  }

  @Override
  public synchronized void onSample(Sample sample) {
    outcome.observe(
        sample.step(),
        value(sample, MetricIds.TRAIN_LOSS),
        value(sample, MetricIds.TRAIN_ACCURACY),
        value(sample, MetricIds.TEST_ACCURACY));
  }

  private double value(Sample sample, String metric) {
    int column = columns.indexOf(metric);
    return column < 0 ? Double.NaN : sample.values()[column];
  }

  /** What was not as promised, as a sentence without its full stop; empty if everything was. */
  public synchronized Optional<String> broken(RunSummary seen) {
    outcome.tell(seen.state(), seen.memorizedAt(), seen.grokkedAt());
    return OutcomeCheck.broken(preset, seen, outcome);
  }
}
