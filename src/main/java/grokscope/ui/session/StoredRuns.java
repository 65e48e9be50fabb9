package grokscope.ui.session;

import grokscope.run.RunLibrary;
import grokscope.run.RunWriter;
import grokscope.run.export.RunExporter;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The runs of the user's folder, and what can be done with them.
 *
 * @param library lists, names and moves them; on a background thread, as it reads and writes
 * @param writer goes on with them and branches from them; likewise
 * @param exporter reads them whole and writes them for other programs; likewise
 * @param opener shows a folder with the system's own program; FX thread
 */
public record StoredRuns(
    RunLibrary library, RunWriter writer, RunExporter exporter, Consumer<Path> opener) {}
