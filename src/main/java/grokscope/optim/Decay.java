package grokscope.optim;

import grokscope.config.Settings;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What pulls on the weights beside the loss: decay towards c, which is zero or the initial weights
 * w₀, and an L1 penalty. Begun by the trainer thread, applied by the lanes.
 *
 * <pre>
 * coupled, before the rule:   g ← g + decay·(w − c) + l1·sign(w)
 * decoupled, the rule itself: w ← w·(1 − rate·decay), then its step
 *            after the rule:  w ← w + rate·decay·c
 *                             w ← sign(w)·max(|w| − rate·l1, 0)
 * </pre>
 *
 * <p>The decoupled penalty is the proximal step of l1·Σ|w|, which leaves weights at exactly 0; a
 * decoupled rate·l1·sign(w) would make them jump around it. It is on all weights, whichever decay.
 */
final class Decay {
  static final String ZERO = "zero";
  static final String START = "start";
  static final String ALL = "all";
  static final String MATRICES = "matrices";

  private final boolean isCoupled;
  private double strength;
  private double penalty;
  private double rate;

  private Decay(boolean isCoupled) {
    this.isCoupled = isCoupled;
  }

  static Decay coupled() {
    return new Decay(true);
  }

  static Decay decoupled() {
    return new Decay(false);
  }

  /** Whether the initial weights must be remembered. */
  static boolean needsStart(Settings settings) {
    return settings.choice("decayTowards").equals(START);
  }

  /** How strongly these settings decay matrices, or else biases and layer normalisations. */
  static double strength(Settings settings, boolean matrices) {
    return matrices || settings.choice("decayed").equals(ALL) ? settings.real("weightDecay") : 0;
  }

  /** The numbers of the next update. */
  void begin(Settings settings, double latestRate, double decay) {
    strength = decay;
    penalty = settings.real("l1");
    rate = latestRate;
  }

  /**
   * Before the rule.
   *
   * @param start the initial weights, where the decay goes there
   */
  void toGradient(Kernels kernels, Parameter parameter, @Nullable Matrix start) {
    if (isCoupled && strength > 0) {
      kernels.elements().blend(strength, parameter.value(), 1, parameter.gradient());
      if (start != null) {
        kernels.elements().blend(-strength, start, 1, parameter.gradient());
      }
    }
    if (isCoupled && penalty > 0) {
      kernels.updates().addSigns(penalty, parameter.value(), parameter.gradient());
    }
  }

  /** After the rule; the start as there. */
  void toWeights(Kernels kernels, Parameter parameter, @Nullable Matrix start) {
    if (!isCoupled && start != null && strength > 0) {
      kernels.elements().blend(rate * strength, start, 1, parameter.value());
    }
    if (!isCoupled && penalty > 0) {
      kernels.updates().shrink(parameter.value(), rate * penalty);
    }
  }
}
