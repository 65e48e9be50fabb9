package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Sums of two small numbers without a modulus, over unordered pairs; each sum has a random vector
 * as its label, and the network has to come nearest to the right one (Liu et al. 2022, arXiv
 * 2205.10343). Stateless, any thread.
 */
final class ToyAddition implements Task {
  static final Kind<Task> KIND =
      new Kind<>(
          "toy-addition",
          "Toy addition",
          "x + y without a modulus; the label of each sum is a random vector.",
          List.of(
              Knobs.whole("numbers")
                  .titled("Numbers")
                  .says("x and y are 0 … n − 1, x ≤ y; there are n·(n + 1)/2 pairs.")
                  .nextRun()
                  .initially(10)
                  .range(3, 100),
              Knobs.whole("dimensions")
                  .titled("Label size")
                  .says(
                      "How many real numbers make up a label; each is drawn from the standard"
                          + " normal distribution.")
                  .nextRun()
                  .initially(30)
                  .range(1, 1000)
                  .sliderTo(100)
                  .logarithmic()),
          Kind.Check.NONE,
          new ToyAddition());

  @Override
  public TaskShape shape(Settings settings) {
    return tokens(settings.whole("numbers")).answeredByValues(settings.whole("dimensions"));
  }

  private static TaskShape tokens(int numbers) {
    return PairTable.shape(numbers, numbers * (numbers + 1) / 2);
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random) {
    int numbers = settings.whole("numbers");
    int columns = settings.whole("dimensions");
    double[] labels = new double[(2 * numbers - 1) * columns];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = random.nextGaussian();
    }
    return PairTable.of(tokens(numbers), x -> x, Integer::sum)
        .answeredBy(new Values(labels, columns, 0));
  }

  @Override
  public String title(Settings settings) {
    return "x + y, x ≤ y < " + settings.whole("numbers");
  }
}
