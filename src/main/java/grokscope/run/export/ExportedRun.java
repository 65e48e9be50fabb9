package grokscope.run.export;

import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.telemetry.History;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run as the formats need it. Its history must not grow any more; one thread.
 *
 * @param name of its folder
 * @param title what it learned, in a line
 * @param config what it began with
 * @param settings the same as JSON keys
 * @param summary how it ended, as JSON keys; empty when it has not ended
 * @param history what it measured
 * @param weights where its weights are, once it has ended
 * @param began when its folder was made, in seconds since 1970
 * @param program what writes it; what trained it is in the summary
 */
public record ExportedRun(
    String name,
    String title,
    RunConfig config,
    Map<String, Object> settings,
    Map<String, @Nullable Object> summary,
    History history,
    Optional<Path> weights,
    double began,
    ProgramVersion program) {
  public ExportedRun {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    summary = Collections.unmodifiableMap(new LinkedHashMap<>(summary));
  }
}
