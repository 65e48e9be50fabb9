package grokscope.optim;

import grokscope.config.Kind;

/**
 * Adam as PyTorch's with {@code weight_decay}: the decay is coupled, g ← g + decay·w before the
 * moments, so that it is divided by the root of the mean square like the gradient. Stateless, any
 * thread.
 */
final class Adam {
  static final Kind<OptimizerFactory> KIND =
      new Kind<>(
          "adam",
          "Adam",
          "Adam with weight decay as a part of the gradient, as in Grokfast's experiments.",
          OptimizerKnobs.with(
              OptimizerKnobs.learningRate(1e-3, 1e-5, 1),
              OptimizerKnobs.weightDecay(0.01, 1e-5, 1),
              OptimizerKnobs.moments()),
          Kind.Check.NONE,
          (settings, steps, parameters, backend) ->
              new RuleOptimizer(
                  () -> new AdamRule(false), Decay::coupled, settings, steps, parameters, backend));

  private Adam() {}
}
