package grokscope.train;

import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.task.Split;
import java.util.List;

/** Refuses a batch of more examples than are trained on. Stateless. */
final class BatchCheck implements Kind.Check {
  @Override
  public List<Problem> problems(RunConfig config) {
    int all = Laboratory.task(config).shape(config.task()).examples();
    int trained = Split.trainingExamples(all, config.trainFraction());
    Object batch = config.run().value("batch");
    if (!(batch instanceof Long size) || size <= trained) {
      return List.of();
    }
    return List.of(
        new Problem(
            "batch",
            "is "
                + size
                + ", but only "
                + trained
                + " of "
                + all
                + " examples are trained on; it can be \""
                + Knob.Count.EVERYTHING
                + "\" or at most "
                + trained));
  }
}
