package grokscope.cli.command;

import grokscope.cli.Assignment;
import grokscope.cli.Engine;
import grokscope.cli.Terminal;
import grokscope.cli.Wiring;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.knob.Messages;
import grokscope.kernel.Backend;
import grokscope.measure.fourier.Score;
import grokscope.run.format.ArrayFile;
import grokscope.run.weights.Candidate;
import grokscope.run.weights.FoundWeights;
import grokscope.run.weights.RankedWeights;
import grokscope.run.weights.WeightsReader;
import grokscope.train.lab.Choices;
import grokscope.train.look.NetworkReport;
import grokscope.train.loop.StoredNetworkReader;
import grokscope.train.report.Findings;
import grokscope.train.report.WeightsOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
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

  @Mixin private WeightsOptions options;

  @Option(names = "--json", description = "Prints one line of JSON and nothing else.")
  private boolean json;

  ProbeCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InvalidConfig {
    Optional<RunConfig> config = options.settings(wiring);
    try (Backend backend = Engine.standard().loaded().backend();
        StoredNetworkReader reader =
            new StoredNetworkReader(settings -> new Choices(settings).lanesOf(backend))) {
      FoundWeights found = found(config);
      RankedWeights tried = tried(found, reader);
      RankedWeights ranking = options.pairs().map(tried::with).orElse(tried);
      WeightsOrigin origin = ranking.origin();
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

  private FoundWeights found(Optional<RunConfig> config) throws InvalidConfig {
    WeightsReader reader = new WeightsReader(wiring.catalog());
    ArrayFile file = ArrayFile.open(weights);
    return config.isPresent() ? reader.read(file, config.get()) : chosen(reader.read(file));
  }

  /** Those candidates whose network and task are as {@code --set} says. */
  private FoundWeights chosen(FoundWeights found) throws InvalidConfig {
    List<Assignment> changes = options.changes();
    if (changes.isEmpty()) {
      return found;
    }
    List<Candidate> kept = new ArrayList<>();
    Optional<InvalidConfig> refusal = Optional.empty();
    for (Candidate each : found.candidates()) {
      try {
        RunConfig said = Assignment.apply(wiring.catalog(), each.config(), changes);
        if (said.model().equals(each.config().model())
            && said.task().equals(each.config().task())) {
          kept.add(each.with(said));
        }
      } catch (InvalidConfig refused) {
        refusal = Optional.of(refusal.orElse(refused));
      }
    }
    if (kept.isEmpty()) {
      throw refusal.orElseGet(
          () ->
              new InvalidConfig(
                  "--set",
                  "says what none of the "
                      + found.candidates().size()
                      + " candidates has; the first of them is "
                      + found.candidates().get(0).words()
                      + found(found.candidates().get(0).config(), changes)));
    }
    boolean split = says(changes, SettingPaths.SEED) && says(changes, SettingPaths.TRAIN_FRACTION);
    return split ? found.with(kept).withSplitSaid() : found.with(kept);
  }

  private static boolean says(List<Assignment> changes, String path) {
    return changes.stream().anyMatch(change -> change.path().equals(path));
  }

  /** What weights say of the settings that were changed: ", with model.embedding=24". */
  private String found(RunConfig config, List<Assignment> changes) {
    String settings =
        changes.stream()
            .map(Assignment::path)
            .filter(
                path -> path.startsWith(SettingPaths.MODEL) || path.startsWith(SettingPaths.TASK))
            .filter(path -> wiring.catalog().knob(config, path).isPresent())
            .map(path -> path + "=" + config.get(path))
            .collect(Collectors.joining(", "));
    return settings.isEmpty() ? "" : ", with " + settings;
  }

  private static RankedWeights tried(FoundWeights found, StoredNetworkReader reader)
      throws InvalidConfig {
    List<Candidate> candidates = found.candidates();
    List<Score> scores =
        candidates.size() == 1
            ? List.of()
            : reader.scores(
                candidates.stream().map(each -> each.network(Optional.empty())).toList());
    return RankedWeights.of(found, scores);
  }
}
