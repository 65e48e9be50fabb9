package grokscope.run;

import grokscope.config.Catalog;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.SmallFile;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the folders of runs and the recorders that fill them. All its recorders share one thread;
 * closing the store finishes their writing. Any thread.
 */
public final class RunStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);

  private final RunFolders folders;
  private final Catalog catalog;
  private final ConfigFormat format;
  private final FolderLocks locks = new FolderLocks();
  private final Function<RunConfig, List<Metric>> metrics;
  private final IoThread io = new IoThread();

  /**
   * A store.
   *
   * @param userFolder the user's folder; runs lie in {@code runs} below it
   * @param clock gives a folder its name
   * @param metrics the columns of a run
   */
  public RunStore(
      Path userFolder, Clock clock, Catalog catalog, Function<RunConfig, List<Metric>> metrics) {
    this.folders = new RunFolders(userFolder.resolve("runs"), clock);
    this.catalog = catalog;
    this.format = new ConfigFormat(catalog);
    this.metrics = metrics;
  }

  /**
   * Records a run in a new folder named after the time.
   *
   * @throws InvalidConfig with one sentence when the folder cannot be written
   */
  public RunRecorder record(RunConfig config) throws InvalidConfig {
    return recorder(folders.make(), config);
  }

  /**
   * Records a run in a folder of the caller's choice, which must be new or empty.
   *
   * @throws InvalidConfig with one sentence when the folder cannot be used
   */
  public RunRecorder recordInto(Path path, RunConfig config) throws InvalidConfig {
    RunFolder made = RunFolder.make(path);
    if (Files.isRegularFile(made.config()) && Files.isRegularFile(made.lock())) {
      locks
          .take(made)
          .close(); // a run lies there, and who writes it matters more than that it does
    }
    made.refuseUsed();
    return recorder(made, config);
  }

  private RunRecorder recorder(RunFolder made, RunConfig config) throws InvalidConfig {
    FolderLock lock = locks.take(made);
    boolean recording = false;
    try {
      made.refuseUsed(); // somebody may have written here before the lock was ours
      SmallFile.replace(made.config(), page(config));
      RunFiles files = RunFiles.create(made, header(config));
      recording = true;
      return new RunRecorder(made, lock, checkpoints(made), files, null, io);
    } catch (IOException e) {
      throw unwritable(made, e);
    } finally {
      if (!recording) {
        lock.close();
      }
    }
  }

  /**
   * Opens a run that was stopped, finished or cut off, so that it can go on.
   *
   * @throws InvalidConfig with one sentence when there is none, it is being written, or it cannot
   *     go on
   */
  public StoppedRun stopped(Path path) throws InvalidConfig {
    RunFolder run = new RunFolder(path);
    RunReader reader = new RunReader(format);
    reader.config(run); // before the lock, which leaves a file in the folder
    FolderLock lock = locks.take(run);
    boolean opened = false;
    try {
      RunConfig config = reader.config(run);
      Optional<CheckpointFile.Stored> from = reader.last(run, config);
      if (from.isPresent()) {
        sameColumns(run, config);
      }
      long told = from.map(CheckpointFile.Stored::eventsBytes).orElse(0L);
      List<RunEvent.KnobTurned> turns = RecordedTurns.read(run.events(), told);
      opened = true;
      return new StoppedRun(this, run, lock, config, from, turns);
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  /**
   * What a run on disk began with and the knobs that were turned during it, to run it again.
   *
   * @throws InvalidConfig with one sentence when there is no run in the folder
   */
  public Recorded recorded(Path path) throws InvalidConfig {
    RunFolder run = new RunFolder(path);
    return new Recorded(new RunReader(format).config(run), RecordedTurns.read(run.events(), 0));
  }

  /**
   * All of a run on disk that can be shown: what it began with, what it measured, what happened.
   *
   * @throws InvalidConfig with one sentence when there is no run in the folder, or it is broken
   */
  public StoredRun open(Path path) throws InvalidConfig {
    return new StoredRunReader(new RunReader(format), catalog, metrics).read(new RunFolder(path));
  }

  /**
   * Makes the folder of a run that begins at a checkpoint of another, with all that the other had
   * measured by then.
   *
   * @param parent whose checkpoint it is; it may still be running
   * @param step of the checkpoint
   * @param wanted what the parent began with, but for its steps and for what acts live; what is the
   *     same stays as it was at the checkpoint
   * @throws InvalidConfig with one sentence when there is no such checkpoint, something differs
   *     that cannot, or no folder can be made
   */
  public BranchedRun branch(RunFolder parent, int step, RunConfig wanted) throws InvalidConfig {
    RunReader reader = new RunReader(format);
    CheckpointFile.Stored from = reader.at(parent, step);
    Branch branch = Branch.of(catalog, reader.config(parent), from.checkpoint(), wanted);
    sameColumns(parent, branch.start());
    RunFolder made = folders.make();
    FolderLock lock = locks.take(made);
    RunFiles files = null;
    boolean whole = false;
    try {
      SmallFile.replace(made.config(), page(branch.start()));
      files = branch.files(parent, made, from);
      CheckpointFolder checkpoints = checkpoints(made);
      checkpoints.write(files.at(branch.checkpoint()));
      whole = true;
      return new BranchedRun(
          branch.request(), new RunRecorder(made, lock, checkpoints, files, null, io));
    } catch (IOException e) {
      throw unwritable(made, e);
    } finally {
      if (!whole) {
        giveUp(files);
        lock.close();
      }
    }
  }

  /**
   * A run as it can be run again.
   *
   * @param config what it began with
   * @param turns the knobs that were turned during it
   */
  public record Recorded(RunConfig config, List<RunEvent.KnobTurned> turns) {
    public Recorded {
      turns = List.copyOf(turns);
    }
  }

  /**
   * All runs of this store.
   *
   * @param runs by the names of their folders
   * @param broken the folders from which no run can be read
   */
  public record Listing(List<ListedRun> runs, List<BrokenRun> broken) {
    public Listing {
      runs = List.copyOf(runs);
      broken = List.copyOf(broken);
    }
  }

  /**
   * Reads what a list of all runs shows.
   *
   * @throws InvalidConfig with one sentence when the folder of the runs cannot be read
   */
  public Listing list() throws InvalidConfig {
    List<ListedRun> runs = new ArrayList<>();
    List<BrokenRun> broken = new ArrayList<>();
    RunLister lister = new RunLister(new RunReader(format));
    for (RunFolder run : folders.all()) {
      try {
        runs.add(lister.read(run));
      } catch (InvalidConfig refused) {
        broken.add(new BrokenRun(run, refused.getMessage()));
      }
    }
    return new Listing(runs, broken);
  }

  /**
   * Writes what somebody says of a run.
   *
   * @throws InvalidConfig with one sentence when it cannot be written
   */
  public void remark(RunFolder run, Remarks remarks) throws InvalidConfig {
    remarks.write(run);
  }

  /**
   * Moves a run into the folder {@code trash} beside that of the runs; nothing is deleted.
   *
   * @throws InvalidConfig with one sentence when it is being written or cannot be moved
   */
  public TrashedRun delete(RunFolder run) throws InvalidConfig {
    return new RunTrash(folders.path().resolveSibling("trash"), locks).put(run);
  }

  /**
   * Moves a run back from the trash.
   *
   * @throws InvalidConfig with one sentence when something else is there, or it cannot be moved
   */
  public void undelete(TrashedRun trashed) throws InvalidConfig {
    RunTrash.takeBack(trashed);
  }

  /**
   * Reads the same of one folder; empty where no run has been written yet.
   *
   * @throws InvalidConfig with one sentence when what is in the folder is no run
   */
  public Optional<ListedRun> find(Path path) throws InvalidConfig {
    RunFolder run = new RunFolder(path);
    return Files.exists(path) && run.used()
        ? Optional.of(new RunLister(new RunReader(format)).read(run))
        : Optional.empty();
  }

  /** A recorder for a run that goes on, or without a checkpoint begins again. */
  RunRecorder goingOn(
      RunFolder run, FolderLock lock, RunConfig config, Optional<CheckpointFile.Stored> from)
      throws InvalidConfig {
    if (from.isPresent()) {
      Resumption resumption = new Resumption(from.get(), page(config));
      return new RunRecorder(run, lock, checkpoints(run), null, resumption, io);
    }
    try {
      SmallFile.replace(run.config(), page(config));
      Resumption.clear(run);
      RunFiles files = RunFiles.cutBack(run, 0, 0);
      files.metrics().append(header(config));
      return new RunRecorder(run, lock, checkpoints(run), files, null, io);
    } catch (IOException e) {
      throw unwritable(run, e);
    }
  }

  /** A config with another number of steps. */
  RunConfig withSteps(RunConfig config, int steps) throws InvalidConfig {
    return catalog.with(config, SettingPaths.STEPS, (long) steps);
  }

  private String page(RunConfig config) {
    return Json.page(format.write(config));
  }

  private String header(RunConfig config) {
    return RunLines.header(metrics.apply(config));
  }

  private static void giveUp(RunFiles files) {
    try {
      if (files != null) {
        files.close();
      }
    } catch (IOException e) {
      LOG.debug("files of a run that was not made", e); // what went wrong before is said
    }
  }

  /** Refuses to write below columns of another version of this program. */
  private void sameColumns(RunFolder run, RunConfig config) throws InvalidConfig {
    byte[] wanted = (header(config) + "\n").getBytes(StandardCharsets.UTF_8);
    try (InputStream file = Files.newInputStream(run.metrics())) {
      if (!Arrays.equals(file.readNBytes(wanted.length), wanted)) {
        throw RunFolder.refused(
            run.metrics(),
            "its columns are not those that this version of the program measures, so the run"
                + " cannot go on; run --replay repeats it from its start");
      }
    } catch (IOException e) {
      throw RunFolder.refused(run.metrics(), "the file cannot be read: " + SmallFile.reason(e));
    }
  }

  private CheckpointFolder checkpoints(RunFolder run) {
    return new CheckpointFolder(run.checkpoints(), format, CheckpointFolder.BUDGET);
  }

  private static InvalidConfig unwritable(RunFolder run, IOException e) {
    return RunFolder.refused(run.path(), "the folder cannot be written: " + SmallFile.reason(e));
  }

  /**
   * Returns when everything that its recorders heard so far was tried. The trainer must not call
   * it.
   */
  public void settle() {
    io.drain();
  }

  /** Finishes all writing and ends the thread. */
  @Override
  public void close() {
    io.close();
  }
}
