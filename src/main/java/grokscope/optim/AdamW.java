package grokscope.optim;

import grokscope.config.Kind;

/**
 * AdamW (Loshchilov and Hutter 2019) with PyTorch's semantics: decay is decoupled from the gradient
 * and multiplied with the learning rate. Stateless, any thread.
 */
final class AdamW {
  static final Kind<OptimizerFactory> KIND =
      new Kind<>(
          "adamw",
          "AdamW",
          "Adam with decoupled weight decay.",
          OptimizerKnobs.with(
              OptimizerKnobs.learningRate(1e-3, 1e-5, 1),
              OptimizerKnobs.weightDecay(1, 0.01, 100),
              OptimizerKnobs.moments()),
          Kind.Check.NONE,
          (settings, steps, parameters, backend) ->
              new RuleOptimizer(
                  () -> new AdamRule(true),
                  Decay::decoupled,
                  settings,
                  steps,
                  parameters,
                  backend));

  private AdamW() {}
}
