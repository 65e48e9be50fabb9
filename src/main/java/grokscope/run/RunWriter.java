package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.Catalog;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.Messages;
import grokscope.run.checkpoint.CheckpointFile;
import grokscope.run.checkpoint.CheckpointFolder;
import grokscope.run.format.EventFormat;
import grokscope.run.format.FileRefusal;
import grokscope.run.format.MetricsFile;
import grokscope.run.format.RunText;
import grokscope.story.OutcomeListener;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.History;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import grokscope.train.loop.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes runs into folders: those that begin, those that go on, and branches. All its recorders
 * share one thread; closing it finishes their writing. Any thread.
 */
public final class RunWriter implements Recorders {
  private static final Logger LOG = LoggerFactory.getLogger(RunWriter.class);

  private final RunLibrary library;
  private final Catalog catalog;
  private final ConfigFormat format;
  private final RunReader reader;
  private final FolderLocks locks;
  private final ProgramVersion program;
  private final IoThread io = new IoThread();

  /**
   * A writer into the folders of a library, which knows by its locks what is being written.
   *
   * @param program what the summaries say that it trained the runs
   */
  public RunWriter(RunLibrary library, ProgramVersion program) {
    this.program = program;
    this.library = library;
    this.catalog = library.catalog();
    this.format = new ConfigFormat(catalog);
    this.reader = new RunReader(format);
    this.locks = library.locks();
  }

  /** Says how long a resumed run shall be. */
  @FunctionalInterface
  public interface Length {
    /**
     * After how many steps it is over.
     *
     * @param began what the run began with
     * @param done how many steps its checkpoint has; −1 when it begins again
     * @throws InvalidConfig when it cannot be so long
     */
    int steps(RunConfig began, int done) throws InvalidConfig;
  }

  @Override
  public Recorder record(RunConfig config, RunPreset from) throws InvalidConfig {
    return recorder(library.folders().make(), config, from);
  }

  /**
   * Records a run in a folder of the caller's choice, which must be new or empty.
   *
   * @param from the preset that it is started from
   * @throws InvalidConfig with one sentence when the folder cannot be used
   */
  public Recorder recordInto(Path path, RunConfig config, RunPreset from) throws InvalidConfig {
    RunFolder made = RunFolder.make(path);
    if (Files.isRegularFile(made.config()) && Files.isRegularFile(made.lock())) {
      locks
          .take(made)
          .close(); // a run lies there, and who writes it matters more than that it does
    }
    made.refuseUsed();
    return recorder(made, config, from);
  }

  private Recorder recorder(RunFolder made, RunConfig config, RunPreset from) throws InvalidConfig {
    FolderLock lock = locks.take(made);
    boolean recording = false;
    try {
      made.refuseUsed(); // somebody may have written here before the lock was ours
      AtomicFile.replace(made.config(), page(config));
      from.write(made);
      RunNumber number = library.numbers().give(made);
      RunFiles files = RunFiles.create(made, header(config));
      recording = true;
      OutcomeListener outcome = new OutcomeListener(config, library.metrics(config));
      return new RunRecorder(made, number, lock, checkpoints(made), files, io, program, outcome);
    } catch (IOException e) {
      throw unwritable(made, e);
    } finally {
      if (!recording) {
        lock.close();
      }
    }
  }

  /**
   * Goes on with a run that was stopped, finished or cut off, from its last checkpoint; without one
   * it begins again. Knobs that were turned after the checkpoint are turned again. Its files are
   * cut back when it does go on, and not before.
   *
   * @throws InvalidConfig with one sentence when there is none, it is being written, or it cannot
   *     go on
   */
  public ContinuedRun resume(Path path, Length length) throws InvalidConfig {
    RunFolder run = new RunFolder(path);
    reader.config(run); // before the lock, which leaves a file in the folder
    RunSource.refuse(run, "continued");
    FolderLock lock = locks.take(run);
    boolean resumed = false;
    try {
      RunConfig began = reader.config(run);
      Optional<CheckpointFile.Stored> from = reader.last(run, began);
      Optional<Checkpoint> checkpoint = from.map(CheckpointFile.Stored::checkpoint);
      int steps = length.steps(began, checkpoint.map(Checkpoint::step).orElse(-1));
      RunConfig config = lasting(began, steps);
      RunRequest request = RunRequest.of(config).withTurns(turnsAfter(run, from));
      if (checkpoint.isPresent()) {
        request =
            request.resumingFrom(lasting(checkpoint.get(), config)).measuring(columns(run, began));
      }
      RunPast before = from.isPresent() ? past(run, from.get(), config) : nothing(config);
      Resumption resumption = new Resumption(from, page(config), header(config));
      OutcomeListener outcome = new OutcomeListener(config, before.history());
      Recorder recorder =
          new RunRecorder(
              run, RunNumber.read(run), lock, checkpoints(run), resumption, io, program, outcome);
      resumed = true;
      return new ContinuedRun(request, recorder, before, Remarks.read(run));
    } finally {
      if (!resumed) {
        lock.close();
      }
    }
  }

