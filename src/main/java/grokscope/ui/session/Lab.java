package grokscope.ui.session;

import grokscope.config.Catalog;
import grokscope.config.RunConfig;
import grokscope.config.preset.PresetStore;
import grokscope.run.Recorders;
import grokscope.telemetry.Metric;
import grokscope.train.loop.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What a window is made of: everything it shows and asks comes from here. Its parts are used on the
 * FX thread.
 *
 * @param catalog everything a run can choose from
 * @param metrics the columns of a run
 * @param presets the presets to open
 * @param trainer what trains the runs; the window closes it
 * @param records where the runs are recorded
 * @param stored the runs recorded earlier
 * @param settings the folder in which the window remembers its size and theme
 * @param logs the folder of the log, which is named where something broke
 */
public record Lab(
    Catalog catalog,
    Function<RunConfig, List<Metric>> metrics,
    PresetStore presets,
    Trainer trainer,
    Recorders records,
    StoredRuns stored,
    Path settings,
    Path logs) {}
