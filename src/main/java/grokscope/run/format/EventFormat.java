package grokscope.run.format;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.measure.phase.Outcome;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.StepInterval;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an {@code events.jsonl}: one JSON object for each event, with the keys {@code step},
 * {@code event} and those of its kind. Stateless, any thread.
 */
public final class EventFormat {
  /** A thousand times what a run with an impatient user writes. */
  private static final long LIMIT = 64L << 20;

  private static final String STEP = "step";
  private static final String KIND = "event";
  private static final String STATE = "state";
  private static final String KNOB = "knob";
  private static final String REFUSED = "refused";
  private static final String BRANCHED = "branched";
  private static final String MEMORIZED = "memorized";
  private static final String GENERALIZED = "generalized";
  private static final String GROKKED = "grokked"; // in older files of every delay, also of none
  private static final String MESSAGE = "message";
  private static final String PATH = "path";
  private static final String VALUE = "value";
  private static final String REASON = "reason";
  private static final String PARENT = "parent";
  private static final String AT = "at";

  private EventFormat() {}

  /** An event as one line, without its end; the file has no checkpoints, they are files. */
  public static String write(RunEvent event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(STEP, event.step());
    if (event instanceof RunEvent.StateChanged changed) {
      line.put(KIND, STATE);
      line.put(STATE, RunText.word(changed.state()));
      if (!changed.message().isEmpty()) {
        line.put(MESSAGE, changed.message());
      }
    } else if (event instanceof RunEvent.KnobTurned turned) {
      line.put(KIND, KNOB);
      line.put(PATH, turned.path());
      line.put(VALUE, turned.value());
    } else if (event instanceof RunEvent.KnobRefused refused) {
      line.put(KIND, REFUSED);
      line.put(PATH, refused.path());
      line.put(REASON, refused.reason());
    } else if (event instanceof RunEvent.Branched branched) {
      line.put(KIND, BRANCHED);
      line.put(PARENT, branched.parent());
    } else if (event instanceof RunEvent.Memorized memorized) {
      line.put(KIND, MEMORIZED);
      line.put(AT, RunText.interval(Optional.of(memorized.at())));
    } else if (event instanceof RunEvent.Generalized generalized) {
      line.put(KIND, generalized.grokking() ? GROKKED : GENERALIZED);
      line.put(AT, RunText.interval(Optional.of(generalized.at())));
    }
    return Json.line(line);
  }

  /**
   * All events of a file, with run id 0, in their order; none where there is no file.
   *
   * @throws InvalidConfig naming the file, and what in it is not an event
   */
  public static List<RunEvent> read(Path file) throws InvalidConfig {
    return read(file, 0, Long.MAX_VALUE);
  }

  /**
   * The events between two places in a file, in bytes. A last line without its end is dropped, and
   * so is a kind of event that this program does not know.
   *
   * @throws InvalidConfig naming the file, and what in it is not an event
   */
  public static List<RunEvent> read(Path file, long from, long to) throws InvalidConfig {
    String text = text(file, from, to);
    List<RunEvent> events = new ArrayList<>();
    Optional<StepInterval> memorized = Optional.empty();
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      try {
        Optional<RunEvent> event = event(Json.read(line), memorized);
        event.ifPresent(events::add);
        if (event.orElse(null) instanceof RunEvent.Memorized reached) {
          memorized = Optional.of(reached.at());
        }
      } catch (InvalidConfig refused) {
        throw refused.in(file.toString());
      }
    }
    return events;
  }

  /** The turned knobs among them. */
  public static List<RunEvent.KnobTurned> turns(List<RunEvent> events) {
    return events.stream()
        .filter(RunEvent.KnobTurned.class::isInstance)
        .map(RunEvent.KnobTurned.class::cast)
        .toList();
  }

  /** Those that marks tell of: neither states, which the summary has, nor what was refused. */
  public static List<RunEvent> marks(List<RunEvent> events) {
    return events.stream()
        .filter(
            event ->
                !(event instanceof RunEvent.StateChanged || event instanceof RunEvent.KnobRefused))
        .toList();
  }

  private static Optional<RunEvent> event(
      Map<String, @Nullable Object> line, Optional<StepInterval> memorized) throws InvalidConfig {
    int step = line.get(STEP) instanceof Integer number ? number : 0;
    return switch (String.valueOf(line.get(KIND))) {
      case STATE -> state(line.get(STATE)).map(state -> changed(step, state, line));
      case KNOB -> Optional.of(turned(line));
      case REFUSED ->
          Optional.of(new RunEvent.KnobRefused(0, step, text(line, PATH), text(line, REASON)));
      case BRANCHED -> Optional.of(new RunEvent.Branched(0, step, text(line, PARENT)));
      case MEMORIZED -> interval(line.get(AT)).map(at -> new RunEvent.Memorized(0, step, at));
      case GENERALIZED, GROKKED ->
          interval(line.get(AT)).map(at -> generalized(step, at, memorized));
      default -> Optional.empty();
    };
  }

  private static RunEvent generalized(int step, StepInterval at, Optional<StepInterval> memorized) {
    Outcome.Rise rise = Outcome.rise(memorized, Optional.of(at));
    return new RunEvent.Generalized(0, step, at, rise == Outcome.Rise.LATE);
  }

  private static RunEvent changed(int step, RunState state, Map<String, @Nullable Object> line) {
    return new RunEvent.StateChanged(
        0, step, state, line.get(MESSAGE) instanceof String message ? message : "");
  }

  private static RunEvent turned(Map<String, @Nullable Object> line) throws InvalidConfig {
    Object value = line.get(VALUE);
    if (line.get(STEP) instanceof Integer step
        && line.get(PATH) instanceof String path
        && value != null) {
      return new RunEvent.KnobTurned(0, step, path, value);
    }
    throw new InvalidConfig("", "a turned knob needs a step, a path and a value");
  }

  private static String text(Map<String, @Nullable Object> line, String key) {
    return String.valueOf(line.get(key));
  }

  private static Optional<RunState> state(@Nullable Object word) {
    return Arrays.stream(RunState.values())
        .filter(state -> RunText.word(state).equals(word))
        .findFirst();
  }

  /** Two steps as files have them; empty where they are something else. */
  public static Optional<StepInterval> interval(@Nullable Object at) {
    return at instanceof List<?> ends
            && ends.size() == 2
            && ends.get(0) instanceof Integer after
            && ends.get(1) instanceof Integer by
        ? Optional.of(new StepInterval(after, by))
        : Optional.empty();
  }

  private static String text(Path file, long from, long to) throws InvalidConfig {
    try {
      if (!Files.exists(file)) {
        return "";
      }
      if (Files.size(file) > LIMIT) {
        throw FileRefusal.of(file, "the file has more than 64 MB");
      }
      byte[] bytes = Files.readAllBytes(file);
      int start = (int) Math.min(from, bytes.length);
      int end = (int) Math.min(to, bytes.length);
      return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw FileRefusal.of(file, "the file cannot be read: " + AtomicFile.reason(e));
    }
  }
}
