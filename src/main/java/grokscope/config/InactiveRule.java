package grokscope.config;

import java.util.Optional;

/**
 * Says why a knob has no effect on a run of this config, whatever is turned while it runs: a knob
 * that acts live can never be the reason. Any thread.
 */
@FunctionalInterface
public interface InactiveRule {
  /** Every knob has an effect. */
  InactiveRule NEVER = (config, knob) -> Optional.empty();

  /**
   * The reason in words that follow "Has no effect:", such as "one-hot input has no embedding".
   *
   * @param config a config of allowed values, which the checks may refuse
   * @param knob the knob's name in its kind; for a whole catalog its path
   * @return empty when the knob has an effect
   */
  Optional<String> reason(RunConfig config, String knob);

  /** This rule, and where it has no reason the other. */
  default InactiveRule or(InactiveRule other) {
    return (config, knob) -> reason(config, knob).or(() -> other.reason(config, knob));
  }
}
