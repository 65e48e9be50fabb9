package grokscope.story;

import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.preset.Preset;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.telemetry.History;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells a run: what it is now, and what would have been said of it at any earlier step. Window,
 * terminal, files and exports have their words from the same {@link Account}. One thread.
 */
public final class Narrator {
  private final RunConfig config;
  private final boolean weights;
  private final Outlook outlook;
  private final Optional<Reference> reference;
  private final List<RunEvent.KnobTurned> turns = new ArrayList<>();
  private final Outcome outcome;
  private Optional<RunEvent.Memorized> memorized = Optional.empty();
  private Optional<RunEvent.Generalized> generalized = Optional.empty();
  private Course present;
  private Course past;
  private RunStatus status;

  /**
   * The narrator of a run with this history so far.
   *
   * @param preset what it was started from
   * @param config what it was started with
   * @param weights whether it stands for the weights of a file, which nobody trained here
   * @param history it may grow
   * @param now its first status
   */
  public Narrator(
      Preset preset, RunConfig config, boolean weights, History history, RunStatus now) {
    this.config = config;
    this.weights = weights;
    this.outlook = new Outlook(preset, config);
    this.reference = Reference.of(preset, config);
    this.outcome = Outcome.of(config);
    this.present = new Course(history, outcome);
    this.past = new Course(history, Outcome.of(config));
    this.status = now;
    tell(now);
    update();
  }

  /** Goes on with another history; what the run has turned out to be stays. */
  public void restart(History empty) {
    present = new Course(empty, outcome);
    past = new Course(empty, Outcome.of(config));
  }

  /** Takes in the trainer's word on the run. */
  public void tell(RunStatus word) {
    status = word;
    outcome.tell(word.state(), word.memorized(), word.generalized());
  }

  /** Takes in what has happened to the run. */
  public void note(RunEvent event) {
    if (event instanceof RunEvent.KnobTurned turned) {
      turns.add(turned);
    } else if (event instanceof RunEvent.Memorized reached) {
      memorized = Optional.of(reached);
    } else if (event instanceof RunEvent.Generalized reached) {
      generalized = Optional.of(reached);
    }
  }

  /** Takes in what the history has gained. */
  public void update() {
    present.lookAt(present.history().size());
  }

  /** What the run turned out to be, so far. */
  public PhaseVerdict verdict() {
    return outcome.verdict();
  }

  /** The published run that it repeats, if it does. */
  public Optional<Reference> reference() {
    return reference;
  }

  /** What is said of the run now. */
  public Account now() {
    return account(present, status.state(), status.step(), false);
  }

  /**
   * What was said of the run when it had come to a step; what is said now where it has not come
   * further.
   */
  public Account at(int step) {
    History history = present.history();
    int evaluations = history.indexAt(step) + 1;
    if (evaluations <= 0 || evaluations >= history.size()) {
      return now();
    }
    if (evaluations < past.taken()) {
      past = new Course(history, Outcome.of(config));
    }
    past.lookAt(evaluations);
    // An event tells it as it was told then; without one the evaluations have to do.
    Outcome then = past.outcome();
    then.tell(
        RunState.RUNNING,
        memorized.isEmpty()
            ? then.measuredMemorized()
            : known(memorized, step).map(RunEvent.Memorized::at),
        generalized.isEmpty()
            ? then.measuredGeneralized()
            : known(generalized, step).map(RunEvent.Generalized::at));
    return account(past, RunState.RUNNING, step, true);
  }

  private static <E extends RunEvent> Optional<E> known(Optional<E> event, int step) {
    return event.filter(reached -> reached.step() <= step);
  }

  private Account account(Course course, RunState state, int step, boolean earlier) {
    Outcome reached = course.outcome();
    boolean over = state.ended();
    RunStage stage = weights ? RunStage.WEIGHTS : StageWords.of(state, reached.verdict());
    return new Account(
        reached.step(),
        earlier,
        over,
        stage,
        StageWords.words(stage, step),
        reached.verdict(),
        weights ? List.of() : new PhaseBands(reached, course.phases(), over).bands(),
        weights ? List.of() : OutcomeWords.marks(reached),
        weights ? "" : failure(state) + OutcomeWords.sentence(reached, over),
        weights || state == RunState.FAILED ? "" : watch(course, step, over));
  }

  private static String failure(RunState state) {
    return state == RunState.FAILED ? "An error ended the run. " : "";
  }

  private String watch(Course course, int step, boolean over) {
    List<RunEvent.KnobTurned> until = turns.stream().filter(turn -> turn.step() <= step).toList();
    String watch = WatchWords.of(course, over, decays(until));
    boolean waits =
        course.outcome().verdict() == PhaseVerdict.MEMORIZED_ONLY
            && course.outcome().criteria().rule();
    return waits ? (watch + " " + outlook.sentence(until, step, over)).strip() : watch;
  }

  private boolean decays(List<RunEvent.KnobTurned> until) {
    Object decay = config.optimizer().values().get("weightDecay");
    for (RunEvent.KnobTurned turn : until) {
      decay = turn.path().equals(SettingPaths.WEIGHT_DECAY) ? turn.value() : decay;
    }
    return decay instanceof Number number && number.doubleValue() > 0;
  }
}
