package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.run.format.FileRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user has noted about a run, in a small file of its own in the run's folder. A name is
 * only ever text there: no folder is called by it. Immutable, any thread.
 *
 * @param name what the run is called; empty where it has no name
 * @param note anything worth remembering; empty where there is none
 * @param star whether the run stands out
 */
public record Remarks(String name, String note, boolean star) {
  /** Nothing was said. */
  public static final Remarks NONE = new Remarks("", "", false);

  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_NOTE = 20_000;

  /** Takes line ends out of the name, and cuts both where they are endless. */
  public Remarks {
    name = cut(name.replaceAll("\\R", " ").strip(), LONGEST_NAME);
    note = cut(note.strip(), LONGEST_NOTE);
  }

  /** The same with another star. */
  public Remarks withStar(boolean now) {
    return new Remarks(name, note, now);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    // A character beyond the first 65,536 is two in a string, and half of one is no text.
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }

  /** What was said of a run; a file that is missing or broken, or a part of it, says nothing. */
  public static Remarks read(RunFolder folder) {
    if (!Files.isRegularFile(folder.remarks())) {
      return NONE;
    }
    try {
      Map<String, @Nullable Object> values = Json.read(AtomicFile.read(folder.remarks()));
      return new Remarks(
          values.get("name") instanceof String name ? name : "",
          values.get("note") instanceof String note ? note : "",
          Boolean.TRUE.equals(values.get("star")));
    } catch (InvalidConfig broken) {
      return NONE;
    }
  }

  /**
   * Writes it into a run's folder, whole or not at all.
   *
   * @throws InvalidConfig with one sentence when it cannot be written
   */
  void write(RunFolder folder) throws InvalidConfig {
    Path file = folder.remarks();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("note", note);
    values.put("star", star);
    try {
      AtomicFile.replace(file, Json.page(values));
    } catch (IOException e) {
      throw FileRefusal.of(file, "the remarks cannot be written: " + AtomicFile.reason(e));
    }
  }
}
