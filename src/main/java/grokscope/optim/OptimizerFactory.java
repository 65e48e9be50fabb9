package grokscope.optim;

import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.model.Parameters;

/** Makes an optimiser of one kind. Stateless, any thread. */
@FunctionalInterface
public interface OptimizerFactory {
  /** An optimiser of these parameters, without a memory of gradients yet. */
  Optimizer build(Settings settings, Parameters parameters, Backend backend);
}
