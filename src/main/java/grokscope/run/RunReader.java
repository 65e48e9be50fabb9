package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.run.checkpoint.CheckpointFile;
import grokscope.run.format.ComputedFormat;
import grokscope.run.format.FileRefusal;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.Computation;
import grokscope.telemetry.Computed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a run needs to go on. Immutable, any thread. */
public record RunReader(ConfigFormat format) {
  /**
   * What a run began with.
   *
   * @throws InvalidConfig with one sentence when there is no run in the folder
   */
  public RunConfig config(RunFolder folder) throws InvalidConfig {
    if (!Files.isRegularFile(folder.config())) {
      throw FileRefusal.of(folder.path(), "there is no run in this folder");
    }
    try {
      return format.readStored(Json.read(AtomicFile.read(folder.config())));
    } catch (InvalidConfig refused) {
      throw refused.in(folder.config().toString());
    }
  }

  /**
   * With what a run was computed; of an older folder as far as its first checkpoint tells, whose
   * words for the rest are empty.
   *
   * @throws InvalidConfig with one sentence when the checkpoint cannot be read
   */
  List<Computed> computed(RunFolder folder) throws InvalidConfig {
    List<Computed> recorded = ComputedFormat.read(folder.computed());
    List<CheckpointEntry> entries = folder.listCheckpoints();
    if (!recorded.isEmpty() || entries.isEmpty()) {
      return recorded;
    }
    return List.of(from(CheckpointFile.read(entries.get(0).file(), format).checkpoint()));
  }

  /** With what a run was computed until one of its checkpoints. */
  static List<Computed> computed(RunFolder folder, Checkpoint until) {
    List<Computed> recorded = until(until.step(), folder);
    return recorded.isEmpty() ? List.of(from(until)) : recorded;
  }

  /** What is recorded of the steps before one. */
  static List<Computed> until(int step, RunFolder folder) {
    return ComputedFormat.read(folder.computed()).stream()
        .filter(one -> one.from() < step || one.from() == 0)
        .toList();
  }

  private static Computed from(Checkpoint checkpoint) {
    ProgramVersion unknown = new ProgramVersion("", "");
    return new Computed(
        0, 0, new Computation(checkpoint.backend(), checkpoint.lanes(), unknown, "", "", ""));
  }

  /**
   * The last checkpoint, if there is one.
   *
   * @throws InvalidConfig with one sentence when it cannot be read, is of another run, or speaks of
   *     more than the folder has
   */
  Optional<CheckpointFile.Stored> last(RunFolder folder, RunConfig config) throws InvalidConfig {
    List<CheckpointEntry> entries = folder.listCheckpoints();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    CheckpointEntry last = entries.get(entries.size() - 1);
    CheckpointFile.Stored stored = CheckpointFile.read(last.file(), format);
    RunConfig start = stored.checkpoint().start();
    List<String> differences = new ArrayList<>(config.differences(start));
    differences.remove(SettingPaths.STEPS); // a run may be made longer
    if (!differences.isEmpty()) {
      String path = differences.get(0);
      throw FileRefusal.of(
          last.file(),
          "it belongs to another run: its "
              + path
              + " is "
              + start.get(path)
              + ", but "
              + config.get(path)
              + " in config.json");
    }
    needs(folder, last, stored);
    return Optional.of(stored);
  }

  /**
   * The checkpoint of a step.
   *
   * @throws InvalidConfig with one sentence when there is none, it cannot be read, or it speaks of
   *     more than the folder has
   */
  CheckpointFile.Stored at(RunFolder folder, int step) throws InvalidConfig {
    for (CheckpointEntry entry : folder.listCheckpoints()) {
      if (entry.step() == step) {
        CheckpointFile.Stored stored = CheckpointFile.read(entry.file(), format);
        needs(folder, entry, stored);
        return stored;
      }
    }
    throw FileRefusal.of(folder.path(), "it has no checkpoint of step " + step + " in it");
  }

  private static void needs(RunFolder folder, CheckpointEntry last, CheckpointFile.Stored stored)
      throws InvalidConfig {
    try {
      if (Files.size(folder.metrics()) < stored.metricsBytes()
          || Files.size(folder.events()) < stored.eventsBytes()) {
        throw FileRefusal.of(
            last.file(), "it refers to more than metrics.csv and events.jsonl contain");
      }
    } catch (IOException e) {
      throw FileRefusal.of(
          folder.path(), "metrics.csv and events.jsonl cannot be read: " + AtomicFile.reason(e));
    }
  }
}
