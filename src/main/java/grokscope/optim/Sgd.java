package grokscope.optim;

import grokscope.config.Kind;
import grokscope.config.Settings;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Parameter;
import java.util.List;

/**
 * Gradient descent as PyTorch's SGD without dampening: g ← g + decay·w, v ← momentum·v + g, w ← w −
 * rate·v. Begun by the trainer thread, applied by the lanes.
 */
final class Sgd implements Rule {
  static final Kind<OptimizerFactory> KIND =
      new Kind<>(
          "sgd",
          "SGD",
          "Gradient descent with optional momentum; weight decay is part of the gradient.",
          OptimizerKnobs.with(
              OptimizerKnobs.learningRate(0.1, 1e-4, 10),
              OptimizerKnobs.weightDecay(0.01, 1e-5, 1),
              List.of(
                  OptimizerKnobs.memory(
                      "momentum",
                      "Momentum",
                      "How much of the last update is carried into the next; 0 for none.",
                      0))),
          Kind.Check.NONE,
          (settings, steps, parameters, backend) ->
              new RuleOptimizer(Sgd::new, Decay::coupled, settings, steps, parameters, backend));

  private double rate;
  private double momentum;

  private Sgd() {}

  @Override
  public int memories(Settings settings) {
    return settings.real("momentum") > 0 ? 1 : 0;
  }

  @Override
  public void begin(Settings settings, double latestRate, double decay, int update) {
    rate = latestRate;
    momentum = settings.real("momentum");
  }

  @Override
  public void change(Kernels kernels, Parameter parameter, List<Matrix> memory) {
    Matrix direction = parameter.gradient();
    if (!memory.isEmpty()) {
      Matrix velocity = memory.get(0);
      kernels.elements().blend(1, direction, momentum, velocity);
      direction = velocity;
    }
    kernels.elements().blend(-rate, direction, 1, parameter.value());
  }
}
