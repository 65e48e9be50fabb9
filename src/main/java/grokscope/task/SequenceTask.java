package grokscope.task;

import grokscope.config.Settings;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A task whose sequences follow one law, with which a table is filled or every step draws its own.
 * Stateless, any thread.
 */
interface SequenceTask extends Task {
  /**
   * How one sequence is drawn.
   *
   * @param random from which a hidden rule is drawn, if the task has one
   */
  Sequences.Law law(Settings settings, RandomGenerator random);

  @Override
  default Examples examples(Settings settings, RandomGenerator random) {
    return Sequences.table(shape(settings), law(settings, random), random);
  }

  @Override
  default boolean fresh(Settings settings) {
    return Sequences.unlimited(settings);
  }

  @Override
  default Optional<Source> source(Settings settings, RandomGenerator random) {
    return fresh(settings)
        ? Optional.of(Sequences.source(shape(settings), law(settings, random)))
        : Optional.empty();
  }
}
