package grokscope.cli;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;

/** Whole numbers of options that are no settings of a run. Stateless, any thread. */
final class WholeNumber {
  private WholeNumber() {}

  /**
   * The number that was typed.
   *
   * @param most the largest that is allowed; the least is 1
   * @param because what the refusal says after it; empty when there is nothing to add
   * @throws InvalidConfig naming the option, the value and what is allowed
   */
  static int upTo(int most, String because, String option, String typed) throws InvalidConfig {
    try {
      int number = Integer.parseInt(typed);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The same sentence says what is allowed.
    }
    throw new InvalidConfig(
        option,
        "is "
            + Messages.clipped(typed, 40)
            + ", but must be a whole number from 1 to "
            + most
            + because);
  }
}
