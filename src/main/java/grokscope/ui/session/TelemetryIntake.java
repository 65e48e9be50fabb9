package grokscope.ui.session;

import grokscope.config.RunConfig;
import grokscope.measure.phase.PhaseVerdict;
import grokscope.run.Recorder;
import grokscope.telemetry.Computed;
import grokscope.telemetry.Profile;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunFeed;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.text.NumberText;
import grokscope.train.loop.ReplyBox;
import grokscope.train.loop.Trainer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes in what the run in progress reports and what the trainer answers, whenever the window asks
 * for it. FX thread only; needs no toolkit.
 */
public final class TelemetryIntake {
  private final RunFeed feed = new RunFeed();
  private final WindowRuns runs;
  private final LiveTuning tuning;
  private final Trouble trouble;
  private final ReplyBox replies;
  private Optional<Recorder> recorder = Optional.empty(); // of the latest run
  private String said = ""; // of its problem, and not taken back since

  TelemetryIntake(WindowRuns runs, LiveTuning tuning, Trouble trouble, Trainer trainer) {
    this.runs = runs;
    this.tuning = tuning;
    this.trouble = trouble;
    this.replies = new ReplyBox(trainer::send);
  }

  /** What asks the trainer for this window; its answers come with {@link #drain}. */
  public ReplyBox replies() {
    return replies;
  }

  /** The listeners of a new run: its recorder, if there is one, and this window. */
  List<RunListener> listeners(Optional<Recorder> begun) {
    recorder = begun;
    said = "";
    recorder.ifPresent(each -> each.onCheckpoint(feed::onEvent));
    return Stream.concat(recorder.stream(), Stream.of(feed)).toList();
  }

  /** Takes in what has arrived since the last call: of the run, then the answers. */
  public void drain() {
    drainFeed();
    replies.drain();
  }

  /** Takes in what has arrived of the run since the last call. */
  void drainFeed() {
    List<Sample> samples = feed.drainSamples();
    List<Profile> profiles = feed.drainProfiles();
    List<RunEvent> events = feed.drainEvents();
    List<RunSummary> summaries = feed.drainSummaries();
    List<Computed> computed = feed.drainComputed();
    RunStatus latest = feed.status();
    LabRun run = runs.latest();
    if (run == null) {
      return;
    }
    computed.stream().filter(now -> now.run() == run.id()).forEach(run::computed);
    int before = run.history().size();
    PhaseVerdict said = run.story().verdict();
    samples.stream().filter(sample -> sample.run() == run.id()).forEach(run::append);
    profiles.stream().filter(profile -> profile.run() == run.id()).forEach(run.profiles()::append);
    if (run.history().size() > before) {
      run.story().update(); // before who hears of the status asks what the run is
    }
    if (latest.run() == run.id()) {
      run.status(latest);
    }
    sayProblem(run);
    events.forEach(event -> take(event, run));
    summaries.forEach(this::take);
    if (run.history().size() > before || run.story().verdict() != said) {
      runs.grew(run);
    }
    runs.publish();
  }

  /**
   * A checkpoint has been asked for, so a reason against it is shown, even if it has been shown
   * before.
   */
  void sayProblemAgain() {
    said = "";
  }

  /** Says a problem of the recorder once, and takes it back when it is gone. */
  private void sayProblem(LabRun run) {
    Optional<String> problem = recorder.flatMap(Recorder::problem);
    boolean goesOn =
        run.status().state().active() && recorder.map(Recorder::folder).equals(run.folder());
    String words =
        goesOn
            ? name(run) + " continues, but is no longer being saved: "
            : "The run that has ended is not fully saved: ";
    String now = problem.map(words::concat).orElse("");
    if (now.equals(said)) {
      return;
    }
    if (now.isEmpty()) {
      trouble.takeBack(said);
    } else {
      trouble.say(now);
    }
    said = now;
  }

  /** How a sentence calls a run, which may not be the one that is shown. */
  private String name(LabRun run) {
    return run == runs.current() ? "This run" : run.name();
  }

  /** Of a run before the latest, its last checkpoints may still be on their way to the disk. */
  private void take(RunEvent event, LabRun latest) {
    if (event.run() == latest.id()) {
      take(latest, event);
    } else if (event instanceof RunEvent.CheckpointKept) {
      runs.of(event.run()).ifPresent(run -> runs.happened(run, event));
    }
  }

  private void take(LabRun run, RunEvent event) {
    if (event instanceof RunEvent.KnobTurned turned) {
      RunConfig before = run.knobs().chosen();
      run.turn(tuning.turned(run.knobs(), turned));
      if (run == runs.current()) { // the panel is beside it
        tuning.follow(before, run.knobs().chosen(), turned.path());
      }
    } else if (event instanceof RunEvent.KnobRefused refused) {
      trouble.say(tuning.refused(refused));
    }
    runs.happened(run, event);
  }

  private void take(RunSummary summary) {
    runs.end(summary);
    if (summary.state() == RunState.FAILED) {
      String name =
          runs.of(summary.run())
              .filter(run -> run != runs.current())
              .map(LabRun::name)
              .orElse("Run");
      trouble.say(
          name + " failed at step " + NumberText.count(summary.steps()) + ": " + summary.message());
    }
  }
}
