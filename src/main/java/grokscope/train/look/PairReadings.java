package grokscope.train.look;

import grokscope.model.Activations;
import grokscope.task.CyclicSums;
import grokscope.telemetry.snapshot.AnswerGrid;
import grokscope.telemetry.snapshot.NeuronMaps;
import grokscope.telemetry.snapshot.PairAttention;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a request asks for about every pair at once. Trainer thread only, except that lanes fill the
 * readers.
 */
final class PairReadings {
  private final SnapshotRequest snapshotRequest;
  private final PairIndex pairs;
  private final Optional<AnswerReader> answers;
  private final Optional<NeuronReader> neurons;
  private final Optional<AttentionReader> attention;

  /**
   * What a request asks for.
   *
   * @param answers of all pairs, where these are asked for
   * @param activations of any worker of the network
   */
  PairReadings(
      SnapshotRequest snapshotRequest,
      PairIndex pairs,
      Optional<AnswerReader> answers,
      Activations activations) {
    this.snapshotRequest = snapshotRequest;
    this.pairs = pairs;
    this.answers = answers;
    neurons =
        asks(SnapshotPart.NEURONS, activations.neurons() > 0)
            ? Optional.of(new NeuronReader(pairs, snapshotRequest.layer(), activations))
            : Optional.empty();
    attention =
        asks(SnapshotPart.ATTENTION, activations.heads() > 0)
            ? Optional.of(new AttentionReader(pairs, snapshotRequest.layer(), activations))
            : Optional.empty();
  }

  private boolean asks(SnapshotPart snapshotPart, boolean possible) {
    return possible && snapshotRequest.snapshotParts().contains(snapshotPart);
  }

  /**
   * Fills what is asked for.
   *
   * @param everything brings every example forward, and shows them to a reader
   */
  void read(Consumer<ExampleReader> everything) {
    List<ExampleReader> readers =
        Stream.of(answers, neurons, attention)
            .flatMap(Optional::stream)
            .map(ExampleReader.class::cast)
            .toList();
    if (!readers.isEmpty()) {
      everything.accept(forwardPass -> readers.forEach(reader -> reader.read(forwardPass)));
    }
  }

  Optional<AnswerGrid> answers() {
    return answers.map(
        reader -> new AnswerGrid(pairs.side(), pairs.example().clone(), reader.answers()));
  }

  Optional<NeuronMaps> neurons(Optional<CyclicSums> sums) {
    return neurons.map(reader -> reader.maps(snapshotRequest.neuron(), sums));
  }

  Optional<PairAttention> attention() {
    return attention.map(AttentionReader::attention);
  }
}
