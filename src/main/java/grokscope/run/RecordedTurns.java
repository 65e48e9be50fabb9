package grokscope.run;

import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.SmallFile;
import grokscope.telemetry.RunEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The knobs that were turned during a run, as its events tell. Stateless, any thread. */
final class RecordedTurns {
  /** A thousand times what a run with an impatient user writes. */
  private static final long LIMIT = 64L << 20;

  private RecordedTurns() {}

  /**
   * The turns after so many bytes of an {@code events.jsonl}, in their order. A last line without
   * its end is dropped.
   *
   * @throws InvalidConfig naming the file, and what in it is not an event
   */
  static List<RunEvent.KnobTurned> read(Path file, long from) throws InvalidConfig {
    List<RunEvent.KnobTurned> turns = new ArrayList<>();
    for (Map<String, Object> event : events(file, from)) {
      if ("knob".equals(event.get("event"))) {
        turns.add(turn(file, event));
      }
    }
    return turns;
  }

  /** All events after so many bytes, as they are written. */
  static List<Map<String, Object>> events(Path file, long from) throws InvalidConfig {
    String text = text(file, from);
    List<Map<String, Object>> events = new ArrayList<>();
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      try {
        events.add(Json.read(line));
      } catch (InvalidConfig refused) {
        throw refused.in(file.toString());
      }
    }
    return events;
  }

  static RunEvent.KnobTurned turn(Path file, Map<String, Object> event) throws InvalidConfig {
    if (event.get("step") instanceof Integer step
        && event.get("path") instanceof String path
        && event.get("value") != null) {
      return new RunEvent.KnobTurned(0, step, path, event.get("value"));
    }
    throw RunFolder.refused(file, "a turned knob needs a step, a path and a value");
  }

  private static String text(Path file, long from) throws InvalidConfig {
    try {
      if (!Files.exists(file)) {
        return "";
      }
      if (Files.size(file) > LIMIT) {
        throw RunFolder.refused(file, "the file has more than 64 MB");
      }
      byte[] bytes = Files.readAllBytes(file);
      int start = (int) Math.min(from, bytes.length);
      return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw RunFolder.refused(file, "the file cannot be read: " + SmallFile.reason(e));
    }
  }
}
