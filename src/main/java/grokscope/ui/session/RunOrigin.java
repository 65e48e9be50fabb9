package grokscope.ui.session;

import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.figure.RunIdentity;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.run.RunNumber;
import grokscope.run.RunSource;
import grokscope.telemetry.Computed;
import grokscope.telemetry.KnobsInForce;
import java.util.List;
import java.util.Optional;

/**
 * Where a run of the window comes from. Immutable, any thread.
 *
 * @param identity its number, name and colour
 * @param preset the preset it was started from
 * @param knobs what it was started with, and the knobs that were turned before it is shown here
 * @param computed with what it was computed before it is shown here
 * @param folder where it is recorded, if it is
 * @param weights the weights of a file, where they are shown in place of a run
 * @param source where its networks come from, if it was not trained here
 */
public record RunOrigin(
    RunIdentity identity,
    Preset preset,
    KnobsInForce knobs,
    List<Computed> computed,
    Optional<RunFolder> folder,
    Optional<OpenedWeights> weights,
    Optional<RunSource> source) {
  /** The origin of a run that begins with its first step. */
  public RunOrigin(RunNumber number, Preset preset, RunConfig config, Optional<RunFolder> folder) {
    this(number, Remarks.NONE, preset, KnobsInForce.from(config), List.of(), folder);
  }

  /** The origin of a run of this program. */
  RunOrigin(
      RunNumber number,
      Remarks remarks,
      Preset preset,
      KnobsInForce knobs,
      List<Computed> computed,
      Optional<RunFolder> folder) {
    this(
        RunIdentity.of(
            number, remarks, RunIdentity.usualName(preset.title(), folder, knobs.start())),
        preset,
        knobs,
        computed,
        folder,
        Optional.empty(),
        Optional.empty());
  }

  /** The same of a run that was trained elsewhere, if it was. */
  RunOrigin from(Optional<RunSource> elsewhere) {
    return new RunOrigin(identity, preset, knobs, computed, folder, weights, elsewhere);
  }

  /** The origin of what stands in place of a run while weights of a file are shown. */
  static RunOrigin of(OpenedWeights weights) {
    RunConfig config = weights.config();
    Preset named = new Preset("", false, PresetNotes.bare(weights.name()), config);
    return new RunOrigin(
        RunIdentity.of(RunNumber.NONE, Remarks.NONE, weights.name()),
        named,
        KnobsInForce.from(config),
        List.of(),
        Optional.empty(),
        Optional.of(weights),
        Optional.empty());
  }

  /** What it was started with. */
  RunConfig config() {
    return knobs.start();
  }
}
