package grokscope.ui.session;

import grokscope.config.RunConfig;
import grokscope.config.preset.Preset;
import grokscope.measure.phase.Forecast;
import grokscope.measure.phase.Outcome;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.run.RunFolder;
import grokscope.telemetry.History;
import grokscope.telemetry.Profile;
import grokscope.telemetry.ProfileHistory;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import grokscope.ui.story.Reference;
import grokscope.ui.story.RunPhases;
import grokscope.ui.story.RunStage;
import grokscope.ui.story.StageWords;
import grokscope.ui.story.WatchWords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One run of this window: its config, everything it has measured, and the latest word on it. FX
 * thread only; needs no toolkit.
 */
public final class LabRun {
  private final int number;
  private final RunOrigin origin;
  private final Optional<LabRun> parent;
  private final Outcome outcome;
  private final ReadOnlyObjectWrapper<RunStatus> status;
  private final Optional<Reference> reference;
  private final Optional<Forecast> forecast;
  private History history;
  private RunPhases phases;
  private ProfileHistory shares = new ProfileHistory();
  private ProfileHistory norms = new ProfileHistory();
  private RunConfig turned;
  private final long began = System.nanoTime();
  private long ended = began;
  private Map<String, Double> kept = Map.of(); // of the values that were let go

  /**
   * A run.
   *
   * @param number counts the runs of this window from 1; 0 for a stored run that is only shown
   * @param parent the run of which it is a branch, if that was shown when it branched off
   * @param history what it has measured so far; it grows from now on
   * @param now the first word on it, which carries its id
   */
  public LabRun(
      int number, RunOrigin origin, Optional<LabRun> parent, History history, RunStatus now) {
    this.number = number;
    this.origin = origin;
    this.parent = parent;
    RunConfig config = origin.config();
    this.turned = origin.latest();
    this.outcome = Outcome.of(config);
    tell(now);
    this.reference = Reference.of(origin.preset(), config);
    this.forecast = Forecast.of(origin.preset(), config);
    this.history = history;
    this.phases = new RunPhases(history, outcome);
    phases.update();
    this.status = new ReadOnlyObjectWrapper<>(now);
  }

  /** A run that is no branch. */
  public LabRun(int number, RunOrigin origin, History history, RunStatus now) {
    this(number, origin, Optional.empty(), history, now);
  }

  /** Counts the runs of this window from 1; 0 for a stored run that is only shown. */
  public int number() {
    return number;
  }

  /** The id that its telemetry carries; negative for a stored run, of which none comes. */
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
    return turned;
  }

  void turn(RunConfig now) {
    turned = now;
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

  /** The run of which it is a branch, if that was shown when it branched off. */
  Optional<LabRun> parent() {
    return parent;
  }

  /** What it is called on the screen. */
  public String name() {
    return number > 0 ? "Run " + number : origin.title();
  }

  /** How long it has taken by the clock, until it ended. */
  public double seconds() {
    return (ended - began) / 1e9;
  }

  /** The last value of a metric; NaN where there is none. */
  public double latest(String metric) {
    return history.size() == 0 ? kept.getOrDefault(metric, Double.NaN) : history.latest(metric);
  }

  /** Its phases, as far as it has been told to look. */
  public RunPhases phases() {
    return phases;
  }

  /** The published run that it repeats, if it does. */
  public Optional<Reference> reference() {
    return reference;
  }

  /** What the run shows and what is worth watching now, in a few sentences. */
  public String words() {
    return (phases.sentence()
            + " "
            + WatchWords.of(
                history, phases.phases(), outcome.verdict(), forecast, config().steps()))
        .strip();
  }

  /** Takes in a sample; one that was recorded before the run went on is there already. */
  public void append(Sample sample) {
    if (history.size() == 0 || sample.step() > history.step(history.size() - 1)) {
      history.append(sample);
    }
  }

  /** Takes in several numbers of one kind. */
  void append(Profile profile) {
    of(profile.about()).append(profile);
  }

  private ProfileHistory of(Profile.About about) {
    return switch (about) {
      case EMBEDDING_SHARES -> shares;
      case NORMS -> norms;
    };
  }

  /** Takes in what was read again of an earlier step. */
  public void insert(Profile profile) {
    of(profile.about()).insert(profile);
  }

  /** Whether it has told, or was told again, of its matrices and frequencies at a step. */
  public boolean profiled(int step) {
    return norms.has(step);
  }

  /** Takes over what another run was told of, until a step. */
  void inherit(LabRun before, int step) {
    shares = before.shares.until(step);
    norms = before.norms.until(step);
  }

  /** Its embedding's shares of power by frequency, growing. */
  public ProfileHistory shares() {
    return shares;
  }

  /** The norms of its matrices, growing. */
  public ProfileHistory norms() {
    return norms;
  }

  /** Lets go of the measured values; the numbers in the list stay. */
  public void forget() {
    Map<String, Double> last = new HashMap<>();
    history.metrics().forEach(metric -> last.put(metric.id(), latest(metric.id())));
    kept = last;
    history = new History(history.metrics());
    phases = new RunPhases(history, outcome);
    shares = new ProfileHistory();
    norms = new ProfileHistory();
  }

  public ReadOnlyObjectProperty<RunStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  public RunStatus status() {
    return status.get();
  }

  public void status(RunStatus latest) {
    if (!latest.equals(status.get())) {
      if (status().state().active()) {
        ended = System.nanoTime();
      }
      status.set(latest);
      tell(latest);
    }
  }

  private void tell(RunStatus word) {
    outcome.tell(word.state(), word.memorized(), word.grokked());
  }

  /** What it turned out to be, so far. */
  public PhaseVerdict verdict() {
    return outcome.verdict();
  }

  public Optional<StepInterval> memorized() {
    return status().memorized();
  }

  public Optional<StepInterval> grokked() {
    return status().grokked();
  }

  /** Where it stands in the story. */
  public RunStage stage() {
    if (weights().isPresent()) {
      return RunStage.WEIGHTS;
    }
    return StageWords.of(status().state(), outcome.verdict());
  }
}
