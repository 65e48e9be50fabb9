package grokscope.story;

import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.preset.Expectation;
import grokscope.config.preset.Preset;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;

/**
 * About when a run should grok, from what its preset promises: steps to grok fall as 1/decay (Nanda
 * et al. 2023, Liu et al. 2022), and seeds spread. With far more decay the weights die, with far
 * less it takes longer than anybody waits. Immutable.
 *
 * @param from no sooner than this
 * @param to hardly later than this
 */
public record Forecast(int from, int to) {
  /** What a run may differ in and still be foretold. */
  private static final Set<String> KNOWN =
      Set.of(SettingPaths.SEED, SettingPaths.STEPS, SettingPaths.WEIGHT_DECAY);

  /** How many times as much or as little decay the law holds for, as far as that was seen. */
  private static final double REACH = 5;

  /** The shipped presets grok after a tenth to the whole of the steps that they promise. */
  private static final int SPREAD = 10;

  /** The forecast, if the preset promises to grok and the run is like it but for its decay. */
  public static Optional<Forecast> of(Preset preset, RunConfig config) {
    Expectation expected = preset.presetNotes().expectation();
    if (expected.outcome() != Expectation.Outcome.GROKS
        || expected.grokkedBy().isEmpty()
        || !KNOWN.containsAll(config.differences(preset.config()))) {
      return Optional.empty();
    }
    double ratio = ratio(preset.config(), config);
    double to = expected.grokkedBy().get() * ratio;
    boolean near = ratio >= 1 / REACH && ratio <= REACH; // false without decay, too
    return near && to < Integer.MAX_VALUE
        ? Optional.of(new Forecast(rounded(to / SPREAD), rounded(to)))
        : Optional.empty();
  }

  /** To two digits: more would claim more than is known. */
  private static int rounded(double steps) {
    return new BigDecimal(steps).round(new MathContext(2)).intValue();
  }

  /** How many times as long it takes with the run's decay. */
  private static double ratio(RunConfig preset, RunConfig run) {
    if (!run.differences(preset).contains(SettingPaths.WEIGHT_DECAY)) {
      return 1;
    }
    return ((Number) preset.get(SettingPaths.WEIGHT_DECAY)).doubleValue()
        / ((Number) run.get(SettingPaths.WEIGHT_DECAY)).doubleValue();
  }
}
