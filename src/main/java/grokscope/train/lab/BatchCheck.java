package grokscope.train.lab;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.CountKnob;
import java.util.List;

/** Refuses a batch of more examples than are trained on. Stateless. */
final class BatchCheck implements Kind.Check {
  private static final Problem NO_FULL_BATCH =
      new Problem(
          SettingPaths.BATCH,
          "is \""
              + CountKnob.EVERYTHING
              + "\", but every step draws new examples, without limit; it must be a whole number"
              + " such as 128");

  @Override
  public List<Problem> problems(RunConfig config) {
    Choices choices = new Choices(config);
    int all = choices.shape().examples();
    int trained = choices.trained();
    Object batch = config.run().value(SettingPaths.BATCH);
    if (choices.shape().fresh()) {
      return batch instanceof Long ? List.of() : List.of(NO_FULL_BATCH);
    }
    if (!(batch instanceof Long size) || size <= trained) {
      return List.of();
    }
    return List.of(
        new Problem(
            SettingPaths.BATCH,
            "is "
                + size
                + ", but only "
                + trained
                + " of "
                + all
                + " examples are trained on; it can be \""
                + CountKnob.EVERYTHING
                + "\" or at most "
                + trained));
  }
}
