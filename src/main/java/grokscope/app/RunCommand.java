package grokscope.app;

import grokscope.config.Expectation;
import grokscope.config.InvalidConfig;
import grokscope.config.Preset;
import grokscope.config.RunConfig;
import grokscope.run.RunLines;
import grokscope.run.RunRecorder;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunSummary;
import grokscope.train.Command;
import grokscope.train.RunRequest;
import grokscope.train.TrainingSession;
import grokscope.train.Until;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains one run in the terminal. Main thread only. */
@CommandLine.Command(
    name = "run",
    description = "Trains one run here in the terminal; the last line is its summary in JSON.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the run ended as asked",
      "1:the run failed, diverged, did not reach what --until asks, or broke its promise",
      "2:the input was refused, or the numeric libraries do not work here; one sentence says why",
      "130:interrupted; the summary is still written"
    })
final class RunCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "PRESET|FILE.json",
      description = "The id of a preset (see the command presets), or a preset or config file.")
  private String preset;

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = "Changes a setting; may be repeated. The settings are listed below.")
  private List<String> assignments = List.of();

  @Option(names = "--steps", paramLabel = "N", description = "The same as --set steps=N.")
  private String steps;

  @Option(names = "--seed", paramLabel = "S", description = "The same as --set seed=S.")
  private String seed;

  @Option(
      names = "--until",
      paramLabel = "grokked|diverged",
      description = "Ends the run early, when this has happened.")
  private String until;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes the run into this folder, which must be new or empty.")
  private Path out;

  @Option(
      names = "--check",
      description = "Runs until the preset's promise can be judged, and fails if it is broken.")
  private boolean check;

  @Option(names = "--quiet", description = "Prints the last line only.")
  private boolean quiet;

  @Mixin private EngineOptions engine;

  RunCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InvalidConfig, InterruptedException {
    Preset opened = PresetArgument.open(wiring.presets(), preset);
    RunConfig config = changed(opened.config());
    Goal goal = Goal.of(until);
    if (check && until != null) {
      throw new InvalidConfig("--check", "ends the run by itself, so it cannot go with --until");
    }
    if (check && opened.expectation().equals(Expectation.OPEN)) {
      throw new InvalidConfig(
          "--check",
          "needs a preset that says what to expect, and \"" + opened.id() + "\" does not");
    }
    Engine chosen = engine.engine(terminal.err());
    Preset run = new Preset(opened.id(), opened.shipped(), opened.heading(), config);
    if (out == null) {
      return train(run, goal, chosen, Optional.empty());
    }
    try (RunRecorder recorder = wiring.runs().recordInto(out, config)) {
      return train(run, goal, chosen, Optional.of(recorder));
    }
  }

  private static Optional<String> broken(Preset run, RunSummary summary) {
    return Promise.broken(run, summary).map(sentence -> sentence + ".");
  }

  private RunConfig changed(RunConfig config) throws InvalidConfig {
    List<Assignment> changes = new ArrayList<>();
    for (String assignment : assignments) {
      changes.add(Assignment.parse(assignment));
    }
    if (steps != null) {
      changes.add(Assignment.of("steps", steps));
    }
    if (seed != null) {
      changes.add(Assignment.of("seed", seed));
    }
    return Assignment.apply(wiring.catalog(), config, changes);
  }

  private int train(Preset run, Goal goal, Engine chosen, Optional<RunRecorder> recorder)
      throws InterruptedException {
    WatchedRun.Viewer viewer = quiet ? (status, history, news) -> {} : new ProgressViewer(terminal);
    Until end = check ? Promise.until(run) : goal.until();
    List<RunListener> listeners = new ArrayList<>();
    recorder.ifPresent(listeners::add);
    try (TrainingSession session = wiring.session(chosen);
        CtrlC ctrlC = new CtrlC(() -> session.send(new Command.Stop()))) {
      RunSummary summary =
          new WatchedRun(session, wiring.metrics(run.config()))
              .run(new RunRequest(run.config(), false, end), listeners, viewer, ctrlC);
      recorder.ifPresent(RunRecorder::close);
      terminal.out().println(RunLines.summary(summary));
      if (summary.state() == RunState.STOPPED) {
        return Verdict.INTERRUPTED;
      }
      Optional<String> complaint =
          Verdict.complaint(summary, goal)
              .or(() -> check ? broken(run, summary) : Optional.empty())
              .or(() -> recorder.flatMap(RunRecorder::problem));
      complaint.ifPresent(terminal.err()::println);
      return complaint.isPresent() ? Verdict.FAILURE : Verdict.OK;
    }
  }
}
