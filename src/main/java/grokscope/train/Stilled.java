package grokscope.train;

import grokscope.config.RunConfig;
import grokscope.telemetry.Tensor;
import java.util.List;

/**
 * A network at one moment, as plain copies. Immutable, any thread.
 *
 * @param run the id that its snapshots carry; 0 for a network from elsewhere
 * @param step how many updates it had
 * @param config its network and its data, as the run began
 * @param share of all examples, what was trained on at that moment, from 0 to 1
 * @param weights all of them
 */
public record Stilled(long run, int step, RunConfig config, double share, List<Tensor> weights) {
  public Stilled {
    weights = List.copyOf(weights);
  }

  /** A network of a run that still trains on what it began with. */
  public Stilled(long run, int step, RunConfig config, List<Tensor> weights) {
    this(run, step, config, config.trainFraction(), weights);
  }
}
