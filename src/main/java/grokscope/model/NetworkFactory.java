package grokscope.model;

import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.task.TaskShape;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes networks of one kind. Stateless, any thread. */
public interface NetworkFactory {
  /** Why such a network cannot do a task, as the rest of a sentence; empty if it can. */
  default Optional<String> refusal(TaskShape task) {
    return Optional.empty();
  }

  /** What there is inside such a network. */
  default NetworkTraits anatomy(Settings settings, TaskShape task) {
    return NetworkTraits.NOTHING;
  }

  /** How many numbers such a network trains. */
  long parameterCount(Settings settings, TaskShape task);

  /**
   * How many examples a worker handles at a time: as many as leave its activations in the
   * processor's cache.
   */
  default int capacity(Settings settings, TaskShape task) {
    return 256;
  }

  /** How many numbers a forward and backward pass keeps for each example. */
  long activationsPerExample(Settings settings, TaskShape task);

  /** How many numbers are computed once a step for all examples, such as tables of the tokens. */
  long sharedNumbers(Settings settings, TaskShape task);

  /** A network with fresh weights. */
  Network build(Settings settings, TaskShape task, Backend backend, RandomGenerator random);
}
