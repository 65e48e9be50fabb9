package grokscope.model;

import grokscope.config.Acts;
import grokscope.config.Knob;
import grokscope.config.Scale;
import grokscope.kernel.Activation;
import java.util.List;
import java.util.Locale;

/** Knobs that several networks have. */
final class ModelKnobs {
  private ModelKnobs() {}

  static Knob activation() {
    return new Knob.Choice(
        "activation",
        "Activation",
        "The non-linearity of the hidden layers.",
        Acts.NEXT_RUN,
        "relu",
        List.of(
            new Knob.Option("relu", "ReLU"),
            new Knob.Option("gelu", "GELU"),
            new Knob.Option("tanh", "Tanh"),
            new Knob.Option("square", "Square")));
  }

  static Activation activation(String id) {
    return Activation.valueOf(id.toUpperCase(Locale.ROOT));
  }

  static Knob whole(String name, String title, String sentence, long start, long max, long slider) {
    return new Knob.Whole(
        name, title, sentence, Acts.NEXT_RUN, start, 1, max, slider, Scale.LOGARITHMIC);
  }
}
