package grokscope.task;

import grokscope.config.Settings;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes the table of one kind of task. Stateless, any thread. */
public interface Task {
  /** The accuracy that counts as learned where nothing keeps a network from being always right. */
  double LEARNED = 0.99;

  /** The sizes that these settings lead to, without making the table. */
  TaskShape shape(Settings settings);

  /**
   * The whole table.
   *
   * @param random for what the settings leave open; the same stream makes the same table
   */
  Examples examples(Settings settings, RandomGenerator random);

  /**
   * The same table for a task that takes a while over it.
   *
   * @param progress hears how far it has come, and may end it
   */
  default Examples examples(Settings settings, RandomGenerator random, Progress progress) {
    return examples(settings, random);
  }

  /**
   * Where new examples for every step come from, if these settings want that.
   *
   * @param random the stream with which {@link #examples} made the table: what it left to chance is
   *     the same here
   */
  default Optional<Source> source(Settings settings, RandomGenerator random) {
    return Optional.empty();
  }

  /** Whether every step draws new examples, as {@link TaskShape#fresh} says, without the sizes. */
  default boolean fresh(Settings settings) {
    return false;
  }

  /**
   * The share of answers that is right by chance, from 0 to 1; 0 where answers are real numbers.
   */
  default double guessing(Settings settings) {
    TaskShape shape = shape(settings);
    int choices = shape.numbers() > 0 ? shape.numbers() : shape.outputs();
    return shape.valued() ? 0 : 1.0 / Math.max(1, choices);
  }

  /** Whether the hidden answers follow from a rule, so that they can be understood at all. */
  default boolean hasRule() {
    return true;
  }

  /** The test accuracy that counts as understood. */
  default double generalizedAt(Settings settings) {
    return LEARNED;
  }

  /**
   * Whether an example is two numbers modulo n, and its answer a third, so that a network can start
   * from the weights that solve sums.
   */
  default boolean isModular() {
    return false;
  }

  /** That the table is one of sums modulo an odd number, if it is. */
  default Optional<CyclicSums> cyclicSums(Settings settings) {
    return Optional.empty();
  }

  /** Why the table is none of these, in words that can follow "because"; nothing where it is. */
  default Optional<String> whyNoCyclicSums(Settings settings) {
    return Optional.of("the task is not x + y or x − y modulo a number");
  }

  /** That the table is one of products x·y of permutations, in the order of (x, y), if it is. */
  default Optional<SymmetricGroup> permutationProducts(Settings settings) {
    return Optional.empty();
  }

  /**
   * How questions of one's own are typed, where an example is a sequence and not just a pair.
   *
   * @param random the stream with which {@link #examples} made the table: what it left to chance is
   *     the same here
   */
  default Optional<QuestionForm> questions(Settings settings, RandomGenerator random) {
    return Optional.empty();
  }

  /** What a token stands for: a number, or a mark such as "=". */
  default String token(Settings settings, int token) {
    return token < shape(settings).numbers() ? String.valueOf(token) : "=";
  }

  /** The size of the pictures, where examples are pictures. */
  default Optional<ImageSize> imageSize(Settings settings) {
    return Optional.empty();
  }

  /** What there is to learn, in a few words: "x + y mod 59". */
  String title(Settings settings);
}
