package grokscope.telemetry.snapshot;

import grokscope.telemetry.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a {@link SnapshotRequest}: copies that belong to the asker. A part is empty when it
 * was not asked for, or when the task or the network has nothing of the kind. Any thread may read.
 *
 * @param run the id of the run; 0 for weights that were handed over
 * @param step how many updates the network had
 * @param answers to every pair of operands
 * @param classified answers to every example of a task whose examples are rows of real numbers, an
 *     entry for each row of its table
 * @param neurons of one layer on every pair
 * @param pairAttention where the heads of one layer look, on every pair
 * @param sequenceAttention the same in one longer sequence
 * @param prediction what the network says to one example
 * @param pixels of the pictures that were asked for
 * @param weights all of them, or none
 */
public record Snapshot(
    long run,
    int step,
    Optional<AnswerGrid> answers,
    Optional<AnswerSet> classified,
    Optional<NeuronMaps> neurons,
    Optional<PairAttention> pairAttention,
    Optional<SequenceAttention> sequenceAttention,
    Optional<Prediction> prediction,
    Optional<Pixels> pixels,
    List<Tensor> weights) {
  public Snapshot {
    weights = List.copyOf(weights);
  }

  /** One with nothing but weights. */
  public static Snapshot ofWeights(long run, int step, List<Tensor> weights) {
    return new Snapshot(
        run,
        step,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        weights);
  }
}
