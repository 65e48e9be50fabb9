package grokscope.run.sequence;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.measure.MetricIds;
import grokscope.measure.fourier.Score;
import grokscope.run.ImportWriter;
import grokscope.run.RunFolder;
import grokscope.run.RunLibrary;
import grokscope.run.RunSource;
import grokscope.run.checkpoint.CheckpointFile;
import grokscope.run.format.ArrayFile;
import grokscope.run.weights.Candidate;
import grokscope.run.weights.FoundWeights;
import grokscope.run.weights.RankedWeights;
import grokscope.run.weights.WeightsReader;
import grokscope.task.PairSplit;
import grokscope.task.Split;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import grokscope.telemetry.Computation;
import grokscope.telemetry.Tensor;
import grokscope.text.NumberText;
import grokscope.train.lab.Choices;
import grokscope.train.loop.MeasuredNetwork;
import grokscope.train.loop.Question;
import grokscope.train.loop.StoredNetwork;
import grokscope.train.step.ExperimentFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Imports a sequence of networks as a run: finds out which network the last one is, then has one
 * after the other measured and written. It never asks the trainer itself: whoever drives it takes
 * its questions there, in the order {@link #trial}, {@link #choose}, {@link #begin}, then {@link
 * #next} and {@link #take} until nothing is left, and {@link #finish}; closing it earlier leaves
 * nothing on the disk. One thread at a time.
 */
public final class SequenceImport implements AutoCloseable {
  private final RunLibrary library;
  private final Catalog catalog;
  private final WeightsReader reader;
  private final CheckpointSequence sequence;
  private final ImportWish wish;
  private @Nullable FoundWeights found;
  private List<String> remarks = List.of(); // on how the last network was read
  private List<Tensor> best = List.of(); // the last network as it was recognised
  private boolean saidLater; // which examples were trained on
  private int meaning; // which of the readings that fit the settings
  private @Nullable RunConfig config;
  private Optional<PairSplit> split = Optional.empty();
  private @Nullable ImportWriter writer;
  private @Nullable MeasuredColumns columns;
  private @Nullable Computation measured;
  private Optional<Tensor> kept = Optional.empty(); // the split, as checkpoints have it
  private List<Tensor> read = List.of(); // the network that is being measured
  private final SplitDoubt sides = new SplitDoubt();
  private int place;
  private String said = "";

  /** An import that has not read anything. */
  public SequenceImport(RunLibrary library, CheckpointSequence sequence, ImportWish wish) {
    this.library = library;
    this.catalog = library.catalog();
    this.reader = new WeightsReader(catalog);
    this.sequence = sequence;
    this.wish = wish;
  }

  /** How many networks there are. */
  public int size() {
    return sequence.steps().size();
  }

  /** How many have been measured. */
  public int done() {
    return place;
  }

  /** What the last network that was measured says, in a few words. */
  public String said() {
    return said;
  }

  /** What the network is called that comes next, or was asked about last. */
  public String called() {
    return sequence.called(Math.min(place, size() - 1));
  }

  /**
   * Reads the last network, which has learned most.
   *
   * @return how well it answers what it may have been trained on; asks of nothing where there is
   *     only one such thing
   * @throws InvalidConfig with one sentence when nothing fits it
   */
  public Question.Try trial() throws InvalidConfig {
    ArrayFile file = sequence.open(last());
    try {
      FoundWeights weights =
          wish.settings().isPresent()
              ? reader.read(file, wish.settings().get())
              : reader.read(file);
      found = weights;
      List<Candidate> tried = weights.candidates().size() == 1 ? List.of() : weights.candidates();
      return new Question.Try(
          tried.stream().map(candidate -> candidate.network(Optional.empty())).toList());
    } catch (InvalidConfig refused) {
      throw refused.in(sequence.called(last()));
    }
  }

  private int last() {
    return size() - 1;
  }

  /**
   * Takes the candidate that answers best.
   *
   * @param scores of the trial
   * @throws InvalidConfig with one sentence when the settings do not go with the network
   */
  public void choose(List<Score> scores) throws InvalidConfig {
    RankedWeights ranking = RankedWeights.of(Objects.requireNonNull(found), scores);
    remarks = ranking.remarks();
    split = wish.split().or(ranking::split);
    best = ranking.best().weights();
    RunConfig chosen = wish.changes().apply(ranking.best().config());
    int steps = sequence.steps().get(last());
    config = catalog.with(chosen, SettingPaths.STEPS, (long) Math.max(1, steps));
  }

  /**
   * Whether somebody's settings are of this network and its task, and could say which examples were
   * trained on, which nothing else has said.
   */
  public boolean couldSplitAs(RunConfig settings) {
    RunConfig now = config();
    return !splitKnown()
        && settings.task().equals(now.task())
        && settings.model().type().equals(now.model().type());
  }

  /**
   * Takes the examples that somebody's settings train on for those of the network.
   *
   * @throws InvalidConfig never, as both are settings of the catalog
   */
  public void splitAs(RunConfig settings) throws InvalidConfig {
    RunConfig now = catalog.with(config(), SettingPaths.SEED, settings.seed());
    config = catalog.with(now, SettingPaths.TRAIN_FRACTION, settings.trainFraction());
    saidLater = true;
  }

  /**
   * Makes the place to write to.
   *
   * @throws InvalidConfig with one sentence when there is none, or the split is not one of the task
   */
  public void begin() throws InvalidConfig {
    RunConfig chosen = config();
    if (split.isPresent()) {
      Split sides = // refuses what this task does not have
          split.get().of(ExperimentFactory.examples(chosen));
      TaskShape shape = Tasks.of(chosen.task()).shape(chosen.task());
      kept = Optional.of(CheckpointFile.split(split.get().pairs(shape.numbers())));
      double share = Split.share(sides.train().length, shape.examples());
      chosen = catalog.with(chosen, SettingPaths.TRAIN_FRACTION, share);
      config = chosen;
    }
    meaning = meaning(chosen);
    best = List.of();
    MeasuredColumns measures = new MeasuredColumns(chosen, splitKnown());
    columns = measures;
    writer = new ImportWriter(library, wish.out(), chosen, measures.written());
  }

  private RunConfig config() {
    return Objects.requireNonNull(config);
  }

  private boolean splitKnown() {
    RunConfig now = config();
    return split.isPresent()
        || saidLater
        || wish.saysSplit()
        || Tasks.of(now.task()).fresh(now.task()); // then nothing is trained on twice
  }

  private MeasuredColumns columns() {
    return Objects.requireNonNull(columns);
  }

  /** Where names and shapes have two meanings, which one the best candidate is. */
  private int meaning(RunConfig settings) throws InvalidConfig {
    List<Candidate> meanings = reader.read(sequence.open(last()), settings).candidates();
    for (int i = 0; i < meanings.size(); i++) {
      if (same(meanings.get(i).weights(), best)) {
        return i;
      }
    }
    return 0;
  }

  private static boolean same(List<Tensor> one, List<Tensor> other) {
    boolean same = one.size() == other.size();
    for (int i = 0; same && i < one.size(); i++) {
      same =
          one.get(i).name().equals(other.get(i).name())
              && Arrays.equals(one.get(i).values(), other.get(i).values());
    }
    return same;
  }

  /**
   * Reads the next network.
   *
   * @return what is to be measured of it; empty when there are no more
   * @throws InvalidConfig with one sentence that names its file, when it is another network than
   *     the last
   */
  public Optional<Question.Measure> next() throws InvalidConfig {
    if (place == size()) {
      return Optional.empty();
    }
    RunConfig now = config();
    try {
      List<Candidate> meanings = reader.read(sequence.open(place), now).candidates();
      read = meanings.get(Math.min(meaning, meanings.size() - 1)).weights();
    } catch (InvalidConfig refused) {
      throw refused.in(sequence.called(place));
    }
    StoredNetwork network =
        new StoredNetwork(0, sequence.steps().get(place), now, now.trainFraction(), split, read);
    return Optional.of(new Question.Measure(network, columns().asked()));
  }

  /**
   * Takes the answer to {@link #next}.
   *
   * @throws InvalidConfig with one sentence when it cannot be written
   */
  public void take(MeasuredNetwork answer) throws InvalidConfig {
    double[] row = columns().row(answer.values());
    writer().add(sequence.steps().get(place), read, kept, row);
    measured = answer.by();
    sides.observe(
        columns().cell(row, MetricIds.TRAIN_ACCURACY),
        columns().cell(row, MetricIds.TEST_ACCURACY));
    said =
        "step "
            + NumberText.count(sequence.steps().get(place))
            + words(row, MetricIds.TRAIN_ACCURACY)
            + words(row, MetricIds.TEST_ACCURACY);
    read = List.of();
    place++;
  }

  private String words(double[] row, String metric) {
    double cell = columns().cell(row, metric);
    return Double.isNaN(cell)
        ? ""
        : String.format(Locale.ROOT, ", %s %.3f", metric.replace('_', ' '), cell);
  }

  private ImportWriter writer() {
    return Objects.requireNonNull(writer);
  }

  /**
   * Puts the run where it is to be.
   *
   * @throws InvalidConfig with one sentence when that cannot be
   */
  public Imported finish() throws InvalidConfig {
    RunSource source =
        new RunSource(
            sequence.path().toAbsolutePath().normalize().toString(),
            sequence.form(),
            Objects.requireNonNull(found).form(),
            split.isPresent()
                ? RunSource.Split.NAMED
                : splitKnown() ? RunSource.Split.ASSUMED : RunSource.Split.UNKNOWN,
            remarks(),
            wish.untold(catalog, config(), splitKnown()),
            Objects.requireNonNull(measured));
    RunFolder folder = writer().finish(source, wish.title(sequence));
    return new Imported(folder, source, size());
  }

  /**
   * What came of an import.
   *
   * @param networks how many were measured
   */
  public record Imported(RunFolder folder, RunSource source, int networks) {}

  private List<String> remarks() throws InvalidConfig {
    List<String> all = new ArrayList<>(sequence.remarks());
    RunConfig now = config();
    if (!Tasks.of(now.task()).fresh(now.task())) {
      all.add(wish.splitWords(split, now, columns().leftOut()));
    }
    sides.doubt().ifPresent(all::add);
    all.addAll(remarks);
    if (wish.settings().isEmpty()) {
      all.add(
          "The optimiser"
              + (wish.told().contains(SettingPaths.SEED)
                  ? " and its settings are"
                  : ", its settings and the seed of the training are")
              + " not known; a new run from here has the usual ones.");
    }
    int left = writer().kept();
    if (left < size()) {
      all.add(
          "To stay within 500 MB, "
              + left
              + " of the "
              + size()
              + " networks are kept to be looked at; the curves have all of them.");
    }
    new Choices(now)
        .notMeasuredOfWeights()
        .forEach(
            (why, ids) ->
                all.add("Not measured, because " + why + ": " + String.join(", ", ids) + "."));
    return all;
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.close();
    }
  }
}