  /** A config with another number of steps. */
  private RunConfig lasting(RunConfig config, int steps) throws InvalidConfig {
    return catalog.with(config, SettingPaths.STEPS, (long) steps);
  }

  private Checkpoint lasting(Checkpoint checkpoint, RunConfig config) throws InvalidConfig {
    int steps = config.steps();
    if (checkpoint.step() > steps) {
      throw new InvalidConfig(
          "--steps", "is " + steps + ", but the run has already taken " + checkpoint.step());
    }
    return checkpoint.with(config, lasting(checkpoint.latest(), steps));
  }

  private static List<RunEvent.KnobTurned> turnsAfter(
      RunFolder run, Optional<CheckpointFile.Stored> from) throws InvalidConfig {
    long told = from.map(CheckpointFile.Stored::eventsBytes).orElse(0L);
    return EventFormat.turns(EventFormat.read(run.events(), told, Long.MAX_VALUE));
  }

  /** What a run had written when a checkpoint of it was made. */
  private RunPast past(RunFolder run, CheckpointFile.Stored from, RunConfig config)
      throws InvalidConfig {
    List<RunEvent> events =
        EventFormat.marks(EventFormat.read(run.events(), 0, from.eventsBytes()));
    return new RunPast(
        MetricsFile.read(run.metrics(), library.metrics(config), from.checkpoint().step()),
        events,
        KnobsInForce.of(catalog, config, events),
        RunReader.computed(run, from.checkpoint()));
  }

  private RunPast nothing(RunConfig config) {
    return new RunPast(
        new History(library.metrics(config)), List.of(), KnobsInForce.from(config), List.of());
  }

  /**
   * Makes the folder of a run that begins at a checkpoint of another, with all that the other had
   * measured by then.
   *
   * @param parent whose checkpoint it is; it may still be running
   * @param step of the checkpoint
   * @param seen the settings of the parent with which the wanted ones were compared
   * @param wanted the same, but for its steps and for what acts live; what is the same stays as it
   *     was at the checkpoint, where a script or the user may have turned it
   * @throws InvalidConfig with one sentence when there is no such checkpoint, something differs
   *     that cannot, or no folder can be made
   */
  public ContinuedRun branch(RunFolder parent, int step, RunConfig seen, RunConfig wanted)
      throws InvalidConfig {
    RunSource.refuse(parent, "branched from");
    CheckpointFile.Stored from = reader.at(parent, step);
    KnobsInForce knobs =
        KnobsInForce.of(catalog, reader.config(parent), EventFormat.read(parent.events()));
    Branch branch = Branch.of(catalog, knobs, from.checkpoint(), seen, wanted);
    RunRequest request = branch.request().measuring(columns(parent, branch.start()));
    RunPast before = branch.after(parent, past(parent, from, branch.start()));
    RunFolder made = library.folders().make();
    FolderLock lock = locks.take(made);
    RunFiles files = null;
    boolean whole = false;
    try {
      AtomicFile.replace(made.config(), page(branch.start()));
      files = branch.files(parent, made, from);
      CheckpointFolder checkpoints = checkpoints(made);
      checkpoints.write(files.at(branch.checkpoint()));
      whole = true;
      return new ContinuedRun(
          request,
          new RunRecorder(
              made,
              library.numbers().give(made),
              lock,
              checkpoints,
              files,
              io,
              program,
              new OutcomeListener(branch.start(), before.history())),
          before,
          Remarks.NONE);
    } catch (IOException e) {
      throw unwritable(made, e);
    } finally {
      if (!whole) {
        giveUp(files);
        lock.close();
      }
    }
  }

  private String page(RunConfig config) {
    return Json.page(format.write(config));
  }

  private String header(RunConfig config) {
    return RunText.header(library.metrics(config));
  }

  private static void giveUp(@Nullable RunFiles files) {
    try {
      if (files != null) {
        files.close();
      }
    } catch (IOException e) {
      LOG.debug("files of a run that was not made", e); // what went wrong before is said
    }
  }

  /**
   * The columns that a run goes on with: those that its file has. What this version of the program
   * measures besides is only for new runs.
   *
   * @throws InvalidConfig when the file has a column that this version does not measure
   */
  private List<String> columns(RunFolder run, RunConfig config) throws InvalidConfig {
    List<String> measured = library.metrics(config).stream().map(Metric::id).toList();
    List<String> columns = MetricsFile.columns(run.metrics());
    for (String column : columns) {
      if (!measured.contains(column)) {
        throw FileRefusal.of(
            run.metrics(),
            "its columns are not those that this version of the program measures, which knows no "
                + Messages.display(column)
                + ", so the run cannot continue; run --replay repeats it from its start");
      }
    }
    return columns;
  }

  private CheckpointFolder checkpoints(RunFolder run) {
    return new CheckpointFolder(run.checkpoints(), format, CheckpointFolder.BUDGET);
  }

  private static InvalidConfig unwritable(RunFolder run, IOException e) {
    return FileRefusal.of(run.path(), "the folder cannot be written: " + AtomicFile.reason(e));
  }

  @Override
  public void settle() {
    io.drain();
  }

  @Override
  public void close() {
    io.close();
  }
}
