package grokscope.optim;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.config.knob.Knob;
import grokscope.kernel.AdamWStep;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Parameter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adam (Kingma and Ba 2015) with PyTorch's semantics: moments are bias-corrected, epsilon is added
 * to the corrected root. Begun by the trainer thread, applied by the lanes.
 *
 * <p>It comes in two kinds. AdamW (Loshchilov and Hutter 2019) decays the weights apart from the
 * gradient, by the learning rate times the decay. In the other kind, PyTorch's Adam with {@code
 * weight_decay}, the decay is coupled: g ← g + decay·w before the moments, so that it is divided by
 * the root of the mean square like the gradient.
 */
final class Adam implements Rule {
  static final Kind<OptimizerFactory> DECOUPLED =
      kind(
          "adamw",
          "AdamW",
          "Adam with decoupled weight decay.",
          OptimizerKnobs.weightDecay(1, 0.01, 100),
          true);

  static final Kind<OptimizerFactory> COUPLED =
      kind(
          "adam",
          "Adam",
          "Adam with weight decay as part of the gradient, as in Grokfast's experiments.",
          OptimizerKnobs.weightDecay(0.01, 1e-5, 1),
          false);

  private final boolean decoupled;
  private @Nullable AdamWStep step; // of the update that was begun last

  private Adam(boolean decoupled) {
    this.decoupled = decoupled;
  }

  private static Kind<OptimizerFactory> kind(
      String id, String title, String sentence, Knob weightDecay, boolean decoupled) {
    return new Kind<>(
        id,
        title,
        sentence,
        OptimizerKnobs.with(
            OptimizerKnobs.learningRate(1e-3, 1e-5, 1), weightDecay, OptimizerKnobs.moments()),
        Kind.Check.NONE,
        (settings, steps, parameters, backend) ->
            new RuleOptimizer(
                () -> new Adam(decoupled),
                decoupled ? Decay::decoupled : Decay::coupled,
                settings,
                steps,
                parameters,
                backend));
  }

  @Override
  public int memories(Settings settings) {
    return 2; // the mean and the mean square of the gradients
  }

  @Override
  public void begin(Settings settings, double rate, double decay, int update) {
    step =
        new AdamWStep(
            rate,
            decoupled ? decay : 0,
            settings.real("beta1"),
            settings.real("beta2"),
            settings.real("epsilon"),
            update);
  }

  @Override
  public void change(Kernels kernels, Parameter parameter, List<Matrix> memory) {
    AdamWStep begun = Objects.requireNonNull(step, "no update was begun");
    kernels
        .updates()
        .adamW(begun, parameter.value(), parameter.gradient(), memory.get(0), memory.get(1));
  }
}
