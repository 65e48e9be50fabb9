package grokscope.train;

import grokscope.model.Inside;
import grokscope.task.CyclicSums;
import grokscope.task.Examples;
import grokscope.telemetry.AnswerGrid;
import grokscope.telemetry.Look;
import grokscope.telemetry.NeuronMaps;
import grokscope.telemetry.PairAttention;
import grokscope.telemetry.Sight;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a look asks for about every pair at once. Trainer thread only, except that lanes fill the
 * readers.
 */
final class PairSights {
  private final Look look;
  private final Optional<AnswerReader> answers;
  private final Optional<NeuronReader> neurons;
  private final Optional<AttentionReader> attention;

  /**
   * What a look asks for.
   *
   * @param trained for each example whether it is trained on
   * @param inside of any worker of the network
   */
  PairSights(Look look, Examples examples, PairIndex pairs, boolean[] trained, Inside inside) {
    this.look = look;
    answers =
        asks(Sight.ANSWERS, true)
            ? Optional.of(new AnswerReader(examples, pairs, trained))
            : Optional.empty();
    neurons =
        asks(Sight.NEURONS, inside.neurons() > 0)
            ? Optional.of(new NeuronReader(pairs, look.layer(), inside))
            : Optional.empty();
    attention =
        asks(Sight.ATTENTION, inside.heads() > 0)
            ? Optional.of(new AttentionReader(examples, pairs, look.layer(), inside))
            : Optional.empty();
  }

  private boolean asks(Sight sight, boolean possible) {
    return possible && look.sights().contains(sight);
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
      everything.accept(shown -> readers.forEach(reader -> reader.read(shown)));
    }
  }

  Optional<AnswerGrid> answers() {
    return answers.map(AnswerReader::grid);
  }

  Optional<NeuronMaps> neurons(Optional<CyclicSums> sums) {
    return neurons.map(reader -> reader.maps(look.neuron(), sums));
  }

  Optional<PairAttention> attention() {
    return attention.map(AttentionReader::attention);
  }
}
