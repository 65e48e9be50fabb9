package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.preset.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which preset a run was started from, in a small file of its own in the run's folder: its settings
 * do not tell, because other presets may have the same, and the run may have others. Immutable, any
 * thread.
 *
 * @param id of the preset; empty where it is not known
 * @param title what the preset was called then
 */
public record RunPreset(String id, String title) {
  /** Nobody has said. */
  public static final RunPreset UNKNOWN = new RunPreset("", "");

  /** A preset. */
  public static RunPreset of(Preset preset) {
    return new RunPreset(preset.id(), preset.title());
  }

  /** Whether it is recorded. */
  public boolean known() {
    return !title.isEmpty();
  }

  /** What a folder says; unknown where the file is missing or broken. */
  public static RunPreset read(RunFolder folder) {
    if (!Files.isRegularFile(folder.preset())) {
      return UNKNOWN;
    }
    try {
      Map<String, @Nullable Object> values = Json.read(AtomicFile.read(folder.preset()));
      return values.get("id") instanceof String id && values.get("title") instanceof String title
          ? new RunPreset(id, title)
          : UNKNOWN;
    } catch (InvalidConfig broken) {
      return UNKNOWN;
    }
  }

  /** Writes it into a run's folder, if it is known. */
  void write(RunFolder folder) throws IOException {
    if (known()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("id", id);
      values.put("title", title);
      AtomicFile.replace(folder.preset(), Json.page(values));
    }
  }
}
