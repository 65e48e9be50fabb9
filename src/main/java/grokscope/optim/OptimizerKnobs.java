package grokscope.optim;

import grokscope.config.knob.Knob;
import grokscope.config.knob.Knobs;
import grokscope.config.knob.Option;
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
    knobs.add(decayed());
    knobs.add(l1());
    knobs.add(warmupSteps());
    knobs.add(schedule());
    return knobs;
  }

  static Knob learningRate(double start, double sliderMin, double sliderMax) {
    return Knobs.real("learningRate")
        .titled("Learning rate")
        .called("rate")
        .says("How far each step moves the weights.")
        .live()
        .initially(start)
        .range(0, 1e9)
        .slider(sliderMin, sliderMax)
        .logarithmic();
  }

  private static Knob embeddingRate() {
    return Knobs.real("embeddingRate")
        .titled("Embedding rate")
        .says(
            "Multiplies the learning rate of the embedding, which may have to move faster than the"
                + " layers that read it.")
        .live()
        .initially(1)
        .range(0, 1e6)
        .slider(0.01, 100)
        .logarithmic();
  }

  static Knob weightDecay(double start, double sliderMin, double sliderMax) {
    return Knobs.real("weightDecay")
        .titled("Weight decay")
        .called("decay")
        .says(
            "How strongly each step pulls the weights back, which favours simple solutions; most"
                + " grokking depends on it.")
        .live()
        .initially(start)
        .range(0, 1000)
        .slider(sliderMin, sliderMax)
        .zeroThenLogarithmic();
  }

  private static Knob decayTowards() {
    return Knobs.choice("decayTowards")
        .titled("Decay towards")
        .says("Where weight decay pulls the weights: to zero, or to where they started.")
        .nextRun()
        .among(Option.of(Decay.ZERO), Option.of(Decay.START));
  }

  private static Knob decayed() {
    return Knobs.choice("decayed")
        .titled("Decay acts on")
        .says(
            "What weight decay pulls: all weights, or only matrices, which leaves biases and"
                + " LayerNorm alone.")
        .live()
        .among(Option.of(Decay.ALL, "all weights"), Option.of(Decay.MATRICES, "matrices only"));
  }

  private static Knob l1() {
    return Knobs.real("l1")
        .titled("L1 penalty")
        .says(
            "How strongly every weight is pushed to zero, by the same amount whatever its size; it"
                + " makes the weights sparse.")
        .live()
        .initially(0)
        .range(0, 1000)
        .slider(1e-6, 1)
        .zeroThenLogarithmic();
  }

  /** β₁, β₂ and ε of Adam. */
  static List<Knob> moments() {
    return List.of(
        memory(
            "beta1",
            "β₁",
            "How much of the mean gradient is kept at each step: near 1, it has a long memory.",
            0.9),
        memory("beta2", "β₂", "How much of the mean squared gradient is kept at each step.", 0.98),
        Knobs.real("epsilon")
            .titled("ε")
            .says("Keeps updates finite where gradients vanish.")
            .nextRun()
            .initially(1e-8)
            .range(1e-30, 1)
            .slider(1e-12, 1e-2)
            .logarithmic());
  }

  /** A share that is kept from one update to the next. */
  static Knob memory(String name, String title, String sentence, double start) {
    return Knobs.real(name)
        .titled(title)
        .says(sentence)
        .nextRun()
        .initially(start)
        .range(0, 0.999_999);
  }

  private static Knob warmupSteps() {
    return Knobs.whole("warmupSteps")
        .titled("Warm-up steps")
        .says("Over how many steps the learning rate rises from zero.")
        .nextRun()
        .initially(10)
        .range(0, 1_000_000)
        .sliderTo(1000);
  }

  private static Knob schedule() {
    return Knobs.choice("schedule")
        .titled("Schedule")
        .says(
            "Whether the learning rate stays constant after the warm-up or falls to zero by the"
                + " last step.")
        .nextRun()
        .among(
            Option.of(Schedule.CONSTANT), Option.of(Schedule.COSINE), Option.of(Schedule.LINEAR));
  }
}
