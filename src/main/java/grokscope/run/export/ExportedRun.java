package grokscope.run.export;

import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.figure.RunIdentity;
import grokscope.run.Remarks;
import grokscope.telemetry.Computed;
import grokscope.telemetry.History;
import grokscope.telemetry.RunEvent;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run as the formats need it. Its history must not grow any more; one thread.
 *
 * @param name of its folder
 * @param identity its number, name and colour
 * @param called what its files are called beside the name of its folder; may be empty
 * @param title its name, or its preset's, and what it learned, in a line
 * @param remarks what the user noted
 * @param told what it turned out to be, its phases, and what happened to it
 * @param config what it began with
 * @param settings the same as JSON keys, in the order of its file
 * @param described the same in words, with what was turned
 * @param turns the knobs that were turned, in the order of the steps
 * @param summary how it ended, as JSON keys; empty when it has not ended
 * @param history what it measured
 * @param weights where its weights are, once it has ended
 * @param times when its rows were written
 * @param preset the title of the preset that it was started from; empty where that is not recorded
 * @param computed with what it was computed; empty where that is not recorded
 * @param program what writes it; what trained it is in the summary
 */
public record ExportedRun(
    String name,
    RunIdentity identity,
    String called,
    String title,
    Remarks remarks,
    Told told,
    RunConfig config,
    Map<String, Object> settings,
    List<SettingGroup> described,
    List<RunEvent.KnobTurned> turns,
    Map<String, @Nullable Object> summary,
    History history,
    Optional<Path> weights,
    RowTimes times,
    String preset,
    List<Computed> computed,
    ProgramVersion program) {
  public ExportedRun {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    described = List.copyOf(described);
    turns = List.copyOf(turns);
    computed = List.copyOf(computed);
    summary = Collections.unmodifiableMap(new LinkedHashMap<>(summary));
  }
}
