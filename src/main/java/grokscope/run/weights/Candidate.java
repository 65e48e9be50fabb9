package grokscope.run.weights;

import grokscope.config.RunConfig;
import grokscope.task.PairSplit;
import grokscope.telemetry.Tensor;
import grokscope.train.loop.StoredNetwork;
import java.util.List;
import java.util.Optional;

/**
 * What the weights of a file may be: a network and a task that they fit. Candidates that are one
 * network share one list of weights. Immutable, any thread.
 *
 * @param config the network and its task; whatever weights cannot tell has its initial value
 * @param weights all of the network's, in this program's names and shapes
 * @param words in what it differs from the other candidates: "x + y mod 113, ReLU"
 * @param remarks whole sentences on what was assumed, merged or left out for it
 */
public record Candidate(
    RunConfig config, List<Tensor> weights, String words, List<String> remarks) {
  public Candidate {
    weights = List.copyOf(weights);
    remarks = List.copyOf(remarks);
  }

  /** The same in other words. */
  Candidate called(String others) {
    return new Candidate(config, weights, others, remarks);
  }

  /** The same network with other settings of what weights do not tell. */
  public Candidate with(RunConfig settings) {
    return new Candidate(settings, weights, words, remarks);
  }

  /** The network, to be tried or shown. */
  public StoredNetwork network(Optional<PairSplit> split) {
    return StoredNetwork.fromElsewhere(config, weights, split);
  }
}
