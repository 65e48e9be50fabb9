package grokscope.ui.session;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.preset.Preset;
import grokscope.run.ContinuedRun;
import grokscope.run.Recorder;
import grokscope.run.Recorders;
import grokscope.run.RunFolder;
import grokscope.run.RunNumber;
import grokscope.run.RunPast;
import grokscope.run.RunPreset;
import grokscope.telemetry.History;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import grokscope.train.loop.Command;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.RunRequest.Until;
import grokscope.train.loop.Trainer;
import grokscope.ui.setting.Draft;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Starts the runs of one window, steers the one in progress, and shows others beside it. FX thread
 * only; needs no toolkit.
 */
public final class RunController implements AutoCloseable {
  private final Catalog catalog;
  private final Function<RunConfig, List<Metric>> metrics;
  private final Draft draft;
  private final Trainer trainer;
  private final Recorders records;
  private final WindowRuns runs = new WindowRuns();
  private final Trouble trouble = new Trouble();
  private final LiveTuning tuning;
  private final TelemetryIntake intake;
  private final ReadOnlyBooleanWrapper ahead = new ReadOnlyBooleanWrapper(false);
  private BooleanSupplier mayEnd = () -> true;
  private Optional<Aside> aside = Optional.empty();

  /** What the panel had beside the run in progress when another was shown. */
  private record Aside(LabRun run, Draft.Kept panel) {}

  public RunController(
      Catalog catalog,
      Function<RunConfig, List<Metric>> metrics,
      Draft draft,
      Trainer trainer,
      Recorders records) {
    this.catalog = catalog;
    this.metrics = metrics;
    this.draft = draft;
    this.trainer = trainer;
    this.records = records;
    this.tuning = new LiveTuning(catalog, draft);
    this.intake = new TelemetryIntake(runs, tuning, trouble, trainer);
    draft.forNextRunProperty().addListener(change -> compare());
    draft.presetProperty().addListener(change -> compare());
    runs.currentProperty().addListener(change -> compare());
  }

  /** The runs that it starts and opens. */
  public WindowRuns runs() {
    return runs;
  }

  /** What went wrong with them. */
  public Trouble trouble() {
    return trouble;
  }

  /** What takes in what they tell. */
  public TelemetryIntake intake() {
    return intake;
  }

  /** Run, pause or resume: whichever the primary button offers. */
  public void toggle() {
    switch (runs.progress().state()) {
      case RUNNING, PREPARING -> trainer.send(new Command.Pause());
      case PAUSED -> trainer.send(new Command.Resume());
      default -> restart();
    }
  }

  /** Ends the run in progress and begins one with the draft's config. */
  public void restart() {
    if (runs.elsewhereProperty().get().isEmpty() || mayEnd.getAsBoolean()) {
      begin(false);
    }
  }

  /**
   * Has somebody asked before a run that is not shown is ended by a restart.
   *
   * @param asked whether it may be ended
   */
  public void askBeforeRestart(BooleanSupplier asked) {
    mayEnd = asked;
  }

  /** One step; without a run in progress, the first step of a new one. */
  public void step() {
    if (inProgress().isPresent() || begin(true)) {
      trainer.send(new Command.Step(1));
    }
  }

  public void stop() {
    if (inProgress().isPresent()) {
      trainer.send(new Command.Stop());
    }
  }

  /** Has the network of this moment kept in the folder of the run in progress. */
  public void keep() {
    if (inProgress().isPresent()) {
      intake.sayProblemAgain();
      trainer.send(new Command.Checkpoint());
    }
  }

  /**
   * Sends a knob that acts live to the run in progress, if that is shown and has another value
   * there. The run has the new one when it says so; it may refuse it.
   */
  public void retune(String path) {
    inProgress()
        .filter(run -> run == runs.current())
        .flatMap(run -> tuning.request(run.knobs().chosen(), path))
        .ifPresent(trainer::send);
  }

