package grokscope.optim;

import grokscope.config.Settings;

/**
 * How the learning rate goes over a run. Immutable, any thread.
 *
 * <p>With t the updates before this one, and u = (t − warmup) / (steps − warmup) once the warm-up
 * is over (0 before), the rate is multiplied with min(t / warmup, 1) and with 1 (constant), (1 +
 * cos πu) / 2 (cosine) or 1 − u (linear). So with warm-up the first update changes nothing, as in
 * the code of Nanda et al., and zero would be reached by the update after the run's last.
 *
 * @param shape constant, cosine or linear
 * @param warmup how many updates the rate rises
 * @param steps how many updates the run has
 */
record Schedule(String shape, int warmup, int steps) {
  static final String CONSTANT = "constant";
  static final String COSINE = "cosine";
  static final String LINEAR = "linear";

  static Schedule of(Settings settings, int steps) {
    return new Schedule(settings.choice("schedule"), settings.whole("warmupSteps"), steps);
  }

  /**
   * What the learning rate is multiplied with.
   *
   * @param update from 1
   */
  double factor(int update) {
    int before = update - 1;
    double rise = warmup == 0 ? 1 : Math.min(before / (double) warmup, 1);
    double gone = Math.min(Math.max(0, before - warmup) / (double) Math.max(1, steps - warmup), 1);
    return switch (shape) {
      case COSINE -> rise * (1 + Math.cos(Math.PI * gone)) / 2;
      case LINEAR -> rise * (1 - gone);
      default -> rise;
    };
  }
}
