package grokscope.train.lab;

import grokscope.config.InactiveRule;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.task.TaskShape;
import java.util.Optional;

/** The knobs of the data that have no effect on some tasks. Stateless. */
final class InactiveData implements InactiveRule {
  @Override
  public Optional<String> reason(RunConfig config, String path) {
    boolean wrongAnswers =
        path.equals(SettingPaths.OUTLIERS) || path.equals(SettingPaths.LABEL_NOISE);
    if (!wrongAnswers
        && !path.equals(SettingPaths.TRAIN_FRACTION)
        && !path.equals(SettingPaths.MOMENTS)) {
      return Optional.empty();
    }
    TaskShape shape = new Choices(config).shape();
    if (shape.fresh()) {
      return Optional.of("every step draws new examples");
    }
    return wrongAnswers && shape.valued()
        ? Optional.of("the answers of this task are real numbers")
        : Optional.empty();
  }
}
