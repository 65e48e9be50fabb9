package grokscope.optim;

import grokscope.config.Settings;
import grokscope.kernel.AdamWStep;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Parameter;
import java.util.List;

/**
 * Adam's formula (Kingma and Ba 2015) with PyTorch's semantics: moments are bias-corrected, epsilon
 * is added to the corrected root. Begun by the trainer thread, applied by the lanes.
 */
final class AdamRule implements Rule {
  private final boolean decoupled;
  private AdamWStep step;

  /**
   * A formula.
   *
   * @param decoupled whether the weights are decayed here; otherwise their decay is in the gradient
   */
  AdamRule(boolean decoupled) {
    this.decoupled = decoupled;
  }

  @Override
  public int memories(Settings settings) {
    return 2; // the mean and the mean square of the gradients
  }

  @Override
  public void begin(Settings settings, double rate, int update) {
    step =
        new AdamWStep(
            rate,
            decoupled ? settings.real("weightDecay") : 0,
            settings.real("beta1"),
            settings.real("beta2"),
            settings.real("epsilon"),
            update);
  }

  @Override
  public void change(Kernels kernels, Parameter parameter, List<Matrix> memory) {
    kernels.adamW(step, parameter.value(), parameter.gradient(), memory.get(0), memory.get(1));
  }
}
