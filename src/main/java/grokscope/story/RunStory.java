package grokscope.story;

import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.measure.phase.Phases;
import grokscope.telemetry.History;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import java.util.Optional;

/**
 * One run as the window presents it: what it is, its phases, and what to expect of it. FX thread
 * only; needs no toolkit.
 */
public final class RunStory {
  private final int steps;
  private final boolean weights;
  private final Outcome outcome;
  private final Optional<Reference> reference;
  private final Optional<Forecast> forecast;
  private History history;
  private RunPhases phases;
  private RunState state = RunState.IDLE;

  /**
   * The story of a run with this history so far.
   *
   * @param preset what it was started from
   * @param config what it was started with
   * @param weights whether it stands for the weights of a file, which nobody trained here
   * @param now its first status
   */
  public RunStory(
      Preset preset, RunConfig config, boolean weights, History history, RunStatus now) {
    this.steps = config.steps();
    this.weights = weights;
    this.outcome = Outcome.of(config);
    this.reference = Reference.of(preset, config);
    this.forecast = Forecast.of(preset, config);
    tell(now);
    this.history = history;
    this.phases = new RunPhases(history, outcome);
    update();
  }

  /** Goes on with another history; what the run has turned out to be stays. */
  public void restart(History empty) {
    history = empty;
    phases = new RunPhases(empty, outcome);
  }

  /** Takes in the trainer's word on the run. */
  public void tell(RunStatus word) {
    state = word.state();
    outcome.tell(state, word.memorized(), word.grokked());
  }

  /** Takes in what the history has gained. */
  public void update() {
    phases.update();
  }

  /** What the run turned out to be, so far. */
  public PhaseVerdict verdict() {
    return outcome.verdict();
  }

  /** Where it stands. */
  public RunStage stage() {
    return weights ? RunStage.WEIGHTS : StageWords.of(state, outcome.verdict());
  }

  /** Its phases, as far as it has been told to look. */
  public Phases phases() {
    return phases.phases();
  }

  /** Where its phases meet and by which rules, a line for each. */
  public String rules() {
    return phases.rules();
  }

  /** The published run that it repeats, if it does. */
  public Optional<Reference> reference() {
    return reference;
  }

  /** What the run shows and what is worth watching now, in a few sentences. */
  public String words() {
    return (phases.sentence()
            + " "
            + WatchWords.of(history, phases.phases(), outcome.verdict(), forecast, steps))
        .strip();
  }
}
