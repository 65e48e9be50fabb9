package grokscope.train;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.task.LabelNoise;
import grokscope.task.Split;
import java.util.List;

/** Refuses more wrong answers than there are training examples. Stateless. */
final class LabelNoiseCheck implements Kind.Check {
  @Override
  public List<Problem> problems(RunConfig config) {
    Settings data = config.data();
    int all = Laboratory.task(config).shape(config.task()).examples();
    int trained = Split.trainingExamples(all, config.trainFraction());
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
            "data.outliers",
            "is "
                + data.large("outliers")
                + together
                + ", but only "
                + trained
                + " examples are trained on"));
  }
}
