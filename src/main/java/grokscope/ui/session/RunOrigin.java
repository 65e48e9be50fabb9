package grokscope.ui.session;

import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.run.RunFolder;
import grokscope.telemetry.Computed;
import grokscope.telemetry.KnobsInForce;
import java.util.List;
import java.util.Optional;

/**
 * Where a run of the window comes from. Immutable, any thread.
 *
 * @param preset the preset it was started from
 * @param knobs what it was started with, and the knobs that were turned before it is shown here
 * @param computed with what it was computed before it is shown here
 * @param folder where it is recorded, if it is
 * @param weights the weights of a file, where they are shown in place of a run
 */
public record RunOrigin(
    Preset preset,
    KnobsInForce knobs,
    List<Computed> computed,
    Optional<RunFolder> folder,
    Optional<OpenedWeights> weights) {
  /** The origin of a run that begins with its first step. */
  public RunOrigin(Preset preset, RunConfig config, Optional<RunFolder> folder) {
    this(preset, KnobsInForce.from(config), List.of(), folder);
  }

  /** The origin of a run of this program. */
  RunOrigin(
      Preset preset, KnobsInForce knobs, List<Computed> computed, Optional<RunFolder> folder) {
    this(preset, knobs, computed, folder, Optional.empty());
  }

  /** The origin of what stands in place of a run while weights of a file are shown. */
  static RunOrigin of(OpenedWeights weights) {
    RunConfig config = weights.config();
    Preset named = new Preset("", false, PresetNotes.bare(weights.name()), config);
    return new RunOrigin(
        named, KnobsInForce.from(config), List.of(), Optional.empty(), Optional.of(weights));
  }

  /** What it was started with. */
  RunConfig config() {
    return knobs.start();
  }

  /** What it is called: the preset, or its folder. */
  String title() {
    return preset.title().isEmpty()
        ? folder.map(at -> String.valueOf(at.path().getFileName())).orElse("")
        : preset.title();
  }
}
