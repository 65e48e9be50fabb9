package grokscope.train.loop;

import grokscope.config.RunConfig;
import grokscope.task.PairSplit;
import grokscope.telemetry.Tensor;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A network at one moment, as plain copies. Immutable, any thread.
 *
 * @param run the id that its snapshots carry; 0 for a network from elsewhere
 * @param step how many updates it had
 * @param config its network and its data, as the run began
 * @param share of all examples, what was trained on at that moment, from 0 to 1
 * @param pairs which pairs it was trained on, where that is known; then the share says nothing
 * @param weights all of them
 */
public record StoredNetwork(
    long run,
    int step,
    RunConfig config,
    double share,
    Optional<PairSplit> pairs,
    List<Tensor> weights) {
  public StoredNetwork {
    weights = List.copyOf(weights);
  }

  /** A network that was trained on a share of what the config's seed chooses. */
  public StoredNetwork(long run, int step, RunConfig config, double share, List<Tensor> weights) {
    this(run, step, config, share, Optional.empty(), weights);
  }

  /** A network of a run that still trains on what it began with. */
  public StoredNetwork(long run, int step, RunConfig config, List<Tensor> weights) {
    this(run, step, config, config.trainFraction(), weights);
  }

  /** A network from elsewhere, with the pairs that it was trained on where they are known. */
  public static StoredNetwork fromElsewhere(
      RunConfig config, List<Tensor> weights, Optional<PairSplit> pairs) {
    return new StoredNetwork(0, 0, config, config.trainFraction(), pairs, weights);
  }

  /** The same under another id. */
  public StoredNetwork as(long id) {
    return new StoredNetwork(id, step, config, share, pairs, weights);
  }

  /** The same with its weights in the order of these names, which are those of all of them. */
  public StoredNetwork ordered(List<String> names) {
    List<Tensor> sorted =
        weights.stream()
            .sorted(Comparator.comparingInt(tensor -> names.indexOf(tensor.name())))
            .toList();
    return new StoredNetwork(run, step, config, share, pairs, sorted);
  }

  /** The answer to a request for nothing but the weights, which need no network. */
  public Optional<Snapshot> snapshot(SnapshotRequest snapshotRequest) {
    return snapshotRequest.snapshotParts().equals(Set.of(SnapshotPart.WEIGHTS))
        ? Optional.of(Snapshot.ofWeights(run, step, weights))
        : Optional.empty();
  }
}
