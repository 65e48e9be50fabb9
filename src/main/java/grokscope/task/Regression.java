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
  private static final int FEATURES = Feature.values().length;

  static final Kind<Task> KIND =
      new Kind<>(
          "regression",
          "Linear regression",
          "Find out which of x, x², x³ and sin 100x gives the answer, from a few points.",
          List.of(
              Knobs.choice("answer")
                  .titled("Answer")
                  .says("The feature that gives the answer.")
                  .nextRun()
                  .among(Feature.values()),
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

  /** A function of x, in the order of an example's real numbers. */
  private enum Feature implements Option {
    X("x", "x"),
    SQUARE("x^2", "x²"),
    CUBE("x^3", "x³"),
    SINE("sin 100x", "sin 100x");

    private final String id;
    private final String title;

    Feature(String id, String title) {
      this.id = id;
      this.title = title;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String title() {
      return title;
    }

    double of(double x) {
      return switch (this) {
        case X -> x;
        case SQUARE -> x * x;
        case CUBE -> x * x * x;
        case SINE -> Math.sin(100 * x);
      };
    }
  }

  @Override
  public TaskShape shape(Settings settings) {
    return TaskShape.ofFeatures(FEATURES, 1, settings.whole("examples")).answeredByValues(1);
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random) {
    int points = settings.whole("examples");
    Feature answer = settings.choice("answer", Feature.class);
    float[] features = new float[points * FEATURES];
    int[] answers = new int[points];
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      double x = 2 * random.nextDouble() - 1;
      int at = i * FEATURES;
      for (Feature feature : Feature.values()) {
        features[at++] = (float) feature.of(x);
      }
      answers[i] = i;
      values[i] = answer.of(x);
    }
    return Examples.ofFeatures(TaskShape.ofFeatures(FEATURES, 1, points), features, answers)
        .answeredBy(new Values(values, 1, settings.real("tolerance")));
  }

  @Override
  public String title(Settings settings) {
    return settings.choice("answer", Feature.class).title() + " of x, x², x³, sin 100x";
  }
}
