package grokscope.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the lab is opened. Immutable, any thread.
 *
 * @param userFolder where presets, runs and settings of the user lie
 * @param preset the id of a preset, or a file; empty for the first one
 * @param autostart whether its run starts at once
 */
public record LabOptions(Path userFolder, Optional<String> preset, boolean autostart) {
  private static final String FOLDER = "folder";
  private static final String PRESET = "preset";
  private static final String AUTOSTART = "autostart";

  /** The options as words: a JavaFX application is made by the toolkit, which passes only words. */
  String[] words() {
    List<String> words = new ArrayList<>();
    words.add("--" + FOLDER + "=" + userFolder);
    preset.ifPresent(chosen -> words.add("--" + PRESET + "=" + chosen));
    words.add("--" + AUTOSTART + "=" + autostart);
    return words.toArray(String[]::new);
  }

  /** The options that were passed as words. */
  static LabOptions of(Map<String, String> named) {
    return new LabOptions(
        Path.of(named.getOrDefault(FOLDER, ".")),
        Optional.ofNullable(named.get(PRESET)),
        Boolean.parseBoolean(named.get(AUTOSTART)));
  }
}
