package grokscope.measure.phase;

/** By what a boundary between phases was found; a band on screen must say it. */
public enum PhaseRule {
  /** Excluded loss stopped falling. */
  EXCLUDED_LOSS_MINIMUM("excluded loss was smallest after memorising"),
  /** Test loss stopped rising. */
  TEST_LOSS_PEAK("test loss was greatest after memorising"),
  /** Σw² stopped rising. */
  WEIGHT_NORM_PEAK("Σw² was greatest after memorising"),
  /** Test loss over restricted loss left its slow growth. */
  RATIO_SURGE("test loss ÷ restricted loss surged"),
  /** Restricted accuracy reached 0.97. */
  RESTRICTED_ACCURACY("restricted accuracy reached 97 %"),
  /** Test accuracy reached a half, or the middle between guessing and 1. */
  TEST_ACCURACY_HALF("test accuracy was half-way between guessing and 100 %"),
  /** Test loss came near train loss. */
  LOSSES_MEET("test loss fell to 10 × train loss");

  private final String words;

  PhaseRule(String words) {
    this.words = words;
  }

  /** What happened at the boundary. */
  public String words() {
    return words;
  }
}