  /** Whether the knob's value waits for the next run. */
  public boolean appliesOnNextRun(String path) {
    LabRun shown = runs.current();
    if (shown == null || inProgress().isEmpty()) {
      return false;
    }
    RunConfig chosen = shown.knobs().chosen();
    return runs.elsewhereProperty().get().isEmpty()
        ? tuning.waits(chosen, path)
        : !draft.refuses(path) && draft.differsFrom(chosen, path);
  }

  /**
   * Whether the panel has another experiment than the run that is shown: one that was chosen since,
   * and has not been run yet.
   */
  public ReadOnlyBooleanProperty aheadProperty() {
    return ahead.getReadOnlyProperty();
  }

  private void compare() {
    LabRun run = runs.current();
    ahead.set(
        run != null
            && draft.forNextRunProperty().get()
            && !run.preset().id().equals(draft.preset().id()));
  }

  /** What the script of the shown run has made of a knob that the panel shows as it was chosen. */
  public Optional<KnobsInForce.Change> scripted(String path) {
    if (draft.forNextRunProperty().get()) {
      return Optional.empty();
    }
    return Optional.ofNullable(runs.current())
        .map(LabRun::knobs)
        .filter(knobs -> !draft.differsFrom(knobs.chosen(), path))
        .flatMap(knobs -> knobs.lastChange(path))
        .filter(KnobsInForce.Change::byScript);
  }

  /** Whether the panel has what the shown run has: nobody has changed anything since. */
  boolean untouched() {
    LabRun run = runs.current();
    return run == null || draft.config().equals(run.knobs().chosen());
  }

  private Optional<LabRun> inProgress() {
    return runs.inProgress();
  }

  /** Whether a run could be started now. */
  public boolean runnable() {
    return draft.problems().isEmpty();
  }

  private boolean begin(boolean paused) {
    if (!runnable()) {
      return false;
    }
    begin(draft.config(), draft.preset(), paused, Until.STEPS, true);
    draft.taken();
    return true;
  }

  /**
   * Ends the run in progress and begins one with a config that the catalog has checked; it is shown
   * with its settings beside it.
   *
   * @param preset what it is a variation of
   * @param until what ends it before its last step
   */
  void run(RunConfig config, Preset preset, Until until) {
    draft.follow(preset, config);
    begin(config, preset, false, until, true);
  }

  /**
   * The same for a run that follows one that has ended. It is shown only if that one was, and
   * nobody looked at one of its earlier steps; what somebody has prepared beside that stays.
   */
  void runNext(RunConfig config, Preset preset, Until until) {
    boolean shown = runs.current() == runs.latest() && !runs.looksBack();
    if (shown && untouched()) {
      draft.follow(preset, config);
    } else if (shown) {
      draft.keepForNextRun();
    }
    begin(config, preset, false, until, shown);
  }

  private void begin(RunConfig config, Preset preset, boolean paused, Until until, boolean shown) {
    trouble.dismiss();
    intake.drainFeed(); // what the run before has told so far is still its own
    Optional<Recorder> recorder = recorder(config, preset);
    long id = trainer.start(new RunRequest(config, paused, until), intake.listeners(recorder));
    RunNumber number = recorder.map(Recorder::number).orElse(RunNumber.NONE);
    RunOrigin origin = new RunOrigin(number, preset, config, recorder.map(Recorder::folder));
    History history = new History(metrics.apply(config));
    tuning.clear();
    runs.begin(origin, Optional.empty(), history, id, List.of(), shown);
  }

