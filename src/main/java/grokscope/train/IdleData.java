package grokscope.train;

import grokscope.config.Idle;
import grokscope.config.RunConfig;
import grokscope.task.TaskShape;
import java.util.Optional;
import java.util.function.Function;

/**
 * The knobs of the data that have no effect on some tasks. Immutable.
 *
 * @param shapes the sizes of a config's task
 */
record IdleData(Function<RunConfig, TaskShape> shapes) implements Idle {
  @Override
  public Optional<String> reason(RunConfig config, String path) {
    boolean wrongAnswers = path.equals("data.outliers") || path.equals("data.labelNoise");
    if (!wrongAnswers && !path.equals("data.trainFraction")) {
      return Optional.empty();
    }
    TaskShape shape = shapes.apply(config);
    if (shape.fresh()) {
      return Optional.of("every step draws new examples");
    }
    return wrongAnswers && shape.valued()
        ? Optional.of("the answers of this task are real numbers")
        : Optional.empty();
  }
}
