package grokscope.train.lab;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.Settings;
import grokscope.model.NetworkFactory;
import grokscope.task.TaskShape;
import java.util.List;
import java.util.Locale;

/**
 * Refuses a table, a network, or a memory of its gradients that would not fit, before anything is
 * allocated. Immutable.
 *
 * @param limit bytes that may be used
 * @param lanes the most lanes that a step may have
 */
record MemoryCheck(long limit, int lanes) implements Kind.Check {
  private static final double GIGABYTE = 1e9;
  private static final double BYTES = 4;
  // Weights, two moments, the start that decay may pull to; and each lane has a gradient.
  private static final int COPIES_OF_A_WEIGHT = 4;

  // The table itself, its batches for evaluation and those of a step.
  private static final int COPIES_OF_A_TOKEN = 3;

  @Override
  public List<Problem> problems(RunConfig config) {
    Choices choices = new Choices(config);
    NetworkFactory networkFactory = choices.model();
    TaskShape task = choices.shape();
    double perExample = task.context() + task.features() + 2.0 * task.allAnswers();
    double table = BYTES * COPIES_OF_A_TOKEN * task.examples() * perExample;
    if (table > limit) {
      return List.of(
          new Problem(
              SettingPaths.TASK,
              String.format(
                  Locale.ROOT,
                  "has %,d examples of %d %s and would need about %.1f GB, but at most %.1f GB"
                      + " may be used; make the table smaller",
                  task.examples(),
                  task.hasTokens() ? task.context() : task.features(),
                  task.hasTokens() ? "tokens" : "numbers",
                  table / GIGABYTE,
                  limit / GIGABYTE)));
    }
    long weights = networkFactory.parameterCount(config.model(), task);
    double bytes =
        table
            + BYTES
                * ((COPIES_OF_A_WEIGHT + lanes) * (double) weights
                    + (1.0 + lanes) * networkFactory.sharedNumbers(config.model(), task)
                    + (double) lanes
                        * networkFactory.capacity(config.model(), task)
                        * networkFactory.activationsPerExample(config.model(), task));
    if (bytes > limit) {
      return List.of(tooLarge(weights, bytes));
    }
    int gradients = choices.storedGradients();
    double all = bytes + BYTES * gradients * weights;
    return all <= limit ? List.of() : List.of(storesTooMuch(config, weights, gradients, all));
  }

  private Problem tooLarge(long weights, double bytes) {
    return new Problem(
        SettingPaths.MODEL,
        String.format(
            Locale.ROOT,
            "has %,d weights and would need about %.1f GB to train, but at most %.1f GB may be"
                + " used; make it narrower or take fewer layers or heads",
            weights,
            bytes / GIGABYTE,
            limit / GIGABYTE));
  }

  private Problem storesTooMuch(RunConfig config, long weights, int gradients, double bytes) {
    Settings filter = config.section(SettingPaths.GRADIENT);
    boolean hasWindow = filter.values().containsKey("window");
    long fitting = gradients - (long) Math.ceil((bytes - limit) / (BYTES * weights));
    return new Problem(
        hasWindow ? SettingPaths.GRADIENT_WINDOW : SettingPaths.GRADIENT_TYPE,
        String.format(
            Locale.ROOT,
            "is %s, which would keep %,d gradients of %,d weights and need about %.1f GB in all,"
                + " but at most %.1f GB may be used; %s",
            hasWindow ? filter.whole("window") : filter.type(),
            gradients,
            weights,
            bytes / GIGABYTE,
            limit / GIGABYTE,
            hasWindow && fitting > 1
                ? "it can be at most " + (fitting - 1) // one is the window's sum
                : "take another filter or a narrower network"));
  }
}
