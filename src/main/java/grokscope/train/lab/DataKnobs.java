package grokscope.train.lab;

import grokscope.config.RunConfig;
import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
import java.util.List;

/** The knobs of the section {@code data}. Stateless, any thread. */
final class DataKnobs {
  /** All of them, in the order of the files. */
  static final List<Knob> ALL = List.of(trainFraction(), moments(), outliers(), labelNoise());

  private DataKnobs() {}

  private static Knob moments() {
    return Knobs.choice("moments")
        .titled("Moments")
        .says(
            "What happens to the optimiser's moments when the training data are changed during a"
                + " run.")
        .live()
        .among(Option.of("keep"), Option.of(RunConfig.FORGET_MOMENTS));
  }

  private static Knob trainFraction() {
    return Knobs.real("trainFraction")
        .titled("Training data")
        .called("data")
        .says(
            "The share of all examples that is trained on; the rest is hidden and used only for"
                + " testing.")
        .live()
        .initially(0.4)
        .range(0.01, 0.99)
        .slider(0.05, 0.95)
        .asShare();
  }

  private static Knob outliers() {
    return Knobs.whole("outliers")
        .titled("Outliers")
        .says("How many training examples get a random wrong answer; hidden ones never do.")
        .nextRun()
        .initially(0)
        .range(0, 1_000_000)
        .sliderTo(3000);
  }

  private static Knob labelNoise() {
    return Knobs.real("labelNoise")
        .titled("Label noise")
        .says("The share of the training examples that get a random wrong answer.")
        .nextRun()
        .initially(0)
        .range(0, 1)
        .slider(0, 0.9)
        .asShare();
  }
}
