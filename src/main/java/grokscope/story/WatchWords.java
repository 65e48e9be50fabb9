package grokscope.story;

import grokscope.measure.MetricIds;
import grokscope.measure.phase.PhaseBoundary;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.measure.phase.Phases;
import grokscope.telemetry.History;
import grokscope.text.NumberText;
import java.util.Locale;
import java.util.Optional;

/** Says what is worth watching in a run now, from its measures. Stateless; FX thread. */
public final class WatchWords {
  private WatchWords() {}

  /**
   * One or two sentences; empty when there is nothing to add to the verdict.
   *
   * @param verdict what the run is
   * @param forecast about when the run should grok
   * @param steps where the run ends
   */
  public static String of(
      History history,
      Phases phases,
      PhaseVerdict verdict,
      Optional<Forecast> forecast,
      int steps) {
    if (history.size() == 0) {
      return "";
    }
    return switch (verdict) {
      case LEARNING, LEARNED_IN_PART ->
          "Every step brings new examples, so nothing can be memorised: watch for a sudden fall in"
              + " both losses.";
      case LEARNED -> "";
      case NOT_LEARNED -> "Watch train loss fall while test loss rises: that is memorising.";
      case MEMORIZED_ONLY -> memorized(history, phases, true) + due(history, forecast, steps);
      case RISING, IN_PART -> memorized(history, phases, false); // the jump is under way
      case NO_DELAY, SHORT_DELAY -> "Less data or larger initial weights bring a delay.";
      case GROKKING -> grokking(phases);
      case UNGROKKED -> "Watch which examples are still answered correctly.";
      case FORGOTTEN -> "Less weight decay or a smaller learning rate lets it learn again.";
      case DIVERGED -> "A smaller learning rate usually helps.";
    };
  }

  private static String memorized(History history, Phases phases, boolean hidden) {
    Optional<PhaseBoundary> turned = phases.memorizationEnd();
    if (phases.cleanupStart().isPresent()) {
      return "Watch Σw² and test loss fall together: decay removes what only the memory needed.";
    }
    if (history.column(MetricIds.EXCLUDED_LOSS) >= 0) {
      return turned.filter(PhaseBoundary::confirmed).isEmpty()
          ? "Watch excluded loss: while it falls, the answers come from memory."
          : String.format(
              Locale.ROOT,
              "Excluded loss has left its minimum and is at %.2g: the circuit carries part of the"
                  + " training set%s.",
              history.latest(MetricIds.EXCLUDED_LOSS),
              hidden ? ", though test accuracy hardly shows it" : "");
    }
    return turned.filter(PhaseBoundary::confirmed).isEmpty()
        ? "Watch test loss: it rises as long as the network only memorises."
        : "Test loss has passed its peak: something better than memory is growing.";
  }

  private static String due(History history, Optional<Forecast> forecast, int steps) {
    int step = (int) history.step(history.size() - 1);
    return forecast.map(coming -> " " + sentence(coming, step, steps)).orElse("");
  }

  /**
   * What to expect, in a sentence.
   *
   * @param step how far the run is
   * @param steps where it ends
   */
  static String sentence(Forecast coming, int step, int steps) {
    if (step > coming.to()) {
      return "It is later than usual.";
    }
    String range =
        NumberText.count(Math.max(coming.from(), step)) + " and " + NumberText.count(coming.to());
    String late = coming.from() > steps ? ", after this run's last step" : "";
    return "The jump is due between steps " + range + late + ", as seeds differ.";
  }

  private static String grokking(Phases phases) {
    return phases.cleanupEnd().isPresent()
        ? "The cleanup is over: what is left is the circuit alone."
        : "Watch test loss keep falling until it meets train loss: the memory is being cleaned up.";
  }
}
