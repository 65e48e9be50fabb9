package grokscope.ui.session;

import grokscope.config.Catalog;
import grokscope.config.ProgramVersion;
import grokscope.config.RunConfig;
import grokscope.config.preset.Expectation;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.config.preset.PresetStore;
import grokscope.run.RunLibrary;
import grokscope.run.RunWriter;
import grokscope.run.export.RunExporter;
import grokscope.telemetry.Metric;
import grokscope.train.lab.Laboratory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What the tests of this room start from: the real catalog, and presets made of it. */
public final class Given {
  public static final ProgramVersion PROGRAM = new ProgramVersion("1.2", "abc");
  private static final Laboratory LABORATORY = new Laboratory(8L << 30);

  private Given() {}

  public static Catalog catalog() {
    return LABORATORY.catalog();
  }

  public static List<Metric> metrics(RunConfig config) {
    return LABORATORY.metrics(config);
  }

  /** The runs of a user's folder. */
  public static StoredRuns stored(Path folder) {
    RunLibrary library = new RunLibrary(folder, Clock.systemUTC(), catalog(), Given::metrics);
    return new StoredRuns(
        library,
        new RunWriter(library, PROGRAM),
        new RunExporter(catalog(), Given::metrics, PROGRAM),
        opened -> {});
  }

  /** A lab with the user's folder, whose trainer and recorder do nothing. */
  public static Lab lab(Path folder) {
    return new Lab(
        catalog(),
        Given::metrics,
        new PresetStore(catalog(), folder),
        new FakeTrainer(),
        new FakeRecords(),
        stored(folder),
        folder,
        folder.resolve("logs"));
  }

  public static Preset preset() {
    return preset("plain", catalog().defaults());
  }

  public static Preset preset(String id, RunConfig config) {
    PresetNotes presetNotes =
        new PresetNotes(
            "Title of " + id, "Group", "Watch.", "", List.of("seed"), Expectation.OPEN, 0);
    return new Preset(id, true, presetNotes, config);
  }

  public static RunConfig config(Object... pathsAndValues) {
    RunConfig config = catalog().defaults();
    try {
      for (int i = 0; i < pathsAndValues.length; i += 2) {
        config = catalog().with(config, (String) pathsAndValues[i], pathsAndValues[i + 1]);
      }
      return config;
    } catch (grokscope.config.InvalidConfig e) {
      throw new AssertionError(e);
    }
  }
}
