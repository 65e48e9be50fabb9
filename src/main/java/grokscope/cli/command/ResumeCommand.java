package grokscope.cli.command;

import grokscope.cli.Assignment;
import grokscope.cli.CheckpointOption;
import grokscope.cli.Engine;
import grokscope.cli.EngineOptions;
import grokscope.cli.Goal;
import grokscope.cli.Terminal;
import grokscope.cli.Wiring;
import grokscope.cli.watch.RecordedRun;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.run.ContinuedRun;
import grokscope.run.Recorder;
import grokscope.story.OutcomeListener;
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

/** Goes on with a run where it was stopped, finished or cut off. Main thread only. */
@CommandLine.Command(
    name = "resume",
    description = {
      "Continues a run from its last checkpoint, with the same numbers as if it had never stopped.",
      "The last line is its summary in JSON."
    })
final class ResumeCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;

  @Parameters(paramLabel = "FOLDER", description = "The folder that run --out or the lab wrote.")
  private Path folder;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Total number of steps. Default: that of its config.")
  private @Nullable String steps;

  @Option(names = "--quiet", description = "Prints the last line only.")
  private boolean quiet;

  @Mixin private CheckpointOption checkpoints;
  @Mixin private EngineOptions engine;

  ResumeCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InvalidConfig, InterruptedException {
    int every = checkpoints.every();
    ContinuedRun run = wiring.writer().resume(folder, (began, done) -> total(began));
    try (Recorder recorder = run.recorder()) {
      RunRequest request = run.request().withCheckpointEvery(every);
      Engine chosen = engine.engine(terminal.err(), run);
      return new RecordedRun(wiring, terminal, quiet)
          .run(
              request,
              chosen,
              Goal.STEPS,
              Optional.of(recorder),
              Optional.empty(),
              new OutcomeListener(request.config(), run.before().history()));
    }
  }

  private int total(RunConfig config) throws InvalidConfig {
    return steps == null
        ? config.steps()
        : Assignment.apply(
                wiring.catalog(), config, List.of(Assignment.of(SettingPaths.STEPS, steps)))
            .steps();
  }
}
