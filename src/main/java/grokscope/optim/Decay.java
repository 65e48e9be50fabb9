package grokscope.optim;

import grokscope.config.Settings;
import grokscope.kernel.Kernels;
import grokscope.model.Parameter;

/**
 * What pulls on the weights beside the loss. Coupled, it is added to the gradient before the rule:
 * g ← g + decay·w. Decoupled, the rule itself shrinks the weights. Begun by the trainer thread,
 * applied by the lanes.
 */
final class Decay {
  private final boolean isCoupled;
  private double strength;

  private Decay(boolean isCoupled) {
    this.isCoupled = isCoupled;
  }

  static Decay coupled() {
    return new Decay(true);
  }

  static Decay decoupled() {
    return new Decay(false);
  }

  /** The numbers of the next update. */
  void begin(Settings settings) {
    strength = settings.real("weightDecay");
  }

  /** Before the rule. */
  void toGradient(Kernels kernels, Parameter parameter) {
    if (isCoupled && strength > 0) {
      kernels.blend(strength, parameter.value(), 1, parameter.gradient());
    }
  }
}
