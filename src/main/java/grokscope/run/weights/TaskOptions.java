package grokscope.run.weights;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.ChoiceKnob;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Option;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tasks on all pairs of some numbers that a network may have been trained for: every operation
 * modulo how many there are, and on permutations where there are as many. Immutable, any thread.
 */
final class TaskOptions {
  private static final String OPERATION = "task.operation";
  private static final int FEWEST_THINGS = 3;
  private static final int MOST_THINGS = 5;

  private final Catalog catalog;

  TaskOptions(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Configs with every such task, and otherwise with initial values. */
  List<RunConfig> of(int numbers) {
    List<RunConfig> all = new ArrayList<>();
    add(all, "modular", "task.modulus", numbers);
    int order = 2;
    for (int things = FEWEST_THINGS; things <= MOST_THINGS; things++) {
      order *= things;
      if (order == numbers) {
        add(all, "permutations", "task.degree", things);
      }
    }
    return all;
  }

  private void add(List<RunConfig> all, String type, String size, long value) {
    try {
      RunConfig config = catalog.with(catalog.defaults(), SettingPaths.TASK_TYPE, type);
      RunConfig sized = catalog.with(config, size, value);
      Optional<Knob> operation = catalog.knob(sized, OPERATION);
      if (operation.isPresent() && operation.get() instanceof ChoiceKnob choice) {
        for (Option option : choice.options()) {
          RunConfig asked = catalog.with(sized, OPERATION, option.id());
          if (possible(asked)) {
            all.add(asked);
          }
        }
      }
    } catch (InvalidConfig tooLargeOrSmall) {
      // There is no such task here for so many numbers.
    }
  }

  /** Whether the task itself has no problem, such as a modulus that cannot be divided by. */
  private boolean possible(RunConfig config) {
    return catalog.problems(config).stream()
        .noneMatch(problem -> problem.path().startsWith(SettingPaths.TASK));
  }

  /** The sizes of a config's task. */
  static TaskShape shape(RunConfig config) {
    return Tasks.of(config.task()).shape(config.task());
  }
}
