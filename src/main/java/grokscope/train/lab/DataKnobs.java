package grokscope.train.lab;

import grokscope.config.Acts;
import grokscope.config.Knob;
import grokscope.config.Scale;
import java.util.List;

/** The knobs of the section {@code data}. Stateless, any thread. */
final class DataKnobs {
  /** All of them, in the order of the files. */
  static final List<Knob> ALL = List.of(trainFraction(), moments(), outliers(), labelNoise());

  private DataKnobs() {}

  private static Knob moments() {
    return new Knob.Choice(
        "moments",
        "Moments",
        "What becomes of remembered gradients when the data fraction is changed during a run.",
        Acts.LIVE,
        "keep",
        List.of(new Knob.Option("keep", "keep"), new Knob.Option("forget", "forget")));
  }

  private static Knob trainFraction() {
    return new Knob.Real(
            "trainFraction",
            "Data fraction",
            "The share of all examples that is trained on; the rest is hidden and only tested.",
            Acts.LIVE,
            0.4,
            0.01,
            0.99,
            0.05,
            0.95,
            Scale.LINEAR)
        .asShare()
        .called("data");
  }

  private static Knob outliers() {
    return new Knob.Whole(
        "outliers",
        "Outliers",
        "So many training examples get a random wrong answer; hidden ones never do.",
        Acts.NEXT_RUN,
        0,
        0,
        1_000_000,
        3000,
        Scale.LINEAR);
  }

  private static Knob labelNoise() {
    return new Knob.Real(
            "labelNoise",
            "Label noise",
            "The share of the training examples that gets a random wrong answer.",
            Acts.NEXT_RUN,
            0,
            0,
            1,
            0,
            0.9,
            Scale.LINEAR)
        .asShare();
  }
}
