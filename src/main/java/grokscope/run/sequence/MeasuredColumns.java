package grokscope.run.sequence;

import grokscope.config.RunConfig;
import grokscope.measure.Measure;
import grokscope.measure.MetricIds;
import grokscope.task.Split;
import grokscope.telemetry.Metric;
import grokscope.train.lab.Choices;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured of networks from elsewhere. Where nobody knows which examples they were trained
 * on, whatever speaks of training or hidden examples is left out, and test loss and accuracy are
 * those of all examples. Immutable, any thread.
 */
final class MeasuredColumns {
  private final List<Metric> asked;
  private final List<Metric> written;
  private final boolean split;
  private final double trained;
  private final double hidden;

  /**
   * The columns of a run.
   *
   * @param split whether it is known which examples were trained on, or there are none such
   */
  MeasuredColumns(RunConfig config, boolean split) {
    Choices choices = new Choices(config);
    asked = choices.measuresOfWeights().stream().map(Measure::metric).toList();
    written = asked.stream().filter(metric -> split || ofAll(metric)).toList();
    this.split = split;
    int examples = choices.task().shape(config.task()).examples();
    trained = split ? 0 : Split.trainingExamples(examples, config.trainFraction());
    hidden = examples - trained;
  }

  /** Titles say whether a metric is of the training or of the hidden examples. */
  private static boolean ofAll(Metric metric) {
    boolean ofSide = metric.title().contains("train") || metric.title().contains("test");
    return !ofSide
        || metric.id().equals(MetricIds.TEST_LOSS)
        || metric.id().equals(MetricIds.TEST_ACCURACY);
  }

  /** The metrics that the trainer is asked for. */
  List<String> asked() {
    return asked.stream().map(Metric::id).toList();
  }

  /** The columns. */
  List<Metric> written() {
    return written;
  }

  /** The titles of what is left out because the split is not known. */
  List<String> leftOut() {
    List<Metric> out = new ArrayList<>(asked);
    out.removeAll(written);
    return out.stream().map(Metric::title).toList();
  }

  /** The cell of a metric in a row; NaN where there is no such column. */
  double cell(double[] row, String metric) {
    for (int i = 0; i < row.length; i++) {
      if (written.get(i).id().equals(metric)) {
        return row[i];
      }
    }
    return Double.NaN;
  }

  /** The cells of a row, from what the trainer answers. */
  double[] row(double[] answer) {
    if (split) {
      return answer;
    }
    double[] row = new double[written.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] =
          switch (written.get(i).id()) {
            case MetricIds.TEST_LOSS -> all(answer, MetricIds.TRAIN_LOSS, MetricIds.TEST_LOSS);
            case MetricIds.TEST_ACCURACY ->
                all(answer, MetricIds.TRAIN_ACCURACY, MetricIds.TEST_ACCURACY);
            default -> value(answer, written.get(i).id());
          };
    }
    return row;
  }

  private double all(double[] answer, String train, String test) {
    return (trained * value(answer, train) + hidden * value(answer, test)) / (trained + hidden);
  }

  private double value(double[] answer, String metric) {
    return answer[asked().indexOf(metric)];
  }
}
