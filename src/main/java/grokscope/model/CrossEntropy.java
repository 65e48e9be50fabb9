package grokscope.model;

import grokscope.config.Acts;
import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.Settings;
import grokscope.kernel.Kernels;
import java.util.List;

/** Cross-entropy of the softmax, in a chosen precision. Stateless, any thread. */
final class CrossEntropy {
  private static final String DOUBLE = "float64";
  private static final String SINGLE = "float32";

  static final Kind<LossFactory> KIND =
      new Kind<>(
          "crossEntropy",
          "Cross-entropy",
          "Minus the logarithm of the softmax's share for the right answer.",
          List.of(
              new Knob.Choice(
                  "precision",
                  "Softmax in",
                  "In float32 the loss has a floor near 1.2e-7, and what is learnt well stops"
                      + " pulling.",
                  Acts.NEXT_RUN,
                  DOUBLE,
                  List.of(new Knob.Option(DOUBLE, "float64"), new Knob.Option(SINGLE, "float32")))),
          Kind.Check.NONE,
          (settings, values, rows) ->
              inFloat(settings) ? Kernels::crossEntropyInFloat : Kernels::crossEntropy);

  private CrossEntropy() {}

  static boolean inFloat(Settings chosen) {
    return chosen.choice("precision").equals(SINGLE);
  }
}
