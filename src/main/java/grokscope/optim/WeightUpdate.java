package grokscope.optim;

import grokscope.config.RunConfig;

/**
 * One update, from the gradient of a step to new weights: the gradient filter, then the optimiser.
 * Trainer thread only.
 */
public final class WeightUpdate implements AutoCloseable {
  private final GradientFilter filter;
  private final Optimizer optimizer;

  /** An update of the parameters that the filter and the optimiser were made for. */
  public WeightUpdate(GradientFilter filter, Optimizer optimizer) {
    this.filter = filter;
    this.optimizer = optimizer;
  }

  /** Changes the weights by the gradients, and leaves the gradients undefined. */
  public void run() {
    filter.filter();
    optimizer.update();
  }

  /** New settings, from the next update on. */
  public void retune(RunConfig config) {
    filter.retune(config.section("gradient"));
    optimizer.retune(config.optimizer());
  }

  @Override
  public void close() {
    filter.close();
    optimizer.close();
  }
}
