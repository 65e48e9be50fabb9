package grokscope.train.lab;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import java.util.List;

/** Refuses a fraction that leaves nothing to train on or nothing to test. Stateless. */
final class EmptySideCheck implements Kind.Check {
  @Override
  public List<Problem> problems(RunConfig config) {
    Choices choices = new Choices(config);
    int all = choices.shape().examples();
    int trained = choices.trained();
    if (choices.shape().fresh() || (trained > 0 && trained < all)) {
      return List.of();
    }
    return List.of(
        new Problem(
            SettingPaths.TRAIN_FRACTION,
            "is "
                + config.trainFraction()
                + ", which leaves "
                + (trained == 0 ? "nothing to train on" : "nothing to test")
                + " of "
                + all
                + " examples"));
  }
}
