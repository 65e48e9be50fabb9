package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.run.checkpoint.CheckpointFile;
import grokscope.run.format.FileRefusal;
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
