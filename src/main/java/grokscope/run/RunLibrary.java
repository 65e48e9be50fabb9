package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.Catalog;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.run.checkpoint.Thinning;
import grokscope.run.format.EventFormat;
import grokscope.run.format.FileRefusal;
import grokscope.telemetry.Computed;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The runs on disk: lists, finds and opens them, writes the user's remarks on them, and moves them
 * into the trash. It writes no run. Any thread.
 */
public final class RunLibrary {
  private final RunFolders folders;
  private final Catalog catalog;
  private final Function<RunConfig, List<Metric>> metrics;
  private final RunReader reader;
  private final FolderLocks locks = new FolderLocks();

  /**
   * A library.
   *
   * @param userFolder the user's folder; runs lie in {@code runs} below it
   * @param clock gives a new folder its name
   * @param metrics the columns of a run
   */
  public RunLibrary(
      Path userFolder, Clock clock, Catalog catalog, Function<RunConfig, List<Metric>> metrics) {
    this.folders = new RunFolders(userFolder.resolve("runs"), clock);
    this.catalog = catalog;
    this.metrics = metrics;
    this.reader = new RunReader(new ConfigFormat(catalog));
  }

  /** The folder of all runs. */
  RunFolders folders() {
    return folders;
  }

  /** Everything a run can choose from. */
  public Catalog catalog() {
    return catalog;
  }

  /** Gives them their numbers. */
  RunNumbers numbers() {
    return new RunNumbers(folders);
  }

  /** The columns of a run. */
  List<Metric> metrics(RunConfig config) {
    return metrics.apply(config);
  }

  /** The folders that this program is writing in. */
  FolderLocks locks() {
    return locks;
  }

  /**
   * All runs of a user's folder.
   *
   * @param runs by the names of their folders
   * @param broken the folders from which no run can be read
   */
  public record Listing(List<ListedRun> runs, List<Broken> broken) {
    public Listing {
      runs = List.copyOf(runs);
      broken = List.copyOf(broken);
    }
  }

  /**
   * A folder from which no run can be read. Immutable, any thread.
   *
   * @param folder where it is
   * @param reason why, in one sentence
   */
  public record Broken(RunFolder folder, String reason) {}

  /**
   * A run as it can be run again.
   *
   * @param config what it began with
   * @param turns the knobs that were turned during it
   * @param from the preset that it was started from
   * @param computed with what it was computed; empty where that is not recorded
   */
  public record Recorded(
      RunConfig config, List<RunEvent.KnobTurned> turns, RunPreset from, List<Computed> computed) {
    public Recorded {
      turns = List.copyOf(turns);
      computed = List.copyOf(computed);
    }
  }

  /**
   * Reads what a list of all runs shows.
   *
   * @throws InvalidConfig with one sentence when the folder of the runs cannot be read
   */
  public Listing list() throws InvalidConfig {
    List<ListedRun> runs = new ArrayList<>();
    List<Broken> broken = new ArrayList<>();
    RunLister lister = new RunLister(reader, catalog);
    List<RunFolder> all = folders.all();
    numbers().complete(all);
    for (RunFolder run : all) {
      try {
        runs.add(lister.read(run));
      } catch (InvalidConfig refused) {
        broken.add(new Broken(run, refused.getMessage()));
      }
    }
    return new Listing(runs, broken);
  }

  /**
   * Reads the same of one folder; empty where no run has been written yet.
   *
   * @throws InvalidConfig with one sentence when what is in the folder is no run
   */
  public Optional<ListedRun> find(Path path) throws InvalidConfig {
    RunFolder run = new RunFolder(path);
    return Files.exists(path) && run.used()
        ? Optional.of(new RunLister(reader, catalog).read(run))
        : Optional.empty();
  }

  /**
   * All of a run on disk that can be shown: what it began with, what it measured, what happened.
   *
   * @throws InvalidConfig with one sentence when there is no run in the folder, or it is broken
   */
  public StoredRun open(Path path) throws InvalidConfig {
    return new StoredRunReader(reader, catalog, metrics).read(new RunFolder(path));
  }

  /**
   * What a run on disk began with and the knobs that were turned during it, to run it again.
   *
   * @throws InvalidConfig with one sentence when there is no run in the folder
   */
  public Recorded recorded(Path path) throws InvalidConfig {
    RunFolder run = new RunFolder(path);
    RunSource.refuse(run, "repeated");
    return new Recorded(
        reader.config(run),
        EventFormat.turns(EventFormat.read(run.events())),
        RunPreset.read(run),
        reader.computed(run));
  }

  /**
   * Writes the user's remarks on a run.
   *
   * @throws InvalidConfig with one sentence when it cannot be written
   */
  public void remark(RunFolder run, Remarks remarks) throws InvalidConfig {
    remarks.write(run);
  }

  /**
   * Keeps the colour that a run was given.
   *
   * @throws InvalidConfig with one sentence when it cannot be written
   */
  public void color(RunFolder run, RunNumber number) throws InvalidConfig {
    try {
      number.write(run);
    } catch (IOException e) {
      throw FileRefusal.of(run.identity(), "the colour cannot be kept: " + AtomicFile.reason(e));
    }
  }

  /**
   * Deletes those checkpoints of a run that a thinning leaves out; the others, and all else, stay
   * as they are. A program that is killed meanwhile leaves more of them, and never half of one.
   *
   * @return what was deleted, and what is left
   * @throws InvalidConfig with one sentence when it is being written, or nobody can
   */
  public Thinning thin(RunFolder run) throws InvalidConfig {
    FolderLock lock = locks.take(run);
    try {
      Thinning thinning = Thinning.of(run.listCheckpoints());
      for (CheckpointEntry entry : thinning.go()) {
        Files.deleteIfExists(entry.file());
      }
      return thinning;
    } catch (IOException e) {
      throw FileRefusal.of(
          run.path(), "not all checkpoints could be deleted: " + AtomicFile.reason(e));
    } finally {
      lock.close();
    }
  }

  /**
   * Moves a run into the folder {@code trash} beside that of the runs; nothing is deleted.
   *
   * @throws InvalidConfig with one sentence when it is being written or cannot be moved
   */
  public RunTrash.Trashed delete(RunFolder run) throws InvalidConfig {
    return new RunTrash(folders.trash(), locks).put(run);
  }

  /**
   * Moves a run back from the trash.
   *
   * @throws InvalidConfig with one sentence when something else is there, or it cannot be moved
   */
  public void undelete(RunTrash.Trashed trashed) throws InvalidConfig {
    RunTrash.takeBack(trashed);
  }
}
