package grokscope.train.lab;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.Settings;
import grokscope.task.LabelNoise;
import grokscope.task.TaskShape;
import java.util.List;

/** Refuses more wrong answers than there are training examples. Stateless. */
final class LabelNoiseCheck implements Kind.Check {
  @Override
  public List<Problem> problems(RunConfig config) {
    Settings data = config.data();
    Choices choices = new Choices(config);
    TaskShape shape = choices.shape();
    int trained = choices.trained();
    boolean any = data.large("outliers") > 0 || data.real("labelNoise") > 0;
    if (any && (shape.valued() || shape.fresh())) {
      return List.of(
          new Problem(
              data.large("outliers") > 0 ? SettingPaths.OUTLIERS : SettingPaths.LABEL_NOISE,
              shape.valued()
                  ? "must be 0, because the answers of this task are real numbers"
                  : "must be 0, because every step draws new examples"));
    }
    long wrong = LabelNoise.count(data, trained);
    if (wrong <= trained) {
      return List.of();
    }
    String together =
        data.real("labelNoise") > 0
            ? ", which with data.labelNoise = "
                + data.real("labelNoise")
                + " makes "
                + wrong
                + " wrong answers"
            : "";
    return List.of(
        new Problem(
            SettingPaths.OUTLIERS,
            "is "
                + data.large("outliers")
                + together
                + ", but only "
                + trained
                + " examples are trained on"));
  }
}
