package grokscope.run;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.run.format.EventFormat;
import grokscope.run.format.MetricsFile;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;

/**
 * Reads all of a run that can be shown. Immutable, any thread.
 *
 * @param metrics the columns of a run, for their titles
 */
public record StoredRunReader(
    RunReader reader, Catalog catalog, Function<RunConfig, List<Metric>> metrics) {
  /**
   * One run.
   *
   * @throws InvalidConfig with one sentence that names the file that cannot be read
   */
  public StoredRun read(RunFolder folder) throws InvalidConfig {
    ListedRun listed = new RunLister(reader, catalog).read(folder);
    History history =
        Files.isRegularFile(folder.metrics())
            ? MetricsFile.read(folder.metrics(), metrics.apply(listed.config()))
            : new History(List.of());
    List<RunEvent> events = EventFormat.marks(EventFormat.read(folder.events()));
    return new StoredRun(listed, history, events);
  }
}
