package grokscope.ui.queue;

import grokscope.config.preset.Preset;
import grokscope.config.queue.QueuePlan;
import grokscope.text.ClockText;
import grokscope.text.NumberText;
import grokscope.train.loop.RunRequest.Until;
import grokscope.ui.runs.RunFacts;
import java.util.List;
import java.util.Optional;

/**
 * How long a queue takes: by the latest run of the same preset on this machine, or else by what the
 * preset says. Immutable, any thread.
 *
 * @param perStep how long a step takes, in seconds
 * @param source what that is known from: "as #7 did"; empty together with {@code perStep} 0, where
 *     nothing is known
 */
public record QueueEstimate(double perStep, String source) {
  /** Nothing is known. */
  public static final QueueEstimate UNKNOWN = new QueueEstimate(0, "");

  /**
   * The estimate for variations of a preset.
   *
   * @param measured the runs of this machine, the latest first
   */
  public static QueueEstimate of(Preset preset, List<RunFacts> measured) {
    Optional<RunFacts> latest =
        measured.stream()
            .filter(run -> run.preset().equals(preset.title()))
            .filter(run -> run.steps() > 0 && run.seconds() > 0)
            .findFirst();
    if (latest.isPresent()) {
      RunFacts run = latest.get();
      return new QueueEstimate(
          run.seconds() / run.steps(), "at the speed of " + run.identity().label());
    }
    double minutes = preset.presetNotes().minutes();
    int steps = preset.config().steps();
    return minutes > 0 && steps > 0
        ? new QueueEstimate(60 * minutes / steps, "as its preset says")
        : UNKNOWN;
  }

  /** "6 runs, about 4 min, at the speed of #7." */
  public String words(QueuePlan plan, Until until) {
    int count = plan.runs().size();
    String runs = count == 1 ? "1 run" : NumberText.count(count) + " runs";
    if (perStep <= 0) {
      return runs + ". How long a step takes is not known until such a run has been made.";
    }
    long steps = plan.runs().stream().mapToLong(run -> run.config().steps()).sum();
    String most = until == Until.STEPS ? "" : "at most ";
    return runs + ", " + most + ClockText.about(steps * perStep) + ", " + source + ".";
  }
}
