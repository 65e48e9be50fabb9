package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

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
          "Whether a few relevant bits among many contain an odd number of ones; which bits they"
              + " are is to be found.",
          List.of(
              Knobs.whole("bits")
                  .titled("Bits")
                  .says("How many bits an example has.")
                  .nextRun()
                  .initially(30)
                  .range(3, 60),
              Knobs.whole("relevant")
                  .titled("Relevant bits")
                  .says("How many of the bits decide the answer; the seed chooses which.")
                  .nextRun()
                  .initially(3)
                  .range(1, 10),
              DistinctRows.countKnob(3000)),
          Parity::problems,
          new Parity());

  @Override
  public TaskShape shape(Settings settings) {
    int bits = settings.whole("bits");
    return TaskShape.ofTokens(BASE, BASE + 1, bits, bits + 1, DistinctRows.count(settings));
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random) {
    int[] relevant = relevant(settings.whole("bits"), settings.whole("relevant"), random);
    return DistinctRows.examples(
        shape(settings), random, input -> Arrays.stream(relevant).map(i -> input[i]).sum() % BASE);
  }

  /** So many of the positions, every choice equally likely. */
  private static int[] relevant(int bits, int count, RandomGenerator random) {
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
    int bits = config.task().whole("bits");
    int relevant = config.task().whole("relevant");
    List<Problem> problems =
        new ArrayList<>(DistinctRows.problems(KIND.factory().shape(config.task())));
    if (relevant > bits) {
      problems.add(
          new Problem(
              "task.relevant", "is " + relevant + ", but there are only task.bits = " + bits));
    }
    return problems;
  }
}
