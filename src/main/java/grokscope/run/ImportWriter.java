package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.measure.MetricIds;
import grokscope.measure.phase.HeldThreshold;
import grokscope.measure.phase.Outcome;
import grokscope.run.checkpoint.CheckpointFolder;
import grokscope.run.format.EventFormat;
import grokscope.run.format.FileRefusal;
import grokscope.run.format.RunText;
import grokscope.run.format.SafetensorsFile;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import grokscope.telemetry.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the folder of a run that was trained elsewhere, one of its networks after the other, aside
 * from where it is to be; only when it is whole does it go there. One thread at a time.
 */
public final class ImportWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWriter.class);

  private final RunLibrary library;
  private final Optional<Path> out;
  private final RunConfig config;
  private final List<String> columns;
  private final RunFolder aside;
  private final RunFiles files;
  private final CheckpointFolder checkpoints;
  private final HeldThreshold memorized = Outcome.memorizing();
  private final HeldThreshold generalized;
  private final Outcome outcome;
  private Sample last = new Sample(0, -1, new double[0]);
  private List<Tensor> lastWeights = List.of();
  private boolean done;

  /**
   * Begins.
   *
   * @param out where it is to be, new or empty; empty for a new folder among the user's runs
   * @param config its settings, with as many steps as the last network had
   * @param metrics what is measured of it
   * @throws InvalidConfig with one sentence when there is no place to write to
   */
  public ImportWriter(
      RunLibrary library, Optional<Path> out, RunConfig config, List<Metric> metrics)
      throws InvalidConfig {
    this.library = library;
    this.out = out;
    this.config = config;
    columns = metrics.stream().map(Metric::id).toList();
    outcome = Outcome.of(config);
    generalized = Outcome.generalizing(outcome.criteria().threshold());
    refuseUsed();
    Path place =
        out.map(Path::toAbsolutePath).map(Path::normalize).orElse(library.folders().path());
    Path beside =
        place.resolveSibling(
            ".importing-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
    aside = aside(beside, place);
    ConfigFormat format = new ConfigFormat(library.catalog());
    checkpoints = new CheckpointFolder(aside.checkpoints(), format, CheckpointFolder.BUDGET);
    boolean begun = false;
    try {
      AtomicFile.replace(aside.config(), Json.page(format.write(config)));
      files = RunFiles.create(aside, RunText.header(metrics));
      begun = true;
    } catch (IOException e) {
      throw unwritable(e);
    } finally {
      if (!begun) {
        deleteAside();
      }
    }
  }

  private static RunFolder aside(Path beside, Path place) throws InvalidConfig {
    try {
      return RunFolder.make(beside);
    } catch (InvalidConfig refused) {
      throw FileRefusal.of(
          place, "the run cannot be written, as no folder can be made in " + beside.getParent());
    }
  }

  private void refuseUsed() throws InvalidConfig {
    if (out.isPresent() && Files.exists(out.get())) {
      new RunFolder(out.get()).refuseUsed();
    }
  }

  /**
   * Takes the next network.
   *
   * @param step how many updates it had, more than the one before
   * @param weights all of it
   * @param split which pairs it was trained on, as a part of its checkpoint
   * @param values what was measured of it, a value for each metric
   * @throws InvalidConfig with one sentence when it cannot be written
   */
  public void add(int step, List<Tensor> weights, Optional<Tensor> split, double[] values)
      throws InvalidConfig {
    Sample sample = new Sample(0, step, values);
    last = sample;
    lastWeights = weights;
    try {
      files.metrics().append(RunText.row(sample));
      Checkpoint.Reason reason = observe(sample);
      Checkpoint checkpoint =
          new Checkpoint(
              step,
              reason,
              config,
              config,
              false,
              "",
              0,
              Double.NaN,
              Map.of(),
              weights,
              split.stream().toList());
      checkpoints.write(files.at(checkpoint));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Looks at what was measured; why the network is kept. */
  private Checkpoint.Reason observe(Sample sample) throws IOException {
    int step = sample.step();
    double train = value(sample, MetricIds.TRAIN_ACCURACY);
    double test = value(sample, MetricIds.TEST_ACCURACY);
    outcome.observe(
        step,
        value(sample, MetricIds.TRAIN_LOSS),
        train,
        test,
        value(sample, MetricIds.WEIGHT_NORM));
    Checkpoint.Reason reason = Checkpoint.Reason.DUE;
    if (!outcome.criteria().fresh()) {
      Optional<StepInterval> at = memorized.observe(step, train);
      if (at.isPresent()) {
        reason = Checkpoint.Reason.MEMORIZED;
        tell(new RunEvent.Memorized(0, step, at.get()));
      }
    }
    Optional<StepInterval> at = generalized.observe(step, test);
    if (at.isPresent()) {
      reason = Checkpoint.Reason.GENERALIZED;
      tell(generalized(step, at.get()));
    }
    return reason;
  }

  private RunEvent generalized(int step, StepInterval at) {
    boolean late = Outcome.rise(memorized.found(), Optional.of(at)) == Outcome.Rise.LATE;
    return new RunEvent.Generalized(0, step, at, late);
  }

  private void tell(RunEvent event) throws IOException {
    files.events().append(EventFormat.write(event));
  }

  private double value(Sample sample, String metric) {
    int column = columns.indexOf(metric);
    return column < 0 ? Double.NaN : sample.values()[column];
  }

  /** How many of its networks are kept: all, unless they are too many bytes. */
  public int kept() throws InvalidConfig {
    return aside.listCheckpoints().size();
  }

  /**
   * Puts the folder where it is to be.
   *
   * @param title what the run is called
   * @throws InvalidConfig with one sentence when that cannot be
   */
  public RunFolder finish(RunSource source, String title) throws InvalidConfig {
    try {
      end(source);
      new RunPreset("", title).write(aside);
      source.write(aside);
      files.close();
      Path place = place();
      Files.move(aside.path(), place, StandardCopyOption.ATOMIC_MOVE);
      done = true;
      RunFolder made = new RunFolder(place);
      library.numbers().give(made);
      return made;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void end(RunSource source) throws IOException {
    int step = last.step();
    if (!outcome.criteria().fresh()) {
      Optional<StepInterval> at = memorized.end();
      if (at.isPresent()) {
        tell(new RunEvent.Memorized(0, step, at.get()));
      }
    }
    Optional<StepInterval> at = generalized.end();
    if (at.isPresent()) {
      tell(generalized(step, at.get()));
    }
    boolean split = columns.contains(MetricIds.TRAIN_LOSS);
    double loss = value(last, split ? MetricIds.TRAIN_LOSS : MetricIds.TEST_LOSS);
    boolean lost = Outcome.hopeless(loss);
    RunState state = lost ? RunState.DIVERGED : RunState.FINISHED;
    outcome.tell(state, memorized.found(), generalized.found());
    RunSummary summary =
        new RunSummary(
            0,
            state,
            step,
            memorized.found(),
            generalized.found(),
            Double.NaN,
            Double.NaN,
            latest(),
            lost ? "the loss was " + loss + " at step " + step : "");
    String text = RunText.summary(summary, outcome, source.keys());
    AtomicFile.replace(aside.summary(), text + "\n");
    SafetensorsFile.write(aside.weights(), lastWeights);
  }

  private Map<String, Double> latest() {
    Map<String, Double> latest = new LinkedHashMap<>();
    columns.forEach(column -> latest.put(column, value(last, column)));
    return latest;
  }

  /** The name is free, or was made free, when this returns. */
  private Path place() throws IOException, InvalidConfig {
    if (out.isEmpty()) {
      Path made = library.folders().make().path();
      Files.delete(made); // making it has only claimed its name
      return made;
    }
    refuseUsed();
    Path place = out.get().toAbsolutePath().normalize();
    Files.deleteIfExists(new RunFolder(place).lock());
    Files.deleteIfExists(place);
    return place;
  }

  private InvalidConfig unwritable(IOException e) {
    return FileRefusal.of(
        out.orElse(library.folders().path()), "the run cannot be written: " + AtomicFile.reason(e));
  }

  /** Leaves nothing of a run that was not finished. */
  @Override
  public void close() {
    if (!done) {
      done = true;
      try {
        files.close();
      } catch (IOException e) {
        LOG.debug("files of an import that was given up", e);
      }
      deleteAside();
    }
  }

  private void deleteAside() {
    try {
      aside.delete();
    } catch (IOException e) {
      LOG.warn("{} could not be deleted", aside.path(), e);
    }
  }
}
