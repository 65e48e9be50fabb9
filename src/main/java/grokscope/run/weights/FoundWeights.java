package grokscope.run.weights;

import grokscope.task.PairSplit;
import java.util.List;
import java.util.Optional;

/**
 * What was found in a file of weights. Immutable, any thread.
 *
 * @param form which way of naming weights it is, in words: "TransformerLens"
 * @param split which pairs the network was trained on, where the file says so
 * @param settled whether the settings are known, because they were given or the file has them
 * @param candidates at least one, the likeliest first; which it is, only their answers tell
 */
public record FoundWeights(
    String form, Optional<PairSplit> split, boolean settled, List<Candidate> candidates) {
  public FoundWeights {
    candidates = List.copyOf(candidates);
  }

  /** The same with other candidates. */
  public FoundWeights with(List<Candidate> others) {
    return new FoundWeights(form, split, settled, others);
  }

  /** The same with settings that say which examples were trained on. */
  public FoundWeights withSplitSaid() {
    return new FoundWeights(form, split, true, candidates);
  }
}
