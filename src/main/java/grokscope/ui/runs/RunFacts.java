package grokscope.ui.runs;

import grokscope.figure.RunIdentity;
import grokscope.measure.MetricIds;
import grokscope.run.ListedRun;
import grokscope.run.Remarks;
import grokscope.run.RunFolder;
import grokscope.run.RunLibrary;
import grokscope.run.RunNumber;
import grokscope.run.format.RunText;
import grokscope.story.RunWords;
import grokscope.story.StageWords;
import grokscope.telemetry.Computed;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.RunState;
import grokscope.telemetry.StepInterval;
import grokscope.ui.session.LabRun;
import java.util.List;
import java.util.Optional;

/**
 * What the list says of a run of this window or of a stored one. Immutable, any thread.
 *
 * @param identity its number, name and colour
 * @param folder where it is recorded, if it is
 * @param knobs what it began with, and the knobs turned since, if that can be read
 * @param preset the title of the preset it came from; empty where that is not known
 * @param task what it learns
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
 * @param problem why it cannot be read, in one sentence; empty where it can
 */
public record RunFacts(
    RunIdentity identity,
    Optional<RunFolder> folder,
    Optional<KnobsInForce> knobs,
    String preset,
    String task,
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
    String problem) {

  /** A run of this window. */
  public static RunFacts of(LabRun run, RunWords words, Remarks remarks) {
    return new RunFacts(
        run.identity(),
        run.folder(),
        Optional.of(run.knobs()),
        run.preset().title(),
        words.task(run.config()),
        run.memorized(),
        run.generalized(),
        run.latest(MetricIds.TEST_ACCURACY),
        run.latest(MetricIds.WEIGHT_NORM),
        run.seconds(),
        run.computed(),
        run.status().step(),
        RunText.word(run.status().state()),
        run.story().now().badge(),
        remarks,
        "");
  }

  /** A stored run. */
  public static RunFacts of(ListedRun run, RunWords words, String preset) {
    return new RunFacts(
        RunIdentity.of(run.number(), run.remarks(), preset, run.folder().name()),
        Optional.of(run.folder()),
        Optional.of(run.knobs()),
        preset,
        words.task(run.config()),
        run.memorizedAt(),
        run.generalizedAt(),
        run.latest().getOrDefault(MetricIds.TEST_ACCURACY, Double.NaN),
        run.latest().getOrDefault(MetricIds.WEIGHT_NORM, Double.NaN),
        run.seconds().orElse(Double.NaN),
        run.computed(),
        run.steps(),
        run.state(),
        state(run),
        run.remarks(),
        "");
  }

  /** A folder that cannot be read. */
  static RunFacts of(RunLibrary.Broken run) {
    return new RunFacts(
        RunIdentity.of(RunNumber.NONE, Remarks.NONE, "", run.folder().name()),
        Optional.of(run.folder()),
        Optional.empty(),
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

  /** The same with other remarks. */
  RunFacts with(Remarks other) {
    return new RunFacts(
        identity.with(other, preset, folderName()),
        folder,
        knobs,
        preset,
        task,
        memorized,
        generalized,
        accuracy,
        norm,
        seconds,
        computed,
        steps,
        how,
        state,
        other,
        problem);
  }

  boolean broken() {
    return !problem.isEmpty();
  }

  /** How many times later it generalised than it memorised; NaN before both. */
  double delay() {
    boolean both = generalized.isPresent() && memorized.filter(at -> at.by() >= 1).isPresent();
    return both ? (double) generalized.get().by() / memorized.get().by() : Double.NaN;
  }

  /** What it is called: its name, or the preset, or the folder. */
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
