package grokscope.ui;

import grokscope.config.Preset;
import grokscope.config.RunConfig;
import grokscope.measure.Forecast;
import grokscope.measure.Outcome;
import grokscope.measure.PhaseVerdict;
import grokscope.run.RunFolder;
import grokscope.telemetry.History;
import grokscope.telemetry.Profile;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.Sample;
import grokscope.telemetry.StepInterval;
import grokscope.ui.picture.ProfileHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One run of this window: its config, everything it has measured, and the latest word on it. FX
 * thread only; needs no toolkit.
 */
final class LabRun {
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
  LabRun(int number, RunOrigin origin, Optional<LabRun> parent, History history, RunStatus now) {
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
  LabRun(int number, RunOrigin origin, History history, RunStatus now) {
    this(number, origin, Optional.empty(), history, now);
  }

  /** Counts the runs of this window from 1; 0 for a stored run that is only shown. */
  int number() {
    return number;
  }

  /** The id that its telemetry carries; negative for a stored run, of which none comes. */
  long id() {
    return status().run();
  }

  /** The preset it was started from. */
  Preset preset() {
    return origin.preset();
  }

  /** What it was started with. */
  RunConfig config() {
    return origin.config();
  }

  /** What it was started with, and the knobs turned since. */
  RunConfig turned() {
    return turned;
  }

  void turn(RunConfig now) {
    turned = now;
  }

  History history() {
    return history;
  }

  /** Where it is recorded, if it is. */
  Optional<RunFolder> folder() {
    return origin.folder();
  }

  /** The weights of a file, where they are shown in place of a run. */
  Optional<OpenedWeights> weights() {
    return origin.weights();
  }

  /** The run of which it is a branch, if that was shown when it branched off. */
  Optional<LabRun> parent() {
    return parent;
  }

  /** What it is called on the screen. */
  String name() {
    return number > 0 ? "Run " + number : origin.title();
  }

  /** How long it has taken by the clock, until it ended. */
  double seconds() {
    return (ended - began) / 1e9;
  }

  /** The last value of a metric; NaN where there is none. */
  double latest(String metric) {
    return history.size() == 0 ? kept.getOrDefault(metric, Double.NaN) : history.latest(metric);
  }

  /** Its phases, as far as it has been told to look. */
  RunPhases phases() {
    return phases;
  }

  /** The published run that it repeats, if it does. */
  Optional<Reference> reference() {
    return reference;
  }

  /** What the run shows and what is worth watching now, in a few sentences. */
  String words() {
    return (phases.sentence()
            + " "
            + WatchWords.of(
                history, phases.phases(), outcome.verdict(), forecast, config().steps()))
        .strip();
  }

  /** Takes in a sample; one that was recorded before the run went on is there already. */
  void append(Sample sample) {
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
  void insert(Profile profile) {
    of(profile.about()).insert(profile);
  }

  /** Whether it has told, or was told again, of its matrices and frequencies at a step. */
  boolean profiled(int step) {
    return norms.has(step);
  }

  /** Takes over what another run was told of, until a step. */
  void inherit(LabRun before, int step) {
    shares = before.shares.until(step);
    norms = before.norms.until(step);
  }

  /** Its embedding's shares of power by frequency, growing. */
  ProfileHistory shares() {
    return shares;
  }

  /** The norms of its matrices, growing. */
  ProfileHistory norms() {
    return norms;
  }

  /** Lets go of the measured values; the numbers in the list stay. */
  void forget() {
    Map<String, Double> last = new HashMap<>();
    history.metrics().forEach(metric -> last.put(metric.id(), latest(metric.id())));
    kept = last;
    history = new History(history.metrics());
    phases = new RunPhases(history, outcome);
    shares = new ProfileHistory();
    norms = new ProfileHistory();
  }

  ReadOnlyObjectProperty<RunStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  RunStatus status() {
    return status.get();
  }

  void status(RunStatus latest) {
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
  PhaseVerdict verdict() {
    return outcome.verdict();
  }

  Optional<StepInterval> memorized() {
    return status().memorized();
  }

  Optional<StepInterval> grokked() {
    return status().grokked();
  }

  /** Where it stands in the story. */
  Stage stage() {
    if (weights().isPresent()) {
      return Stage.WEIGHTS;
    }
    return StageWords.of(status().state(), outcome.verdict());
  }
}
