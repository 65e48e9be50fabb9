package grokscope.optim;

import grokscope.config.Settings;
import grokscope.kernel.Backend;
import grokscope.model.Parameters;

/** Makes an optimiser of one kind. Stateless, any thread. */
@FunctionalInterface
public interface OptimizerFactory {
  /**
   * An optimiser of these parameters, without a memory of gradients yet.
   *
   * @param steps how many updates the run has, for schedules that end with it
   */
  Optimizer build(Settings settings, int steps, Parameters parameters, Backend backend);
}
