package grokscope.task;

import grokscope.config.Settings;
import java.util.random.RandomGenerator;

/**
 * Wrong answers among the training examples: a whole number of outliers (Power et al. 2022) and a
 * share of the training set (Doshi et al.). Stateless, any thread.
 */
public final class LabelNoise {
  private LabelNoise() {}

  /**
   * How many training examples get a wrong answer.
   *
   * @param data the settings outliers and labelNoise
   * @param trained how many examples are trained on
   */
  public static long count(Settings data, int trained) {
    return data.large("outliers") + Math.round(data.real("labelNoise") * trained);
  }

  /**
   * The same examples, where this many of the training ones, chosen at random, have an answer drawn
   * evenly from the wrong ones. With the same stream, a larger count corrupts the same examples in
   * the same way, and more.
   *
   * @throws IllegalArgumentException when there are fewer training examples
   */
  public static Examples corrupt(Examples truth, Split split, long count, RandomGenerator random) {
    int[] train = split.train().clone();
    if (count > train.length) {
      throw new IllegalArgumentException(
          count + " wrong answers among " + train.length + " training examples");
    }
    int[] answers = truth.answers();
    int perExample = truth.shape().allAnswers();
    for (int i = 0; i < count; i++) {
      int j = i + random.nextInt(train.length - i);
      int chosen = train[j];
      train[j] = train[i];
      for (int n = 0; n < truth.shape().answers(); n++) {
        int wrong = random.nextInt(truth.shape().classes() - 1);
        answers[chosen * perExample + n] = wrong < truth.answer(chosen, n) ? wrong : wrong + 1;
      }
    }
    return truth.withAnswers(answers);
  }
}
