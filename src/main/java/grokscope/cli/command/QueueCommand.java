package grokscope.cli.command;

import grokscope.cli.Assignment;
import grokscope.cli.EngineOptions;
import grokscope.cli.Goal;
import grokscope.cli.PresetArgument;
import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.cli.queue.QueueFolders;
import grokscope.cli.queue.QueueResult;
import grokscope.cli.queue.QueueRunner;
import grokscope.cli.queue.QueueTable;
import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.preset.Preset;
import grokscope.config.queue.QueueFile;
import grokscope.config.queue.QueuePlan;
import grokscope.config.queue.Variation;
import grokscope.run.RunPreset;
import grokscope.run.format.RunText;
import grokscope.telemetry.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains many runs one after the other. Main thread only. */
@CommandLine.Command(
    name = "queue",
    description = {
      "Trains every combination of some settings, one run after the other, and prints a table.",
      "In the table, memorised and generalised are the steps at which train and test accuracy",
      "reached their thresholds, between two evaluations; delay is the number of steps from the"
          + " one",
      "to the other.",
      "Ctrl-C stops at the next step and saves what there is; a second one quits at once."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all runs finished",
      "1:a run failed",
      "2:the input was rejected before any run; one sentence says why",
      "130:interrupted; the same command with the same --out continues"
    })
final class QueueCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE.json|PRESET",
      description =
          "A queue, such as {\"preset\": \"first-look\", \"vary\": {\"data.trainFraction\": [0.3,"
              + " 0.4]}, \"seeds\": [0, 1], \"steps\": 3000, \"until\": \"grokked\"}, or a preset.")
  private String input;

  @Option(
      names = "--vary",
      paramLabel = "path=value,value",
      description =
          "The values that a setting takes in turn, or a range such as 5-9 or \"0.3-0.5 by 0.1\";"
              + " repeatable.")
  private List<String> variations = List.of();

  @Option(names = "--seeds", paramLabel = "0,1,2|0-4", description = "The seeds of every run.")
  private @Nullable String seeds;

  @Option(names = "--steps", paramLabel = "N", description = "The steps of every run.")
  private @Nullable String steps;

  @Option(
      names = "--until",
      paramLabel = "generalized|grokked|diverged",
      description = "Ends a run early when this happens.")
  private @Nullable String until;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Writes each run into its own folder inside this one; finished runs are skipped, and"
              + " interrupted ones continue.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Prints a line of JSON for each run, and nothing else.")
  private boolean json;

  @Mixin private EngineOptions engine;

  QueueCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InvalidConfig, InterruptedException {
    Optional<QueueFile> file = file();
    Goal goal = Goal.of(file.flatMap(QueueFile::until).orElse(until));
    Preset from = preset(file);
    QueuePlan plan = file.isPresent() ? plan(from.config(), file.get()) : plan(from.config());
    QueueFolders folders =
        new QueueFolders(
            wiring.runs(), wiring.writer(), RunPreset.of(from), Optional.ofNullable(out));
    folders.check(plan);
    List<QueueResult> results = new ArrayList<>();
    boolean whole =
        new QueueRunner(wiring, terminal, engine, folders, goal, json)
            .run(plan, result -> take(result, results));
    if (!json) {
      results.sort(Comparator.comparingInt(result -> result.run().number()));
      terminal.out().println();
      QueueTable.of(results).forEach(terminal.out()::println);
    }
    if (!whole) {
      return Verdict.INTERRUPTED;
    }
    String failed = RunText.word(RunState.FAILED);
    return results.stream().anyMatch(result -> result.state().equals(failed))
        ? Verdict.FAILURE
        : Verdict.OK;
  }

  private void take(QueueResult result, List<QueueResult> results) {
    results.add(result);
    if (json) {
      terminal.out().println(result.line());
    }
  }

  /** The queue in the file that was named, if it is one. */
  private Optional<QueueFile> file() throws InvalidConfig {
    if (!input.endsWith(".json") || !Files.isRegularFile(Path.of(input))) {
      return Optional.empty();
    }
    try {
      Map<String, @Nullable Object> object = Json.read(AtomicFile.read(Path.of(input)));
      if (!QueueFile.isQueue(object)) {
        return Optional.empty(); // then it is a preset
      }
      if (!variations.isEmpty() || seeds != null || steps != null || until != null) {
        throw new InvalidConfig(
            "", "a queue file itself sets what --vary, --seeds, --steps and --until set");
      }
      return Optional.of(QueueFile.read(object));
    } catch (InvalidConfig refused) {
      throw refused.in(input);
    }
  }

  /** What all runs are variations of. */
  private Preset preset(Optional<QueueFile> file) throws InvalidConfig {
    if (file.isEmpty()) {
      return PresetArgument.open(wiring.presets(), input, terminal);
    }
    try {
      return PresetArgument.open(wiring.presets(), file.get().preset(), terminal);
    } catch (InvalidConfig refused) {
      throw refused.in(input);
    }
  }

  private QueuePlan plan(RunConfig preset, QueueFile file) throws InvalidConfig {
    try {
      RunConfig base = preset;
      if (file.steps().isPresent()) {
        base = wiring.catalog().with(base, SettingPaths.STEPS, file.steps().get());
      }
      return planned(base, file.variations(), file.steps().isPresent());
    } catch (InvalidConfig refused) {
      throw refused.in(input);
    }
  }

  private QueuePlan plan(RunConfig preset) throws InvalidConfig {
    RunConfig base = preset;
    if (steps != null) {
      base =
          Assignment.apply(
              wiring.catalog(), base, List.of(Assignment.of(SettingPaths.STEPS, steps.strip())));
    }
    List<Variation> all = new ArrayList<>();
    for (String variation : variations) {
      all.add(Variation.parse(wiring.catalog(), base, "--vary", variation));
    }
    if (seeds != null) {
      all.add(Variation.seeds(wiring.catalog(), base, seeds));
    }
    return planned(base, all, steps != null);
  }

  private QueuePlan planned(RunConfig base, List<Variation> varied, boolean stepsGiven)
      throws InvalidConfig {
    if (stepsGiven && varied.stream().anyMatch(each -> each.path().equals(SettingPaths.STEPS))) {
      throw new InvalidConfig(
          SettingPaths.STEPS, "is varied, so it cannot also be set for every run");
    }
    return QueuePlan.of(wiring.catalog(), base, varied);
  }
}
