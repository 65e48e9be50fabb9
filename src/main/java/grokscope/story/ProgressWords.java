package grokscope.story;

import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.text.ClockText;
import grokscope.text.NumberText;
import java.util.Locale;

/**
 * What the run bar says of a run's progress. Immutable, any thread.
 *
 * @param fraction the share of the steps done, or of what is being prepared, from 0 to 1
 * @param steps such as "step 1 240 / 5 000", or "reading images 23 %"
 * @param eta such as "0:18"; a dash while unknown, empty before there are steps
 * @param speed such as "212 steps/s"; a dash while unknown, empty before there are steps
 */
public record ProgressWords(double fraction, String steps, String eta, String speed) {
  private static final String UNKNOWN = "–";
  private static final int MANY = 100_000;
  private static final double HOUR = 3600; // seconds
  private static final double LONG = 10 * HOUR; // from here on nobody counts the minutes

  /**
   * The words for a status.
   *
   * @param planned the number of steps that a run would take if it were started now
   */
  public static ProgressWords of(RunStatus status, int planned) {
    if (status.state() == RunState.PREPARING && !status.message().isEmpty()) {
      return new ProgressWords(status.prepared(), prepared(status), "", ""); // words need the room
    }
    int total = status.state() == RunState.IDLE ? planned : status.steps();
    double fraction = total > 0 ? Math.min(1, (double) status.step() / total) : 0;
    String unit = total < MANY ? "step " : ""; // or the last digits would have no room
    String steps = unit + NumberText.count(status.step()) + " / " + NumberText.count(total);
    return new ProgressWords(fraction, steps, eta(status), speed(status.stepsPerSecond()));
  }

  private static String prepared(RunStatus status) {
    return status.message()
        + " "
        + NumberText.withUnit(NumberText.count((int) (100 * status.prepared())), "%");
  }

  private static String eta(RunStatus status) {
    if (status.state().ended()) {
      return status.step() >= status.steps() ? "0:00" : UNKNOWN; // nothing is under way
    }
    boolean known = status.state().active() && status.stepsPerSecond() > 0;
    if (!known) {
      return UNKNOWN;
    }
    double seconds = (status.steps() - status.step()) / status.stepsPerSecond();
    return seconds < LONG ? ClockText.of(seconds) : Math.round(seconds / HOUR) + " h";
  }

  private static String speed(double stepsPerSecond) {
    if (!(stepsPerSecond > 0)) {
      return UNKNOWN + " steps/s";
    }
    String number =
        stepsPerSecond < 10
            ? String.format(Locale.ROOT, "%.1f", stepsPerSecond)
            : NumberText.count(Math.round(stepsPerSecond));
    return number + " steps/s";
  }
}
