package grokscope.cli.command;

import grokscope.cli.Assignment;
import grokscope.cli.Engine;
import grokscope.cli.PresetArgument;
import grokscope.cli.Terminal;
import grokscope.cli.Wiring;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.knob.Messages;
import grokscope.kernel.Backend;
import grokscope.run.format.ArrayFile;
import grokscope.run.weights.Candidate;
import grokscope.run.weights.FoundWeights;
import grokscope.run.weights.PairList;
import grokscope.run.weights.Ranking;
import grokscope.run.weights.WeightsReader;
import grokscope.train.look.NetworkReport;
import grokscope.train.look.TrialScore;
import grokscope.train.loop.StoredNetworkReader;
import grokscope.train.report.Findings;
import grokscope.train.report.WeightsOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a network that was trained elsewhere, or by an earlier run. Main thread only. */
@CommandLine.Command(
    name = "probe",
    description = {
      "Reads the weights of a network and reports what the network does.",
      "Names and shapes say what network it is; without settings, every task that fits is tried,"
          + " and the one that it answers best is reported."
    })
final class ProbeCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "WEIGHTS",
      description = "The weights: a safetensors file, or one that PyTorch saved.")
  private Path weights;

  @Option(
      names = "--preset",
      paramLabel = "PRESET|FILE.json",
      description = "The network's preset, or the config.json of its run.")
  private @Nullable String preset;

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = "Changes a setting of the preset; may be repeated.")
  private List<String> assignments = List.of();

  @Option(
      names = "--split",
      paramLabel = "PAIRS.csv",
      description = {
        "The pairs that were trained on: a line x,y for each, or x,y,train and x,y,test."
      })
  private @Nullable Path split;

  @Option(names = "--json", description = "Prints one line of JSON and nothing else.")
  private boolean json;

  ProbeCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InvalidConfig {
    Optional<RunConfig> config = settings();
    try (Backend backend = Engine.standard().loaded().backend();
        StoredNetworkReader reader = new StoredNetworkReader(any -> backend)) {
      FoundWeights found = found(config);
      Ranking tried = tried(found, reader);
      Ranking ranking = split == null ? tried : tried.with(PairList.read(split));
      WeightsOrigin origin = ranking.origin(config.isPresent());
      NetworkReport report = reader.report(ranking.network());
      Findings findings = Findings.of(report, origin);
      ReportPrinter printer = new ReportPrinter(terminal);
      return json
          ? printer.json(
              findings, ReadingJson.object(found.form(), ranking, origin.split(), report))
          : printer.text(findings);
    } catch (InvalidConfig refused) {
      throw refused.in(Messages.clipped(weights.toString(), 200));
    }
  }

  /** What was chosen for the weights; nothing where they are to tell. */
  private Optional<RunConfig> settings() throws InvalidConfig {
    if (preset == null) {
      if (!assignments.isEmpty()) {
        throw new InvalidConfig("--set", "changes the settings of a preset, so it needs --preset");
      }
      return Optional.empty();
    }
    List<Assignment> changes = new ArrayList<>();
    for (String assignment : assignments) {
      changes.add(Assignment.parse(assignment));
    }
    RunConfig opened = PresetArgument.open(wiring.presets(), preset).config();
    return Optional.of(Assignment.apply(wiring.catalog(), opened, changes));
  }

  private FoundWeights found(Optional<RunConfig> config) throws InvalidConfig {
    WeightsReader reader = new WeightsReader(wiring.catalog());
    ArrayFile file = ArrayFile.open(weights);
    return config.isPresent() ? reader.read(file, config.get()) : reader.read(file);
  }

  private static Ranking tried(FoundWeights found, StoredNetworkReader reader)
      throws InvalidConfig {
    List<Candidate> candidates = found.candidates();
    List<TrialScore> scores =
        candidates.size() == 1
            ? List.of()
            : reader.scores(
                candidates.stream().map(each -> each.network(Optional.empty())).toList());
    return Ranking.of(found, scores);
  }
}
