package grokscope.ui.runs;

import grokscope.config.preset.Preset;
import grokscope.figure.RunIdentity;
import grokscope.measure.MetricIds;
import grokscope.run.ListedRun;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.run.RunLibrary;
import grokscope.run.RunNumber;
import grokscope.run.RunSource;
import grokscope.run.format.RunText;
import grokscope.story.RunWords;
import grokscope.story.StageWords;
import grokscope.telemetry.Computed;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.RunState;
import grokscope.telemetry.StepInterval;
import grokscope.ui.session.LabRun;
import grokscope.ui.setting.KnownPresets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the list says of a run of this window or of a stored one. Immutable, any thread.
 *
 * @param identity its number, name and colour
 * @param folder where it is recorded, if it is
 * @param knobs what it began with, and the knobs turned since, if that can be read
 * @param preset the title of the preset it came from; empty where that is not known
 * @param differs in what it differs from its preset, in words; empty where in nothing, or none
 * @param task what it learns
 * @param headline its task and its settings in a line
 * @param memorized when train accuracy reached its threshold
 * @param generalized when test accuracy did as well
 * @param accuracy the last test accuracy; NaN where there is none
 * @param norm the last Σw²; NaN where there is none
 * @param seconds how long it took by the clock; NaN where that is not known
 * @param computed with what it was computed; empty where that is not recorded
 * @param steps how many it has done
 * @param how the word that its files have for the state of its training
 * @param state the word for its state
 * @param remarks the user's name, note and star for it
 * @param bytes how many it has on disk; {@link #UNCOUNTED} until they were counted
 * @param problem why it cannot be read, in one sentence; empty where it can
 */
public record RunFacts(
    RunIdentity identity,
    Optional<RunFolder> folder,
    Optional<KnobsInForce> knobs,
    String preset,
    String differs,
    String task,
    String headline,
    Optional<StepInterval> memorized,
    Optional<StepInterval> generalized,
    double accuracy,
    double norm,
    double seconds,
    List<Computed> computed,
    int steps,
    String how,
    String state,
    Remarks remarks,
    long bytes,
    String problem) {
  /** How many bytes it has, before they were counted. */
  static final long UNCOUNTED = -1;

  /** A run of this window. */
  public static RunFacts of(LabRun run, RunWords words, Remarks remarks) {
    return new RunFacts(
        run.identity(),
        run.folder(),
        Optional.of(run.knobs()),
        run.preset().title(),
        differs(run.knobs(), Optional.of(run.preset()), words),
        words.task(run.config()),
        words.headline(run.knobs()),
        run.memorized(),
        run.generalized(),
        known(run.source(), run.latest(MetricIds.TEST_ACCURACY)),
        run.latest(MetricIds.WEIGHT_NORM),
        run.seconds(),
        run.computed(),
        run.status().step(),
        RunText.word(run.status().state()),
        run.story().now().badge(),
        remarks,
        UNCOUNTED,
        "");
  }

  /** A stored run. */
  public static RunFacts of(ListedRun run, RunWords words, KnownPresets presets) {
    Optional<Preset> from = presets.of(run.preset(), run.config());
    String preset = from.map(Preset::title).orElse(run.preset().title());
    String usual = RunIdentity.usualName(preset, Optional.of(run.folder()), run.config());
    return new RunFacts(
        RunIdentity.of(run.number(), run.remarks(), usual),
        Optional.of(run.folder()),
        Optional.of(run.knobs()),
        preset,
        differs(run.knobs(), from, words),
        words.task(run.config()),
        words.headline(run.knobs()),
        run.memorizedAt(),
        run.generalizedAt(),
        known(run.source(), run.latest().getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN)),
        run.latest().getOrDefault(MetricIds.WEIGHT_NORM, Double.NaN),
        run.seconds().orElse(Double.NaN),
        run.computed(),
        run.steps(),
        run.state(),
        state(run),
        run.remarks(),
        UNCOUNTED,
        "");
  }

  /** A value of the test examples; none where nobody knows which these are. */
  private static double known(Optional<RunSource> source, double value) {
    return source.filter(from -> !from.splitKnown()).isPresent() ? Double.NaN : value;
  }

  /** A folder that cannot be read. */
  static RunFacts of(RunLibrary.Broken run) {
    return new RunFacts(
        RunIdentity.of(RunNumber.NONE, Remarks.NONE, run.folder().name()),
        Optional.of(run.folder()),
        Optional.empty(),
        "",
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        List.of(),
        0,
        "",
        "cannot be read",
        Remarks.NONE,
        UNCOUNTED,
        run.reason());
  }

  /** As the badge says it; a run whose program ended before it did is cut off. */
  private static String state(ListedRun run) {
    return switch (run.state()) {
      case "finished" -> StageWords.of(RunState.FINISHED, run.verdict()).words();
      case "preparing", "running", "paused" -> "interrupted, or running elsewhere";
      default -> run.state();
    };
  }

  /** In what a run differs from its preset. */
  private static String differs(KnobsInForce knobs, Optional<Preset> preset, RunWords words) {
    return preset
        .filter(known -> !known.id().isEmpty())
        .map(known -> words.among(knobs, List.of(KnobsInForce.from(known.config())), Set.of()))
        .orElse("");
  }

  /** The same with other remarks. */
  RunFacts with(Remarks other) {
    return with(identity.with(other, usualName()), other, bytes);
  }

  /** The same in another colour. */
  RunFacts in(int color) {
    return with(identity.in(color), remarks, bytes);
  }

  /** The same after its bytes were counted. */
  RunFacts of(long counted) {
    return with(identity, remarks, counted);
  }

  private RunFacts with(RunIdentity identity, Remarks remarks, long bytes) {
    return new RunFacts(
        identity,
        folder,
        knobs,
        preset,
        differs,
        task,
        headline,
        memorized,
        generalized,
        accuracy,
        norm,
        seconds,
        computed,
        steps,
        how,
        state,
        remarks,
        bytes,
        problem);
  }

  boolean broken() {
    return !problem.isEmpty();
  }

  /**
   * How many times later it generalised than it memorised; NaN before both, or not closely known.
   */
  double delay() {
    boolean both =
        generalized.filter(at -> !at.wide()).isPresent()
            && memorized.filter(at -> at.by() >= 1 && !at.wide()).isPresent();
    return both ? (double) generalized.get().by() / memorized.get().by() : Double.NaN;
  }

  /** What it is called while it has no name. */
  String usualName() {
    return knobs
        .map(known -> RunIdentity.usualName(preset, folder, known.start()))
        .orElseGet(this::folderName);
  }

  /** What it is called. */
  public String title() {
    return identity.name();
  }

  public int number() {
    return identity.number();
  }

  /** The name of its folder; empty where it is not recorded. */
  String folderName() {
    return folder.map(at -> String.valueOf(at.path().getFileName())).orElse("");
  }
}