  private Optional<Recorder> recorder(RunConfig config, Preset preset) {
    try {
      return Optional.of(records.record(config, RunPreset.of(preset)));
    } catch (InvalidConfig noPlace) {
      trouble.say("This run is not being saved: " + noPlace.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Goes on with a stored run, or begins with a branch of one, ending the run in progress. The
   * panel shows its settings; what somebody has changed beside it while it was shown stays, and if
   * it acts at once, is turned before the next step.
   *
   * @param preset the words around it
   * @param parent the run of which it is a branch
   */
  public void goOn(ContinuedRun wanted, Preset preset, Optional<RunFolder> parent) {
    trouble.dismiss();
    intake.drainFeed();
    Optional<RunConfig> edited = edited(wanted);
    RunRequest request = wanted.request();
    long id = trainer.start(request, intake.listeners(Optional.of(wanted.recorder())));
    tuning.clear();
    RunPast before = wanted.before();
    KnobsInForce knobs = before.knobs();
    for (RunEvent.KnobTurned turn : request.turns()) {
      if (turn.step() <= wanted.step()) { // those of a branch come before its first step
        knobs = tuning.turned(knobs, turn);
      }
    }
    RunOrigin origin =
        new RunOrigin(
            wanted.recorder().number(),
            wanted.remarks(),
            preset,
            knobs,
            before.computed(),
            Optional.of(wanted.recorder().folder()));
    draft.follow(preset, knobs.chosen());
    runs.begin(origin, runs.shown(parent), before.history(), id, before.events(), true);
    edited.ifPresent(this::keep);
  }

  /** The panel, if it was changed beside the run that goes on. */
  private Optional<RunConfig> edited(ContinuedRun wanted) {
    boolean beside =
        !draft.forNextRunProperty().get()
            && runs.shown(Optional.of(wanted.recorder().folder())).isPresent();
    return Optional.of(draft.config()).filter(config -> beside && !untouched());
  }

  private void keep(RunConfig edited) {
    RunConfig run = draft.config();
    for (String path : edited.differences(run)) {
      if (catalog.knob(run, path).isPresent() && !path.equals(SettingPaths.STEPS)) {
        draft.set(path, edited.get(path));
        retune(path);
      }
    }
  }

  /** Shows a run of this window with its settings beside it; one in progress goes on. */
  public void show(LabRun run) {
    if (run == runs.current()) {
      return;
    }
    leave();
    aside
        .filter(before -> before.run() == run)
        .ifPresentOrElse(
            before -> draft.restore(before.panel()),
            () -> draft.follow(run.preset(), run.knobs().chosen()));
    runs.show(run);
  }

  /** Shows the run in progress. */
  public void back() {
    inProgress().ifPresent(this::show);
  }

  /** Shows a stored run with its settings beside it; a run in progress goes on. */
  public void open(OpenedRun chosen) {
    leave();
    draft.follow(chosen.preset(), chosen.stored().listed().knobs().chosen());
    runs.show(beside(chosen));
  }

  /** A stored run that is looked at beside the one that is shown. */
  public LabRun beside(OpenedRun chosen) {
    KnobsInForce knobs = chosen.stored().listed().knobs();
    RunOrigin origin =
        new RunOrigin(
                chosen.stored().listed().number(),
                chosen.stored().listed().remarks(),
                chosen.preset(),
                knobs,
                chosen.stored().listed().computed(),
                Optional.of(chosen.stored().folder()))
            .from(chosen.stored().listed().source());
    History history = chosen.history(metrics.apply(knobs.start()));
    return runs.opened(origin, history, chosen::status, chosen.stored().events());
  }

  /** Shows the weights of a file in place of a run; a run in progress goes on. */
  public void open(OpenedWeights chosen) {
    leave();
    RunConfig config = chosen.config();
    History none = new History(metrics.apply(config));
    if (draft.config().equals(config)) {
      draft.taken();
    }
    runs.show(runs.opened(RunOrigin.of(chosen), none, chosen::status, List.of()));
  }

  private void leave() {
    trouble.dismiss();
    intake.sayProblemAgain(); // the run in progress may have one still
    inProgress()
        .filter(run -> run == runs.current())
        .ifPresent(run -> aside = Optional.of(new Aside(run, draft.kept())));
  }

  /** Ends the run in progress and returns when everything recorded is on disk. */
  @Override
  public void close() {
    trainer.close();
    records.close();
  }
}
