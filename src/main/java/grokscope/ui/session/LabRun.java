package grokscope.ui.session;

import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.figure.RunIdentity;
import grokscope.run.RunFolder;
import grokscope.run.RunSource;
import grokscope.story.Narrator;
import grokscope.telemetry.Computed;
import grokscope.telemetry.History;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One run of this window: its config, everything it has measured, and the latest word on it. FX
 * thread only; needs no toolkit.
 */
public final class LabRun {
  private final RunOrigin origin;
  private final ReadOnlyObjectWrapper<RunIdentity> identity;
  private final Optional<LabRun> parent;
  private final ReadOnlyObjectWrapper<RunStatus> status;
  private final Narrator story;
  private History history;
  private RunProfiles profiles = new RunProfiles();
  private final ReadOnlyObjectWrapper<KnobsInForce> knobs;
  private List<Computed> computed;
  private Map<String, Double> lastValues = Map.of(); // of the values that were let go
  private final List<RunEvent> events = new ArrayList<>();
  private boolean forgotten;

  /**
   * A run.
   *
   * @param parent the run of which it is a branch, if that was shown when it branched off
   * @param history what it has measured so far; it grows from now on
   * @param now its first status, which carries its id
   */
  public LabRun(RunOrigin origin, Optional<LabRun> parent, History history, RunStatus now) {
    this.origin = origin;
    this.identity = new ReadOnlyObjectWrapper<>(origin.identity());
    this.parent = parent;
    this.knobs = new ReadOnlyObjectWrapper<>(origin.knobs());
    this.computed = origin.computed();
    this.history = history;
    this.status = new ReadOnlyObjectWrapper<>(now);
    this.story =
        new Narrator(origin.preset(), origin.config(), origin.weights().isPresent(), history, now);
  }

  /** A run that is no branch. */
  public LabRun(RunOrigin origin, History history, RunStatus now) {
    this(origin, Optional.empty(), history, now);
  }

  /** Its number, its name and its colour. */
  public RunIdentity identity() {
    return identity.get();
  }

  public ReadOnlyObjectProperty<RunIdentity> identityProperty() {
    return identity.getReadOnlyProperty();
  }

  /** It has another name or colour now. */
  public void identify(RunIdentity now) {
    identity.set(now);
  }

  /** The id that its telemetry carries; negative for a stored run, which sends no telemetry. */
  public long id() {
    return status().run();
  }

  /** The preset it was started from. */
  public Preset preset() {
    return origin.preset();
  }

  /** What it was started with. */
  public RunConfig config() {
    return origin.config();
  }

  /** What it was started with, and the knobs turned since. */
  public RunConfig turned() {
    return knobs().latest();
  }

  /** Its settings at every step so far. */
  public KnobsInForce knobs() {
    return knobs.get();
  }

  public ReadOnlyObjectProperty<KnobsInForce> knobsProperty() {
    return knobs.getReadOnlyProperty();
  }

  void turn(KnobsInForce now) {
    knobs.set(now);
  }

  /** With what it was computed, as far as that is known. */
  public List<Computed> computed() {
    return computed;
  }

  void computed(Computed now) {
    computed = Computed.goingOn(computed, now);
  }

  public History history() {
    return history;
  }

  /** Where it is recorded, if it is. */
  public Optional<RunFolder> folder() {
    return origin.folder();
  }

  /** The weights of a file, where they are shown in place of a run. */
  public Optional<OpenedWeights> weights() {
    return origin.weights();
  }

  /** Where its networks come from, if it was not trained here. */
  public Optional<RunSource> source() {
    return origin.source();
  }

  /** The run of which it is a branch, if that was shown when it branched off. */
  Optional<LabRun> parent() {
    return parent;
  }

  /** What it is called on the screen. */
  public String name() {
    return identity().label();
  }

  /** Its number, where its name has no room: "#7"; the name of a run without one. */
  public String brief() {
    return identity().number() > 0 ? "#" + identity().number() : name();
  }

  /** The time of its steps, pauses left out; NaN where it is not known. */
  public double seconds() {
    return status().seconds();
  }

  /** The last value of a metric; NaN where there is none. */
  public double latest(String metric) {
    return history.size() == 0
        ? lastValues.getOrDefault(metric, Double.NaN)
        : history.latest(metric);
  }

  /** What is said about it. */
  public Narrator story() {
    return story;
  }

  /** Takes in what has happened to it. */
  void note(RunEvent event) {
    story.note(event);
    if (!(event instanceof RunEvent.CheckpointKept)) { // there are many, and the disk knows them
      events.add(event);
    }
  }

  /** What has happened to it so far, but for its checkpoints. */
  List<RunEvent> events() {
    return List.copyOf(events);
  }

  /** Takes in a sample; one that was recorded before the run went on is there already. */
  public void append(Sample sample) {
    if (history.size() == 0 || sample.step() > history.step(history.size() - 1)) {
      history.append(sample);
    }
  }

  /** What it has told of its matrices and frequencies. */
  public RunProfiles profiles() {
    return profiles;
  }

  /** Takes over the events of another run, until a step. */
  void inherit(LabRun before, int step) {
    profiles = before.profiles.until(step);
  }

  /** Lets go of the measured values; the numbers in the list stay. */
  public void forget() {
    Map<String, Double> last = new HashMap<>();
    history.metrics().forEach(metric -> last.put(metric.id(), latest(metric.id())));
    lastValues = last;
    history = new History(history.metrics());
    forgotten = true;
    story.restart(history);
    profiles = new RunProfiles();
  }

  /** Whether its measured values have been let go. */
  public boolean forgotten() {
    return forgotten;
  }

  public ReadOnlyObjectProperty<RunStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  public RunStatus status() {
    return status.get();
  }

  /** Takes in the latest word on it. */
  public void status(RunStatus word) {
    RunStatus latest = withReached(word, status());
    if (!latest.equals(status.get())) {
      story.tell(latest);
      status.set(latest);
    }
  }

  /**
   * What a run has reached it has reached, also while it is made ready to go on, when its trainer
   * does not know that yet, and when it then cannot go on.
   */
  private static RunStatus withReached(RunStatus word, RunStatus before) {
    return new RunStatus(
        word.run(),
        word.state(),
        word.step(),
        word.steps(),
        word.stepsPerSecond(),
        word.memorized().or(before::memorized),
        word.generalized().or(before::generalized),
        word.message(),
        word.prepared(),
        Double.isNaN(word.seconds()) ? before.seconds() : word.seconds());
  }

  public Optional<StepInterval> memorized() {
    return status().memorized();
  }

  public Optional<StepInterval> generalized() {
    return status().generalized();
  }
}
