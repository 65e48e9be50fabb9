package grokscope.task;

import grokscope.config.Problem;
import grokscope.config.Settings;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import grokscope.telemetry.snapshot.AskedSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tables and sources of sequences that are drawn one by one. A table never has two sequences that
 * read the same, so nothing is trained on and tested; a source draws from all there are, so that it
 * may also draw what the table tests. Stateless, any thread.
 */
final class Sequences {
  private static final String DATA = "data";
  private static final String UNLIMITED = "unlimited";

  private Sequences() {}

  /** How one sequence is drawn. */
  @FunctionalInterface
  interface Law {
    /** The next sequence; all that there are come with a probability above 0. */
    Row draw(RandomGenerator random);
  }

  /**
   * A sequence and its answers.
   *
   * @param tokens what the network reads, one for each position
   * @param positions where it answers, as in {@link Examples#ofSequences}
   * @param answers as many tokens
   */
  // Plain arrays on purpose: nothing compares rows.
  @SuppressWarnings("ArrayRecordComponent")
  record Row(int[] tokens, int[] positions, int[] answers) {
    AskedSequence asked() {
      return new AskedSequence(list(tokens), list(positions), list(answers));
    }

    private static List<Integer> list(int[] numbers) {
      return IntStream.of(numbers).boxed().toList();
    }
  }

  /** The knob for the kind of training data. */
  static Knob dataKnob() {
    return Knobs.choice(DATA)
        .titled("Data supply")
        .says(
            "Finite: part of the examples is trained on, again and again. Unlimited: every step"
                + " draws new ones, all examples are used for testing, and the share of training"
                + " data has no effect.")
        .nextRun()
        .among(Option.of("finite"), Option.of(UNLIMITED));
  }

  /** Whether every step draws new examples. */
  static boolean unlimited(Settings settings) {
    return settings.choice(DATA).equals(UNLIMITED);
  }

  /** A title that says so where the data are unlimited. */
  static String title(String what, Settings settings) {
    return unlimited(settings) ? what + ", " + UNLIMITED : what;
  }

  /** A problem where a table would have more sequences than there are different ones. */
  static List<Problem> problems(TaskShape shape, long available) {
    return shape.examples() <= available
        ? List.of()
        : List.of(
            new Problem(
                "task.examples",
                "is "
                    + shape.examples()
                    + ", but there are only "
                    + available
                    + " different sequences"));
  }

  /** The product of two counts, or {@code Long.MAX_VALUE} if it is larger. */
  static long times(long a, long b) {
    return b != 0 && a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
  }

  /** n·(n − 1)·…·(n − k + 1): the ways of choosing k of n things in order; as {@link #times}. */
  static long arrangements(int n, int k) {
    long ways = 1;
    for (int i = 0; i < k; i++) {
      ways = times(ways, n - i);
    }
    return ways;
  }

  /** So many of the numbers below n, none twice, every choice and order equally likely. */
  static int[] chosen(int n, int count, RandomGenerator random) {
    int[] numbers = IntStream.range(0, n).toArray();
    for (int i = 0; i < count; i++) {
      int j = i + random.nextInt(n - i);
      int other = numbers[j];
      numbers[j] = numbers[i];
      numbers[i] = other;
    }
    return IntStream.of(numbers).limit(count).toArray();
  }

  /** A table of different sequences. */
  static Examples table(TaskShape shape, Law law, RandomGenerator random) {
    List<Row> rows = new ArrayList<>();
    Set<List<Integer>> seen = new HashSet<>();
    while (rows.size() < shape.examples()) {
      Row row = law.draw(random);
      if (seen.add(IntStream.of(row.tokens()).boxed().toList())) {
        rows.add(row);
      }
    }
    return examples(shape, rows);
  }

  /** Draws from the law without end. */
  static Source source(TaskShape shape, Law law) {
    return (count, random) ->
        examples(shape, Stream.generate(() -> law.draw(random)).limit(count).toList());
  }

  private static Examples examples(TaskShape shape, List<Row> rows) {
    return Examples.ofSequences(
        shape,
        rows.stream().flatMapToInt(row -> IntStream.of(row.tokens())).toArray(),
        rows.stream().flatMapToInt(row -> IntStream.of(row.positions())).toArray(),
        rows.stream().flatMapToInt(row -> IntStream.of(row.answers())).toArray());
  }
}
