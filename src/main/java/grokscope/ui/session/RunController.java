package grokscope.ui.session;

import grokscope.config.Acts;
import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.Knob;
import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.run.ContinuedRun;
import grokscope.run.Recorder;
import grokscope.run.Recorders;
import grokscope.run.RunFolder;
import grokscope.run.RunPast;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.History;
import grokscope.telemetry.Metric;
import grokscope.telemetry.Profile;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunFeed;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.train.loop.Command;
import grokscope.train.loop.ReplyBox;
import grokscope.train.loop.RunRequest;
import grokscope.train.loop.RunRequest.Until;
import grokscope.train.loop.Trainer;
import grokscope.ui.control.NumberText;
import grokscope.ui.setting.Draft;
import grokscope.ui.story.RunStage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/**
 * The runs of one window: starts them, steers the one in progress, and takes in what it tells. FX
 * thread only; needs no toolkit.
 */
public final class RunController implements AutoCloseable {
  private final Catalog catalog;
  private final Function<RunConfig, List<Metric>> metrics;
  private final Draft draft;
  private final Trainer trainer;
  private final Recorders records;
  private final RunFeed feed = new RunFeed();
  private final WindowRuns runs = new WindowRuns();
  private final Map<String, Object> asked = new HashMap<>(); // of knobs, and not answered yet
  private final Set<String> refused = new HashSet<>(); // by the run, since they were turned last
  private final ReplyBox replies;
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private Optional<Recorder> troubled = Optional.empty(); // whose problem has not been said

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
    this.replies = new ReplyBox(trainer::send);
    this.records = records;
  }

  public void listen(LabEvents listener) {
    runs.listen(listener);
  }

  /** Run, pause or resume: whichever the primary button offers. */
  public void toggle() {
    switch (runs.status().state()) {
      case RUNNING, PREPARING -> trainer.send(new Command.Pause());
      case PAUSED -> trainer.send(new Command.Resume());
      default -> restart();
    }
  }

  /** Ends the run in progress and begins one with the draft's config. */
  public void restart() {
    begin(false);
  }

  /** One step; without a run in progress, the first step of a new one. */
  public void step() {
    if (runs.status().state().active() || begin(true)) {
      trainer.send(new Command.Step(1));
    }
  }

  public void stop() {
    if (runs.status().state().active()) {
      trainer.send(new Command.Stop());
    }
  }

  /**
   * Sends a knob that acts live to the run in progress, if it has another value there. The run has
   * the new one when it says so; it may refuse it.
   */
  public void retune(String path) {
    LabRun run = runs.current();
    if (!live(path) || draft.refuses(path) || run == null || !runs.status().state().active()) {
      return;
    }
    if (catalog.knob(run.turned(), path).isEmpty()) {
      return;
    }
    Object value = draft.value(path);
    boolean wanted =
        asked.containsKey(path)
            ? !value.equals(asked.get(path))
            : draft.differsFrom(run.turned(), path);
    if (wanted) {
      asked.put(path, value);
      refused.remove(path);
      trainer.send(new Command.Retune(path, value));
    }
  }

  /** Whether the knob's value waits for the next run. */
  public boolean appliesOnNextRun(String path) {
    LabRun run = runs.current();
    return run != null
        && runs.status().state().active()
        && !draft.refuses(path)
        && draft.differsFrom(run.turned(), path)
        && (!live(path) || refused.contains(path) || catalog.knob(run.turned(), path).isEmpty());
  }

  /** Whether a run could be started now. */
  public boolean runnable() {
    return draft.problems().isEmpty();
  }

  /** What asks the trainer for this window; its answers come with {@link #drain}. */
  public ReplyBox replies() {
    return replies;
  }

  /** Takes in what has arrived since the last call: of the run, then the answers. */
  public void drain() {
    listenIn();
    replies.drain();
  }

  private void listenIn() {
    List<Sample> samples = feed.drainSamples();
    List<Profile> profiles = feed.drainProfiles();
    List<RunEvent> events = feed.drainEvents();
    List<RunSummary> summaries = feed.drainSummaries();
    RunStatus latest = feed.status();
    LabRun run = runs.current();
    if (run == null) {
      return;
    }
    troubled
        .flatMap(Recorder::problem)
        .ifPresent(
            problem -> {
              troubled = Optional.empty(); // said once
              trouble.set("This run goes on, but is not being saved now: " + problem);
            });
    int before = run.history().size();
    PhaseVerdict said = run.verdict();
    samples.stream().filter(sample -> sample.run() == run.id()).forEach(run::append);
    profiles.stream().filter(profile -> profile.run() == run.id()).forEach(run::append);
    if (latest.run() == run.id()) {
      run.status(latest);
    }
    events.forEach(this::take);
    summaries.forEach(this::take);
    if (run.history().size() > before) {
      run.phases().update();
    }
    if (run.history().size() > before || run.verdict() != said) {
      runs.grew(run);
    }
    runs.publish(run);
  }

  /** Ends the run in progress and begins one with this config, which the catalog has checked. */
  void run(RunConfig config) {
    begin(config, false);
  }

  private boolean begin(boolean paused) {
    if (!runnable()) {
      return false;
    }
    begin(draft.config(), paused);
    return true;
  }

  private void begin(RunConfig config, boolean paused) {
    trouble.set("");
    listenIn(); // what the run before has told so far is still its own
    Optional<Recorder> recorder = recorder(config);
    long id = trainer.start(new RunRequest(config, paused, Until.STEPS), listeners(recorder));
    RunOrigin origin = new RunOrigin(draft.preset(), config, recorder.map(Recorder::folder));
    History history = new History(metrics.apply(config));
    asked.clear();
    refused.clear();
    runs.begin(origin, Optional.empty(), history, id, List.of());
  }

  /**
   * Goes on with a stored run, or begins with a branch of one, ending the run in progress.
   *
   * @param preset the words around it
   * @param parent the run of which it is a branch
   */
  public void goOn(ContinuedRun wanted, Preset preset, Optional<RunFolder> parent) {
    trouble.set("");
    listenIn();
    RunConfig config = wanted.request().config();
    long id = trainer.start(wanted.request(), listeners(Optional.of(wanted.recorder())));
    RunConfig latest = wanted.request().from().map(Checkpoint::latest).orElse(config);
    for (RunEvent.KnobTurned turn : wanted.request().turns()) {
      if (turn.step() <= wanted.step()) { // those of a branch come before its first step
        latest = turned(latest, turn.path(), turn.value());
      }
    }
    RunOrigin origin =
        new RunOrigin(preset, config, latest, Optional.of(wanted.recorder().folder()));
    RunPast before = wanted.before();
    asked.clear();
    refused.clear();
    runs.begin(origin, runs.shown(parent), before.history(), id, before.events());
  }

  /** Shows a stored run, ending the run in progress. */
  public void open(OpenedRun chosen) {
    leave();
    RunConfig config = chosen.stored().listed().config();
    RunOrigin origin =
        new RunOrigin(
            chosen.preset(),
            config,
            chosen.stored().latest(),
            Optional.of(chosen.stored().folder()));
    History history = chosen.history(metrics.apply(config));
    runs.open(origin, history, chosen::status, chosen.stored().events());
  }

  /** Shows the weights of a file in place of a run, ending the run in progress. */
  public void open(OpenedWeights chosen) {
    leave();
    RunConfig config = chosen.config();
    History none = new History(metrics.apply(config));
    runs.open(RunOrigin.of(chosen), none, chosen::status, List.of());
  }

  private void leave() {
    trouble.set("");
    stop();
    listenIn();
  }

  /** Has the network of this moment kept in the folder of the run in progress. */
  public void keep() {
    if (runs.status().state().active()) {
      trainer.send(new Command.Checkpoint());
    }
  }

  private Optional<Recorder> recorder(RunConfig config) {
    try {
      return Optional.of(records.record(config));
    } catch (InvalidConfig noPlace) {
      trouble.set("This run is not being saved: " + noPlace.getMessage());
      return Optional.empty();
    }
  }

  private List<RunListener> listeners(Optional<Recorder> recorder) {
    troubled = recorder;
    recorder.ifPresent(each -> each.whenKept(feed::onEvent));
    return Stream.concat(recorder.stream(), Stream.of(feed)).toList();
  }

  private void take(RunEvent event) {
    LabRun run = runs.current();
    if (event.run() == run.id()) {
      if (event instanceof RunEvent.KnobTurned turned) {
        asked.remove(turned.path());
        refused.remove(turned.path());
        run.turn(turned(run.turned(), turned.path(), turned.value()));
      } else if (event instanceof RunEvent.KnobRefused no) {
        asked.remove(no.path());
        refused.add(no.path());
        trouble.set(refusal(no));
      }
      runs.happened(run, event);
    }
  }

  private void take(RunSummary summary) {
    runs.end(summary);
    if (summary.state() == RunState.FAILED) {
      trouble.set(
          "Run failed at step " + NumberText.count(summary.steps()) + ": " + summary.message());
    }
  }

  private String refusal(RunEvent.KnobRefused refused) {
    String title =
        catalog.knob(draft.config(), refused.path()).map(Knob::title).orElseGet(refused::path);
    return title
        + " was not changed at step "
        + NumberText.count(refused.step())
        + ": "
        + refused.reason()
        + ".";
  }

  private RunConfig turned(RunConfig config, String path, Object value) {
    try {
      return catalog.with(config, path, value);
    } catch (InvalidConfig impossible) {
      throw new IllegalStateException("the draft holds allowed values only", impossible);
    }
  }

  private boolean live(String path) {
    return catalog.knob(draft.config(), path).map(Knob::acts).filter(Acts.LIVE::equals).isPresent();
  }

  /** What is drawn pale behind the current run. */
  public List<LabRun> ghosts() {
    return runs.ghosts();
  }

  /** The runs of this window, newest first. */
  public ObservableList<LabRun> runs() {
    return runs.all();
  }

  /** The run that is shown; it is one of this window, or a stored one. */
  public ReadOnlyObjectProperty<LabRun> currentProperty() {
    return runs.currentProperty();
  }

  public ReadOnlyObjectProperty<RunStatus> statusProperty() {
    return runs.statusProperty();
  }

  public ReadOnlyObjectProperty<RunStage> stageProperty() {
    return runs.stageProperty();
  }

  /** What went wrong, in words for the banner; empty when nothing did. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Says in the banner, in a sentence, what was refused. */
  public void trouble(String sentence) {
    trouble.set(sentence);
  }

  public void dismissTrouble() {
    trouble.set("");
  }

  /** Ends the run in progress and returns when everything recorded is on disk. */
  @Override
  public void close() {
    trainer.close();
    records.close();
  }
}
