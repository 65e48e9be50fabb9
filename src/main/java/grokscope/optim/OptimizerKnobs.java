package grokscope.optim;

import grokscope.config.Acts;
import grokscope.config.Knob;
import grokscope.config.Scale;
import java.util.ArrayList;
import java.util.List;

/** The knobs that optimisers share. Stateless, any thread. */
final class OptimizerKnobs {
  private OptimizerKnobs() {}

  /** The knobs of every optimiser around those of its own. */
  static List<Knob> with(Knob learningRate, Knob weightDecay, List<Knob> own) {
    List<Knob> knobs = new ArrayList<>();
    knobs.add(learningRate);
    knobs.add(embeddingRate());
    knobs.add(weightDecay);
    knobs.addAll(own);
    knobs.add(decayTowards());
    knobs.add(l1());
    knobs.add(warmupSteps());
    knobs.add(schedule());
    return knobs;
  }

  static Knob learningRate(double start, double sliderMin, double sliderMax) {
    return new Knob.Real(
            "learningRate",
            "Learning rate",
            "How far one update moves the weights.",
            Acts.LIVE,
            start,
            0,
            1e9,
            sliderMin,
            sliderMax,
            Scale.LOGARITHMIC)
        .called("rate");
  }

  private static Knob embeddingRate() {
    return new Knob.Real(
        "embeddingRate",
        "Embedding rate",
        "What the learning rate is multiplied with for the embedding, which may have to move faster"
            + " than what reads it.",
        Acts.LIVE,
        1,
        0,
        1e6,
        0.01,
        100,
        Scale.LOGARITHMIC);
  }

  static Knob weightDecay(double start, double sliderMin, double sliderMax) {
    return new Knob.Real(
            "weightDecay",
            "Weight decay",
            "How strongly the weights are pulled back; grokking lives on it.",
            Acts.LIVE,
            start,
            0,
            1000,
            sliderMin,
            sliderMax,
            Scale.ZERO_THEN_LOGARITHMIC)
        .called("decay");
  }

  private static Knob decayTowards() {
    return new Knob.Choice(
        "decayTowards",
        "Decay towards",
        "Where weight decay pulls the weights: to zero, or to where they started.",
        Acts.NEXT_RUN,
        Decay.ZERO,
        List.of(new Knob.Option(Decay.ZERO, "zero"), new Knob.Option(Decay.START, "start")));
  }

  private static Knob l1() {
    return new Knob.Real(
        "l1",
        "L1 penalty",
        "How strongly every weight is pushed to zero, large or small; it makes weights sparse.",
        Acts.LIVE,
        0,
        0,
        1000,
        1e-6,
        1,
        Scale.ZERO_THEN_LOGARITHMIC);
  }

  /** β₁, β₂ and ε of Adam. */
  static List<Knob> moments() {
    return List.of(
        memory("beta1", "β₁", "How long the mean gradient is remembered.", 0.9),
        memory("beta2", "β₂", "How long the mean squared gradient is remembered.", 0.98),
        new Knob.Real(
            "epsilon",
            "ε",
            "Keeps the update finite where gradients vanish.",
            Acts.NEXT_RUN,
            1e-8,
            1e-30,
            1,
            1e-12,
            1e-2,
            Scale.LOGARITHMIC));
  }

  /** A share that is kept from one update to the next. */
  static Knob memory(String name, String title, String sentence, double start) {
    return new Knob.Real(
        name, title, sentence, Acts.NEXT_RUN, start, 0, 0.999_999, 0, 0.999_999, Scale.LINEAR);
  }

  private static Knob warmupSteps() {
    return new Knob.Whole(
        "warmupSteps",
        "Warm-up steps",
        "Over how many steps the learning rate rises from zero.",
        Acts.NEXT_RUN,
        10,
        0,
        1_000_000,
        1000,
        Scale.LINEAR);
  }

  private static Knob schedule() {
    return new Knob.Choice(
        "schedule",
        "Schedule",
        "Whether the learning rate stays after the warm-up, or falls to zero by the last step.",
        Acts.NEXT_RUN,
        Schedule.CONSTANT,
        List.of(
            new Knob.Option(Schedule.CONSTANT, "constant"),
            new Knob.Option(Schedule.COSINE, "cosine"),
            new Knob.Option(Schedule.LINEAR, "linear")));
  }
}
