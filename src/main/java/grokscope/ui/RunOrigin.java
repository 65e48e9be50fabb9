package grokscope.ui;

import grokscope.config.Preset;
import grokscope.config.RunConfig;
import grokscope.run.RunFolder;
import java.util.Optional;

/**
 * Where a run of the window comes from. Immutable, any thread.
 *
 * @param preset the preset it was started from
 * @param config what it was started with
 * @param latest likewise, with the knobs that have been turned before it is shown here
 * @param folder where it is recorded, if it is
 * @param parent the run of which it is a branch, if that was shown when it branched off
 */
record RunOrigin(
    Preset preset,
    RunConfig config,
    RunConfig latest,
    Optional<RunFolder> folder,
    Optional<LabRun> parent) {
  /** The origin of a run that begins with its first step. */
  RunOrigin(Preset preset, RunConfig config, Optional<RunFolder> folder) {
    this(preset, config, config, folder, Optional.empty());
  }

  /** What it is called: the preset, or its folder. */
  String title() {
    return preset.title().isEmpty()
        ? folder.map(at -> String.valueOf(at.path().getFileName())).orElse("")
        : preset.title();
  }
}
