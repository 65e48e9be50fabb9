package grokscope.ui;

import grokscope.run.RunStore;
import grokscope.run.export.RunExporter;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The runs of the user's folder, and what can be done with them.
 *
 * @param store lists, names and moves them; on a background thread, as it reads and writes
 * @param exporter reads them whole and writes them for other programs; likewise
 * @param opener shows a folder with the system's own program; FX thread
 */
public record StoredRuns(RunStore store, RunExporter exporter, Consumer<Path> opener) {}
