package grokscope.task;

import grokscope.config.Acts;
import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Scale;
import grokscope.config.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sparse parity: n bits followed by "=", and the sum of k of the bits modulo 2 as the answer. Which
 * k, and which inputs are in the table, is drawn. Stateless, any thread.
 */
final class Parity implements Task {
  private static final int BASE = 2;

  static final Kind<Task> KIND =
      new Kind<>(
          "parity",
          "Sparse parity",
          "Whether the number of ones among a few unknown bits of many is odd.",
          List.of(
              whole("bits", "Bits", "How many bits an example has.", 30, 3, 60, 60, Scale.LINEAR),
              whole(
                  "relevant",
                  "Relevant bits",
                  "How many of the bits decide the answer; the seed chooses which.",
                  3,
                  1,
                  10,
                  10,
                  Scale.LINEAR),
              whole(
                  "examples",
                  "Examples",
                  "How many different random inputs the table has, trained on or hidden.",
                  3000,
                  4,
                  100_000,
                  10_000,
                  Scale.LOGARITHMIC)),
          Parity::problems,
          new Parity());

  private static Knob whole(
      String name,
      String title,
      String sentence,
      long start,
      long min,
      long max,
      long sliderMax,
      Scale scale) {
    return new Knob.Whole(name, title, sentence, Acts.NEXT_RUN, start, min, max, sliderMax, scale);
  }

  @Override
  public TaskShape shape(Settings settings) {
    int bits = settings.whole("bits");
    return new TaskShape(BASE, BASE + 1, bits, bits + 1, settings.whole("examples"));
  }

  @Override
  public Examples examples(Settings settings, SplittableRandom random) {
    TaskShape shape = shape(settings);
    int bits = shape.operands();
    int[] relevant = relevant(bits, settings.whole("relevant"), random);
    int[] tokens = new int[shape.examples() * shape.context()];
    int[] answers = new int[shape.examples()];
    int row = 0;
    for (int[] input : DistinctRows.draw(shape.examples(), bits, BASE, random)) {
      System.arraycopy(input, 0, tokens, row * shape.context(), bits);
      tokens[row * shape.context() + bits] = BASE; // "="
      answers[row++] = Arrays.stream(relevant).map(i -> input[i]).sum() % BASE;
    }
    return new Examples(shape, tokens, answers);
  }

  /** So many of the positions, every choice equally likely. */
  private static int[] relevant(int bits, int count, SplittableRandom random) {
    int[] positions = new int[bits];
    Arrays.setAll(positions, i -> i);
    for (int i = 0; i < count; i++) {
      int j = i + random.nextInt(bits - i);
      int chosen = positions[j];
      positions[j] = positions[i];
      positions[i] = chosen;
    }
    return Arrays.copyOf(positions, count);
  }

  @Override
  public String title(Settings settings) {
    return "parity of " + settings.whole("relevant") + " of " + settings.whole("bits") + " bits";
  }

  private static List<Problem> problems(RunConfig config) {
    List<Problem> problems = new ArrayList<>();
    int bits = config.task().whole("bits");
    int relevant = config.task().whole("relevant");
    int examples = config.task().whole("examples");
    if (relevant > bits) {
      problems.add(
          new Problem(
              "task.relevant", "is " + relevant + ", but there are only task.bits = " + bits));
    }
    long available = DistinctRows.available(bits, BASE);
    if (examples > available) {
      problems.add(
          new Problem(
              "task.examples",
              "is "
                  + examples
                  + ", but "
                  + bits
                  + " bits have only "
                  + available
                  + " different inputs"));
    }
    return problems;
  }
}
