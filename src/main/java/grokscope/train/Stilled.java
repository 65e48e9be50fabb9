package grokscope.train;

import grokscope.config.RunConfig;
import grokscope.telemetry.Tensor;
import java.util.List;

/**
 * A network at one moment, as plain copies. Immutable, any thread.
 *
 * @param run the id that its snapshots carry; 0 for a network from elsewhere
 * @param step how many updates it had
 * @param config its network, its data and its split
 * @param weights all of them
 */
public record Stilled(long run, int step, RunConfig config, List<Tensor> weights) {
  public Stilled {
    weights = List.copyOf(weights);
  }
}
