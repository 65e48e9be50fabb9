package grokscope.train;

import grokscope.kernel.RandomStream;
import grokscope.measure.CharacterShares;
import grokscope.measure.Insight;
import grokscope.measure.LocalComplexity;
import grokscope.measure.WorkingPrecision;
import grokscope.model.InputSpace;
import grokscope.model.Inside;
import grokscope.model.Network;
import grokscope.task.Examples;
import grokscope.task.Split;
import grokscope.task.SymmetricGroup;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Looks thoroughly inside a network. It keeps nothing from one look to the next but room for
 * activations, and draws the same every time, so that a look does not depend on earlier ones.
 * Trainer thread only.
 */
final class Inspector {
  private static final int MOST_FEATURES = 1000;
  private static final int POINTS = 100;
  private static final int DIRECTIONS = 25;
  private static final double RADIUS = 0.01;

  private final Examples examples;
  private Split split;
  private final Network network;
  private final CircuitProbe circuit; // null when the task is no table of sums
  private final Supplier<CharacterShares> characters;
  private final WorkingPrecision precision;
  private final Supplier<RandomStream> random;
  private final Passes passes;
  private final Supplier<NeuronRows> pairs;
  private Supplier<NeuronRows> sample;

  /**
   * The passes of a network over its examples.
   *
   * @param all brings every example of the table forward, and shows them to a reader
   * @param train the same for those that are trained on
   * @param inside that of any worker
   * @param lanes how many threads a reader may be called on
   */
  record Passes(
      Consumer<ExampleReader> all,
      Consumer<ExampleReader> train,
      Supplier<Inside> inside,
      int lanes) {}

  /**
   * An inspector.
   *
   * @param products the group if the task is a table of its products
   * @param precision that of the loss
   * @param random the stream from which directions are drawn, from its start
   */
  Inspector(
      Examples examples,
      Split split,
      Network network,
      CircuitProbe circuit,
      Optional<SymmetricGroup> products,
      WorkingPrecision precision,
      Supplier<RandomStream> random,
      Passes passes) {
    this.examples = examples;
    this.network = network;
    this.circuit = circuit;
    characters = new Remembered<>(() -> new CharacterShares(products.orElseThrow()));
    this.precision = precision;
    this.random = random;
    this.passes = passes;
    pairs = new Remembered<>(() -> NeuronRows.ofAll(examples.size(), passes.inside().get()));
    split(split);
  }

  /** Other examples are trained on from now on. */
  void split(Split latest) {
    split = latest;
    sample =
        new Remembered<>(() -> NeuronRows.of(chosen(), examples.size(), passes.inside().get()));
  }

  /** Training and hidden examples in the proportion of the split, whose order is shuffled. */
  private int[] chosen() {
    int most = Math.min(MOST_FEATURES, examples.size());
    int trained = (int) ((long) most * split.train().length / examples.size());
    return IntStream.concat(
            Arrays.stream(split.train()).limit(trained),
            Arrays.stream(split.test()).limit(most - trained))
        .toArray();
  }

  /** A look at the network as it is now, which is prepared for a pass. */
  Insight look() {
    return new Inspection(this, network.parameters(), circuit);
  }

  /** The activations of the last hidden layer on every example. */
  NeuronRows allNeurons() {
    passes.all().accept(pairs.get());
    return pairs.get();
  }

  /** The same on some examples. */
  NeuronRows someNeurons() {
    passes.all().accept(sample.get());
    return sample.get();
  }

  double[] characterShares() {
    AllLogits logits = new AllLogits(examples.shape().classes());
    passes.all().accept(logits);
    return characters.get().of(logits.table());
  }

  SaturationReader saturation() {
    SaturationReader reader = new SaturationReader(precision, passes.lanes());
    passes.train().accept(reader);
    return reader;
  }

  /** Neurons of all layers that switch around training or hidden examples, on average. */
  double complexity(boolean trained) {
    InputSpace space = network.inputSpace().orElseThrow();
    double[][] points =
        Arrays.stream(trained ? split.train() : split.test())
            .limit(POINTS)
            .mapToObj(example -> space.point(examples, example))
            .toArray(double[][]::new);
    LocalComplexity complexity =
        new LocalComplexity(
            space::preActivations, RADIUS * scale(points), DIRECTIONS, random.get());
    return Arrays.stream(complexity.mean(points)).sum();
  }

  /** The root of the mean square length. */
  private static double scale(double[][] points) {
    double squares = 0;
    for (double[] point : points) {
      for (double value : point) {
        squares += value * value;
      }
    }
    return Math.sqrt(squares / points.length);
  }
}
