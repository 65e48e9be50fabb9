package grokscope.train.look;

import grokscope.kernel.RandomStream;
import grokscope.measure.CharacterShares;
import grokscope.measure.CircuitReport;
import grokscope.measure.LocalComplexity;
import grokscope.measure.LogitMap;
import grokscope.measure.RepresentationShare;
import grokscope.measure.SoftmaxSaturation;
import grokscope.measure.ThoroughProbe;
import grokscope.measure.WorkingPrecision;
import grokscope.measure.fourier.NeuronFrequencies;
import grokscope.measure.fourier.Table;
import grokscope.model.Activations;
import grokscope.model.InputSpace;
import grokscope.model.Network;
import grokscope.task.Examples;
import grokscope.task.Split;
import grokscope.task.SymmetricGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One thorough look inside a network. It draws the same every time, so that a look does not depend
 * on earlier ones. Trainer thread only, and only until the next step.
 */
public final class ThoroughNetworkProbe implements ThoroughProbe {
  private static final int MOST_FEATURES = 1000;
  private static final int POINTS = 100;
  private static final int DIRECTIONS = 25;
  private static final double RADIUS = 0.01;

  private final Subject subject;
  private final WeightTables weights;
  private final Supplier<CircuitReport> circuit;
  private final Supplier<NeuronFrequencies> neurons;
  private final Supplier<LogitMap> logitMap;
  private final Supplier<List<RepresentationShare>> characterShares;
  private final Supplier<SoftmaxSaturation> saturation;

  /**
   * The passes of a network over its examples.
   *
   * @param all brings every example of the table forward, and shows them to a reader
   * @param train the same for those that are trained on
   * @param activations that of any worker
   * @param lanes how many threads a reader may be called on
   */
  public record Passes(
      Consumer<ExampleReader> all,
      Consumer<ExampleReader> train,
      Supplier<Activations> activations,
      int lanes) {}

  /**
   * What all looks at one network have in common. It keeps nothing from one look to the next but
   * room for activations. Trainer thread only.
   */
  public static final class Subject {
    private final Examples examples;
    private final Supplier<Split> split;
    private final Network network;
    private final Optional<CircuitProbe> circuit;
    private final Supplier<CharacterShares> characters;
    private final WorkingPrecision precision;
    private final Supplier<RandomStream> random;
    private final Passes passes;
    private final Supplier<NeuronRows> pairs;
    private @Nullable Sample latest;

    /** Room for the activations of examples that were chosen from one split. */
    private record Sample(Split split, NeuronRows rows) {}

    /**
     * A network to be looked at.
     *
     * @param split which examples are trained on at the moment
     * @param circuit that of a table of sums
     * @param products the group if the task is a table of its products
     * @param precision that of the loss
     * @param random the stream from which directions are drawn, from its start
     */
    public Subject(
        Examples examples,
        Supplier<Split> split,
        Network network,
        Optional<CircuitProbe> circuit,
        Optional<SymmetricGroup> products,
        WorkingPrecision precision,
        Supplier<RandomStream> random,
        Passes passes) {
      this.examples = examples;
      this.split = split;
      this.network = network;
      this.circuit = circuit;
      characters = new Lazy<>(() -> new CharacterShares(products.orElseThrow()));
      this.precision = precision;
      this.random = random;
      this.passes = passes;
      pairs = new Lazy<>(() -> NeuronRows.wavesOfAll(examples.size(), passes.activations().get()));
    }

    /** A probe of the current network, which is prepared for a pass. */
    public ThoroughProbe probe() {
      return new ThoroughNetworkProbe(this);
    }

    private CircuitProbe circuit() {
      return circuit.orElseThrow();
    }

    private NeuronRows sample() {
      Split now = split.get();
      Sample known = latest;
      if (known == null || known.split() != now) {
        known =
            new Sample(
                now, NeuronRows.of(chosen(now), examples.size(), passes.activations().get()));
        latest = known;
      }
      return known.rows();
    }

    /** Training and hidden examples in the proportion of the split, whose order is shuffled. */
    private int[] chosen(Split from) {
      int most = Math.min(MOST_FEATURES, examples.size());
      int trained = (int) ((long) most * from.train().length / examples.size());
      return IntStream.concat(
              Arrays.stream(from.train()).limit(trained),
              Arrays.stream(from.test()).limit(most - trained))
          .toArray();
    }
  }

  private ThoroughNetworkProbe(Subject subject) {
    this.subject = subject;
    weights = new WeightTables(subject.network.parameters());
    circuit = new Lazy<>(() -> subject.circuit().report());
    neurons = new Lazy<>(() -> subject.circuit().neurons(read(subject.pairs.get())));
    logitMap = new Lazy<>(() -> subject.circuit().logitMap(weights.logitMap()));
    characterShares = new Lazy<>(this::readCharacterShares);
    saturation = new Lazy<>(this::readSaturation);
  }

  /** The activations of the last hidden layer on the examples of a reader. */
  private Table read(NeuronRows rows) {
    subject.passes.all().accept(rows);
    return rows.table();
  }

  private List<RepresentationShare> readCharacterShares() {
    AllLogits logits = new AllLogits(subject.examples.shape().classes());
    subject.passes.all().accept(logits);
    return subject.characters.get().named(logits.table());
  }

  private SoftmaxSaturation readSaturation() {
    SaturationReader reader = new SaturationReader(subject.precision, subject.passes.lanes());
    subject.passes.train().accept(reader);
    return reader.found();
  }

  @Override
  public CircuitReport circuit() {
    return circuit.get();
  }

  @Override
  public NeuronFrequencies neurons() {
    return neurons.get();
  }

  @Override
  public LogitMap logitMap() {
    return logitMap.get();
  }

  @Override
  public Table numbers() {
    return subject.circuit().numbers();
  }

  @Override
  public List<RepresentationShare> characterShares() {
    return characterShares.get();
  }

  @Override
  public Table embedding() {
    return weights.embedding();
  }

  @Override
  public Table features() {
    return read(subject.sample());
  }

  @Override
  public SoftmaxSaturation saturation() {
    return saturation.get();
  }

  @Override
  public double trainComplexity() {
    return complexity(subject.split.get().train());
  }

  @Override
  public double testComplexity() {
    return complexity(subject.split.get().test());
  }

  /** Neurons of all layers that switch around some examples, on average. */
  private double complexity(int[] side) {
    InputSpace space = subject.network.inputSpace().orElseThrow();
    double[][] points =
        Arrays.stream(side)
            .limit(POINTS)
            .mapToObj(example -> space.point(subject.examples, example))
            .toArray(double[][]::new);
    LocalComplexity complexity =
        new LocalComplexity(
            space::preActivations, RADIUS * scale(points), DIRECTIONS, subject.random.get());
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
