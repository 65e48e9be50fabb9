package grokscope.task;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Points drawn from the standard normal distribution, answered by a fixed random network, the
 * teacher: two hidden layers of tanh, with weights and biases drawn evenly within 1/√inputs (Liu et
 * al. 2022, arXiv 2210.01117). Stateless, any thread.
 */
final class TeacherStudent implements Task {
  static final Kind<Task> KIND =
      new Kind<>(
          "teacher",
          "Teacher and student",
          "Imitate a fixed random network, the teacher, from some of its answers.",
          List.of(
              Knobs.whole("inputs")
                  .titled("Inputs")
                  .says("How many real numbers the teacher reads.")
                  .nextRun()
                  .initially(5)
                  .range(1, 1000)
                  .logarithmic(),
              Knobs.whole("width")
                  .titled("Teacher width")
                  .says("Neurons in each of the teacher's two hidden layers.")
                  .nextRun()
                  .initially(100)
                  .range(1, 5000)
                  .logarithmic(),
              Knobs.whole("outputs")
                  .titled("Outputs")
                  .says("How many real numbers the teacher answers with.")
                  .nextRun()
                  .initially(5)
                  .range(1, 1000)
                  .logarithmic(),
              Knobs.whole("examples")
                  .titled("Examples")
                  .says(
                      "How many answers of the teacher there are, for training and testing"
                          + " together.")
                  .nextRun()
                  .initially(200)
                  .range(4, 100_000)
                  .sliderTo(10_000)
                  .logarithmic(),
              tolerance(0.001)),
          Kind.Check.NONE,
          new TeacherStudent());

  /** The knob that says when an answer of real numbers is right. */
  static Knob tolerance(double start) {
    return Knobs.real("tolerance")
        .titled("Tolerance")
        .says("An example is right when its mean squared error is below this.")
        .nextRun()
        .initially(start)
        .range(1e-9, 10)
        .slider(1e-5, 1)
        .logarithmic();
  }

  @Override
  public TaskShape shape(Settings settings) {
    int outputs = settings.whole("outputs");
    return TaskShape.ofFeatures(settings.whole("inputs"), outputs, settings.whole("examples"))
        .answeredByValues(outputs);
  }

  @Override
  public Examples examples(Settings settings, RandomGenerator random) {
    int inputs = settings.whole("inputs");
    int width = settings.whole("width");
    int outputs = settings.whole("outputs");
    int count = settings.whole("examples");
    Layer first = Layer.drawn(inputs, width, random);
    Layer second = Layer.drawn(width, width, random);
    Layer last = Layer.drawn(width, outputs, random);
    float[] features = new float[count * inputs];
    int[] answers = new int[count];
    double[] values = new double[count * outputs];
    for (int i = 0; i < count; i++) {
      double[] x = new double[inputs];
      for (int j = 0; j < inputs; j++) {
        features[i * inputs + j] = (float) random.nextGaussian();
        x[j] = features[i * inputs + j];
      }
      double[] y = last.sums(tanh(second.sums(tanh(first.sums(x)))));
      System.arraycopy(y, 0, values, i * outputs, outputs);
      answers[i] = i;
    }
    return Examples.ofFeatures(TaskShape.ofFeatures(inputs, outputs, count), features, answers)
        .answeredBy(new Values(values, outputs, settings.real("tolerance")));
  }

  private static double[] tanh(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.tanh(x[i]);
    }
    return x;
  }

  @Override
  public String title(Settings settings) {
    return "a teacher of "
        + settings.whole("inputs")
        + "–"
        + settings.whole("width")
        + "–"
        + settings.whole("width")
        + "–"
        + settings.whole("outputs");
  }

  /** A layer of the teacher: weights [outputs][inputs] and biases. */
  // Plain arrays on purpose: nothing compares layers.
  @SuppressWarnings("ArrayRecordComponent")
  private record Layer(double[][] weights, double[] biases) {
    static Layer drawn(int inputs, int outputs, RandomGenerator random) {
      double bound = 1 / Math.sqrt(inputs);
      double[][] weights = new double[outputs][];
      for (int i = 0; i < outputs; i++) {
        weights[i] = random.doubles(inputs, -bound, bound).toArray();
      }
      return new Layer(weights, random.doubles(outputs, -bound, bound).toArray());
    }

    double[] sums(double[] x) {
      double[] sums = biases.clone();
      for (int i = 0; i < sums.length; i++) {
        for (int j = 0; j < x.length; j++) {
          sums[i] += weights[i][j] * x[j];
        }
      }
      return sums;
    }
  }
}
