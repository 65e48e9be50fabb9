package grokscope.cli.watch;

import grokscope.measure.MetricIds;
import grokscope.telemetry.History;
import grokscope.telemetry.RunStatus;
import grokscope.text.ClockText;
import java.util.List;
import java.util.Locale;

/** The state of a run on one line. Stateless, any thread. */
public final class ProgressLine {
  private ProgressLine() {}

  /** Step, losses, accuracies, speed, and how long it will still take. */
  public static String of(RunStatus status, History history) {
    return String.format(
        Locale.ROOT,
        "step %d/%d  loss train %s test %s  accuracy train %s test %s  %s  ETA %s",
        status.step(),
        status.steps(),
        loss(history.latest(MetricIds.TRAIN_LOSS)),
        loss(history.latest(MetricIds.TEST_LOSS)),
        percent(history.latest(MetricIds.TRAIN_ACCURACY)),
        percent(history.latest(MetricIds.TEST_ACCURACY)),
        speed(status.stepsPerSecond()),
        eta(status));
  }

  /** The same on two lines for a narrow terminal. */
  static List<String> halves(RunStatus status, History history) {
    String line = of(status, history);
    int cut = line.indexOf("  accuracy");
    return List.of(line.substring(0, cut), line.substring(cut + 2));
  }

  public static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  public static String loss(double loss) {
    if (Double.isNaN(loss)) {
      return "-";
    }
    boolean plain = loss >= 0.01 && loss < 1000;
    return String.format(Locale.ROOT, plain ? "%.3f" : "%.1e", loss);
  }

  public static String speed(double stepsPerSecond) {
    if (!(stepsPerSecond > 0)) {
      return "- steps/s";
    }
    return String.format(Locale.ROOT, stepsPerSecond < 10 ? "%.2f" : "%.0f", stepsPerSecond)
        + " steps/s";
  }

  public static String eta(RunStatus status) {
    return eta(status.steps() - (long) status.step(), status.stepsPerSecond());
  }

  /** The time for this many steps; a dash while the speed is not known. */
  public static String eta(long steps, double stepsPerSecond) {
    if (!(stepsPerSecond > 0)) {
      return steps <= 0 ? "0:00" : "-";
    }
    return ClockText.of(Math.ceil(steps / stepsPerSecond));
  }
}
