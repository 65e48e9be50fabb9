package grokscope.task;

import grokscope.config.Problem;
import grokscope.config.Settings;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/**
 * Tables of random inputs of which no two are the same, so that nothing is trained on and tested.
 * Stateless, any thread.
 */
final class DistinctRows {
  private static final String COUNT = "examples";

  private DistinctRows() {}

  /** The knob for the number of rows. */
  static Knob countKnob(long start) {
    return Knobs.whole(COUNT)
        .titled("Examples")
        .says("How many different random examples are drawn, for training and testing together.")
        .nextRun()
        .initially(start)
        .range(4, 100_000)
        .sliderTo(10_000)
        .logarithmic();
  }

  static int count(Settings settings) {
    return settings.whole(COUNT);
  }

  /** A problem where the table would have more rows than there are different ones. */
  static List<Problem> problems(TaskShape shape) {
    long available = available(shape.operands(), shape.numbers());
    if (shape.examples() <= available) {
      return List.of();
    }
    return List.of(
        new Problem(
            "task." + COUNT,
            "is "
                + shape.examples()
                + ", but there are only "
                + available
                + " different inputs of "
                + shape.operands()
                + " operands"));
  }

  /** How many different rows there are: base^width, or {@code Long.MAX_VALUE} if there are more. */
  static long available(int width, int base) {
    long rows = 1;
    for (int i = 0; i < width; i++) {
      if (rows > Long.MAX_VALUE / base) {
        return Long.MAX_VALUE;
      }
      rows *= base;
    }
    return rows;
  }

  /**
   * Draws a table whose sequences are random operands and "=".
   *
   * @param answer to the operands of an example
   */
  static Examples examples(TaskShape shape, RandomGenerator random, ToIntFunction<int[]> answer) {
    int context = shape.context();
    int[] tokens = new int[shape.examples() * context];
    int[] answers = new int[shape.examples()];
    int row = 0;
    for (int[] input : draw(shape, random)) {
      System.arraycopy(input, 0, tokens, row * context, input.length);
      tokens[row * context + input.length] = shape.numbers(); // "="
      answers[row++] = answer.applyAsInt(input);
    }
    return new Examples(shape, tokens, answers);
  }

  /**
   * Every set of rows is equally likely; they come in lexicographic order. A row that was there is
   * drawn again, about rows·ln(rows) times when all that there are are wanted.
   */
  private static SortedSet<int[]> draw(TaskShape shape, RandomGenerator random) {
    if (!problems(shape).isEmpty()) {
      throw new IllegalArgumentException("there are not enough different rows for " + shape);
    }
    SortedSet<int[]> rows = new TreeSet<>(Arrays::compare);
    while (rows.size() < shape.examples()) {
      int[] row = new int[shape.operands()];
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextInt(shape.numbers());
      }
      rows.add(row);
    }
    return rows;
  }
}
