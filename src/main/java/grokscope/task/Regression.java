package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Points x drawn evenly between −1 and 1, given as the four features x, x², x³ and sin 100x; the
 * answer is one of these features. With three training points there are more weights than
 * equations, so a linear model can be right on them for wrong reasons: grokking without a network
 * (after Miller et al. 2024, arXiv 2310.17247). Stateless, any thread.
 */
final class Regression implements Task {
  private static final int FEATURES = 4;

  static final Kind<Task> KIND =
      new Kind<>(
          "regression",
          "Linear regression",
          "Find which of x, x², x³ and sin 100x is the answer, from a few points.",
          List.of(
              Knobs.choice("answer")
                  .titled("Answer")
                  .says("The feature to be found.")
                  .nextRun()
                  .among(
                      Option.of("x"),
                      Option.of("x^2", "x²"),
                      Option.of("x^3", "x³"),
                      Option.of("sin 100x")),
              Knobs.whole("examples")
                  .titled("Points")
                  .says("How many points there are, for training and testing together.")
                  .nextRun()
                  .initially(300)
                  .range(4, 100_000)
                  .sliderTo(2000)
                  .logarithmic(),
              TeacherStudent.tolerance(0.02)),
          Kind.Check.NONE,
          new Regression());

  @Override
  public TaskShape shape(Settings settings) {
    return TaskShape.ofFeatures(FEATURES, 1, settings.whole("examples")).answeredByValues(1);
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random) {
    int points = settings.whole("examples");
    int chosen =
        switch (settings.choice("answer")) {
          case "x" -> 0;
          case "x^2" -> 1;
          case "x^3" -> 2;
          default -> 3;
        };
    float[] features = new float[points * FEATURES];
    int[] answers = new int[points];
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      double x = 2 * random.nextDouble() - 1;
      double[] row = {x, x * x, x * x * x, Math.sin(100 * x)};
      for (int j = 0; j < FEATURES; j++) {
        features[i * FEATURES + j] = (float) row[j];
      }
      answers[i] = i;
      values[i] = row[chosen];
    }
    return Examples.ofFeatures(TaskShape.ofFeatures(FEATURES, 1, points), features, answers)
        .answeredBy(new Values(values, 1, settings.real("tolerance")));
  }

  @Override
  public String title(Settings settings) {
    return settings.choice("answer").replace("^2", "²").replace("^3", "³")
        + " of x, x², x³, sin 100x";
  }
}
