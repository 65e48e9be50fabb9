package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * All pairs (x, y) of n numbers, each with an answer drawn independently and evenly from the n:
 * there is no rule, so a network can only learn it by heart. Stateless, any thread.
 */
final class RandomTable implements Task {
  static final Kind<Task> KIND =
      new Kind<>(
          "random-table",
          "Random table",
          "A table of answers drawn at random: there is nothing to find, so it can only be"
              + " memorised.",
          List.of(
              Knobs.whole("modulus")
                  .titled("Numbers")
                  .says("The numbers are 0 … n − 1; the table has n² pairs.")
                  .nextRun()
                  .initially(59)
                  .range(5, 199)),
          Kind.Check.NONE,
          new RandomTable());

  @Override
  public TaskShape shape(Settings settings) {
    int n = settings.whole("modulus");
    return PairTable.shape(n, n * n);
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random) {
    TaskShape shape = shape(settings);
    return PairTable.of(shape, x -> 0, (x, y) -> random.nextInt(shape.numbers()));
  }

  @Override
  public boolean hasRule() {
    return false;
  }

  @Override
  public String title(Settings settings) {
    return "random table of " + settings.whole("modulus") + "²";
  }
}
