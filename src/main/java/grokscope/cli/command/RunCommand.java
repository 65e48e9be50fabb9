package grokscope.cli.command;

import grokscope.cli.Assignment;
import grokscope.cli.CheckpointOption;
import grokscope.cli.Engine;
import grokscope.cli.EngineOptions;
import grokscope.cli.Goal;
import grokscope.cli.PresetArgument;
import grokscope.cli.Terminal;
import grokscope.cli.Wiring;
import grokscope.cli.watch.OutcomeCheck;
import grokscope.cli.watch.RecordedRun;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.preset.Expectation;
import grokscope.config.preset.Preset;
import grokscope.config.preset.PresetNotes;
import grokscope.run.Recorder;
import grokscope.run.RunLibrary;
import grokscope.run.RunPreset;
import grokscope.story.OutcomeListener;
import grokscope.telemetry.RunEvent;
import grokscope.train.loop.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains one run in the terminal. Main thread only. */
@CommandLine.Command(
    name = "run",
    description = "Trains one run in the terminal; the last line is its summary in JSON.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the run ended as asked",
      "1:the run failed, diverged, did not reach its --until, or broke its promise",
      "2:the input was rejected, or the numeric libraries do not work; one sentence says why",
      "130:interrupted; the summary is still written"
    })
final class RunCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "PRESET|FILE.json",
      description = "The id of a preset (see the command presets), or a preset or config file.")
  private @Nullable String preset;

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = "Changes a setting; may be repeated. The settings are listed below.")
  private List<String> assignments = List.of();

  @Option(names = "--steps", paramLabel = "N", description = "The same as --set steps=N.")
  private @Nullable String steps;

  @Option(names = "--seed", paramLabel = "S", description = "The same as --set seed=S.")
  private @Nullable String seed;

  @Option(
      names = "--until",
      paramLabel = "generalized|grokked|diverged",
      description = "Ends the run early when this happens.")
  private @Nullable String until;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Writes the run into this folder, which must be new or empty.")
  private @Nullable Path out;

  @Option(
      names = "--check",
      description = "Runs until the preset's promise can be judged, and fails if it is broken.")
  private boolean check;

  @Option(names = "--quiet", description = "Prints the last line only.")
  private boolean quiet;

  @Option(
      names = "--replay",
      paramLabel = "FOLDER",
      description =
          "Instead of a preset: repeats the run recorded in this folder from its first step, with"
              + " the same knob changes at the same steps.")
  private @Nullable Path replay;

  @Mixin private CheckpointOption checkpoints;
  @Mixin private EngineOptions engine;

  RunCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InvalidConfig, InterruptedException {
    Source source = source();
    Preset opened = source.preset();
    RunConfig config = changed(opened.config());
    int every = checkpoints.every();
    Goal goal = Goal.of(until);
    if (check && until != null) {
      throw new InvalidConfig(
          "--check", "ends the run by itself, so it cannot be combined with --until");
    }
    if (check && opened.expectation().equals(Expectation.OPEN)) {
      throw new InvalidConfig(
          "--check", "needs a preset with an expectation, and \"" + opened.id() + "\" has none");
    }
    Engine chosen =
        source.replayed().isPresent()
            ? engine.engine(terminal.err(), source.replayed().get())
            : engine.engine(terminal.err());
    Preset run = new Preset(opened.id(), opened.shipped(), opened.presetNotes(), config);
    RunRequest request =
        new RunRequest(config, false, check ? OutcomeCheck.until(run) : goal.until())
            .withCheckpointEvery(every)
            .withTurns(source.turns());
    if (out == null) {
      return train(run, request, goal, chosen, Optional.empty());
    }
    try (Recorder recorder = wiring.writer().recordInto(out, config, source.from())) {
      return train(run, request, goal, chosen, Optional.of(recorder));
    }
  }

  /**
   * What is run.
   *
   * @param replayed the recording that it repeats, if it is one
   */
  private record Source(Preset preset, Optional<RunLibrary.Recorded> replayed) {
    RunPreset from() {
      return replayed.map(RunLibrary.Recorded::from).orElseGet(() -> RunPreset.of(preset));
    }

    /** The knobs that are turned as it goes. */
    List<RunEvent.KnobTurned> turns() {
      return replayed.map(RunLibrary.Recorded::turns).orElse(List.of());
    }
  }

  private Source source() throws InvalidConfig {
    if (replay == null) {
      if (preset == null) {
        throw new InvalidConfig(
            "", "Missing required parameter: 'PRESET|FILE.json', or --replay FOLDER");
      }
      return new Source(PresetArgument.open(wiring.presets(), preset, terminal), Optional.empty());
    }
    if (preset != null) {
      throw new InvalidConfig(
          "", "--replay FOLDER already says what to run, so it cannot be combined with a preset");
    }
    RunLibrary.Recorded recorded = wiring.runs().recorded(replay);
    String name = replay.toString();
    return new Source(
        new Preset(name, false, PresetNotes.bare(name), recorded.config()), Optional.of(recorded));
  }

  private int train(
      Preset run, RunRequest request, Goal goal, Engine chosen, Optional<Recorder> recorder)
      throws InterruptedException {
    return new RecordedRun(wiring, terminal, quiet)
        .run(
            request,
            chosen,
            goal,
            recorder,
            check ? Optional.of(run) : Optional.empty(),
            new OutcomeListener(run.config(), wiring.metrics(run.config())));
  }

  private RunConfig changed(RunConfig config) throws InvalidConfig {
    List<Assignment> changes = Assignment.parse(assignments);
    if (steps != null) {
      changes.add(Assignment.of(SettingPaths.STEPS, steps));
    }
    if (seed != null) {
      changes.add(Assignment.of(SettingPaths.SEED, seed));
    }
    return Assignment.apply(wiring.catalog(), config, changes);
  }
}
