package grokscope.story;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.Script;
import grokscope.config.ScriptedChange;
import grokscope.config.SettingPaths;
import grokscope.config.preset.Expectation;
import grokscope.config.preset.Preset;
import grokscope.telemetry.RunEvent;
import grokscope.text.NumberText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be expected of a run of a preset with settings that may be others. What a preset
 * promises holds for its own settings; with another decay there is a forecast, with anything else
 * nothing is expected. Immutable, any thread.
 */
public final class Outlook {
  /** In these a run may differ and still be the experiment of its preset. */
  private static final Set<String> SAME_EXPERIMENT = Set.of(SettingPaths.SEED, SettingPaths.STEPS);

  private final Expectation expectation;
  private final Optional<Forecast> forecast;
  private final boolean same;
  private final int steps;
  private final Set<String> scripted;

  /**
   * An outlook.
   *
   * @param config what the run begins with
   */
  public Outlook(Preset preset, RunConfig config) {
    expectation = preset.expectation();
    forecast = Forecast.of(preset, config);
    same = SAME_EXPERIMENT.containsAll(config.differences(preset.config()));
    steps = config.steps();
    scripted = scripted(config);
  }

  private static Set<String> scripted(RunConfig config) {
    try {
      return Script.parse(config.run().choice(Script.KNOB)).scriptedChanges().stream()
          .map(ScriptedChange::path)
          .collect(Collectors.toSet());
    } catch (InvalidConfig unchecked) {
      throw new IllegalArgumentException(unchecked.getMessage(), unchecked);
    }
  }

  /** The step from which a knob has another value than the run began with, save by its script. */
  Optional<Integer> changed(List<RunEvent.KnobTurned> turns) {
    return turns.stream()
        .filter(turn -> !scripted.contains(turn.path()))
        .map(RunEvent.KnobTurned::step)
        .min(Integer::compare);
  }

  /**
   * What to expect of a run that has memorised and not understood yet.
   *
   * @param turns the knobs turned so far
   * @param step how far it is
   * @param over whether it is over
   * @return one sentence; empty where nothing is to be expected
   */
  String sentence(List<RunEvent.KnobTurned> turns, int step, boolean over) {
    Optional<Integer> changed = changed(turns);
    if (changed.isPresent()) {
      return expectation.outcome() == Expectation.Outcome.OPEN
          ? ""
          : "Settings were changed at step "
              + NumberText.count(changed.get())
              + ", so what the preset promises no longer applies.";
    }
    if (forecast.isPresent()) {
      return sentence(forecast.get(), step, over);
    }
    boolean stays = same && expectation.outcome() == Expectation.Outcome.NEVER;
    return stays ? "Its preset does not expect it to generalise." : "";
  }

  private String sentence(Forecast coming, int step, boolean over) {
    if (over) {
      return step < coming.to()
          ? "The run ended before the rise that its preset expects by step "
              + NumberText.count(coming.to())
              + "."
          : "Its preset expected the rise by step " + NumberText.count(coming.to()) + ".";
    }
    if (step >= coming.to()) {
      return "The rise is later than expected.";
    }
    if (coming.from() > steps) {
      return "Test accuracy is expected to rise after step "
          + NumberText.count(coming.from())
          + ", which is beyond this run's last step.";
    }
    return step < coming.from()
        ? "Test accuracy is expected to rise between steps "
            + NumberText.count(coming.from())
            + " and "
            + NumberText.count(coming.to())
            + ", depending on the seed."
        : "Test accuracy is expected to rise by step "
            + NumberText.count(coming.to())
            + ", depending on the seed.";
  }

  /** What the preset promises of these settings, in one line; empty where nothing is. */
  public String promise() {
    if (expectation.outcome() == Expectation.Outcome.OPEN) {
      return "";
    }
    if (same) {
      return "Expected: " + promised() + "." + tooShort();
    }
    return forecast
        .map(
            coming ->
                "Expected with this weight decay: groks between steps "
                    + NumberText.count(coming.from())
                    + " and "
                    + NumberText.count(coming.to())
                    + ".")
        .orElse("What is expected of this preset does not apply: its settings have been changed.");
  }

  private String tooShort() {
    return expectation
        .grokkedBy()
        .filter(by -> by > steps)
        .map(by -> " This run ends at step " + NumberText.count(steps) + ".")
        .orElse("");
  }

  private String promised() {
    if (expectation.outcome() == Expectation.Outcome.NO_DELAY
        && expectation.grokkedBy().filter(step -> step <= 1).isPresent()) {
      return "right from the start";
    }
    String by =
        expectation.grokkedBy().map(step -> " by step " + NumberText.count(step)).orElse("");
    String memorizes =
        expectation
            .memorizedBy()
            .map(step -> "memorises by step " + NumberText.count(step) + ", ")
            .orElse("");
    return memorizes
        + switch (expectation.outcome()) {
          case GROKS -> "groks" + by;
          case NO_DELAY -> "generalises without a delay" + by;
          case SHORT_DELAY -> "generalises after a short delay" + by;
          case PHASE_CHANGE -> "understands" + by + ", with no gap to training";
          case NEVER -> "does not generalise";
          case PARTLY -> "generalises only in part";
          case UNGROKS -> "generalises" + by + " and loses it again";
          case OPEN -> "";
        };
  }
}
