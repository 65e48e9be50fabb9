package grokscope.train;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.model.Model;
import grokscope.task.TaskShape;
import java.util.List;
import java.util.Locale;

/**
 * Refuses a table or a network that would not fit the memory, before anything is allocated.
 * Immutable.
 */
record MemoryCheck(long limit) implements Kind.Check {
  private static final double GIGABYTE = 1e9;
  // Weights, gradients of up to a few lanes, two moments.
  private static final int COPIES_OF_A_WEIGHT = 6;
  private static final int ROWS_IN_FLIGHT = 2 * 512;

  // The table itself, its batches for evaluation and those of a step.
  private static final int COPIES_OF_A_TOKEN = 3;

  @Override
  public List<Problem> problems(RunConfig config) {
    Model model = Laboratory.model(config);
    TaskShape task = Laboratory.task(config).shape(config.task());
    double table = 4.0 * COPIES_OF_A_TOKEN * task.examples() * (task.context() + 1);
    if (table > limit) {
      return List.of(
          new Problem(
              "task",
              String.format(
                  Locale.ROOT,
                  "has %,d examples of %d tokens and would need about %.1f GB, but at most %.1f GB"
                      + " may be used; make the table smaller",
                  task.examples(),
                  task.context(),
                  table / GIGABYTE,
                  limit / GIGABYTE)));
    }
    long weights = model.parameterCount(config.model(), task);
    double bytes =
        table
            + 4.0
                * (COPIES_OF_A_WEIGHT * (double) weights
                    + (double) ROWS_IN_FLIGHT * model.activationsPerExample(config.model(), task));
    if (bytes <= limit) {
      return List.of();
    }
    return List.of(
        new Problem(
            "model",
            String.format(
                Locale.ROOT,
                "has %,d weights and would need about %.1f GB to train, but at most %.1f GB may be"
                    + " used; make it narrower or take fewer layers",
                weights,
                bytes / GIGABYTE,
                limit / GIGABYTE)));
  }
}
