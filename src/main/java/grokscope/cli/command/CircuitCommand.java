package grokscope.cli.command;

import grokscope.cli.Engine;
import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.kernel.Backend;
import grokscope.measure.fourier.CircuitCurves;
import grokscope.run.RunFolder;
import grokscope.run.StoredRun;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.train.lab.Choices;
import grokscope.train.look.CircuitMoment;
import grokscope.train.loop.StoredNetwork;
import grokscope.train.loop.StoredNetworkReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Reads a run's circuit backwards, with the key frequencies of its last network. Main thread. */
@CommandLine.Command(
    name = "circuit",
    description = {
      "Computes restricted and excluded loss at every checkpoint of a run on modular sums.",
      "The key frequencies are those of its final network; the output is CSV."
    })
final class CircuitCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;

  @Parameters(paramLabel = "FOLDER", description = "The folder that run --out or the lab wrote.")
  private Path folder;

  CircuitCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InvalidConfig {
    StoredRun run = wiring.runs().open(folder);
    RunFolder at = run.folder();
    List<CheckpointEntry> entries = at.listCheckpoints();
    if (entries.isEmpty()) {
      throw new InvalidConfig("", "this folder has no checkpoints of the run")
          .in(at.path().toString());
    }
    try (Backend backend = Engine.standard().loaded().backend();
        StoredNetworkReader reader =
            new StoredNetworkReader(config -> new Choices(config).lanesOf(backend))) {
      boolean split = run.listed().source().filter(from -> !from.splitKnown()).isEmpty();
      print(run.listed().config(), entries, reader, split);
    }
    return Verdict.OK;
  }

  /** Without a known split, there is nothing to be said of the training pairs. */
  private void print(
      RunConfig config, List<CheckpointEntry> entries, StoredNetworkReader reader, boolean split)
      throws InvalidConfig {
    CheckpointEntry last = entries.get(entries.size() - 1);
    List<Integer> keys = read(config, last, reader, List.of()).keys();
    terminal
        .out()
        .println("step,restricted_loss,excluded_loss,restricted_accuracy,excluded_accuracy");
    for (CheckpointEntry entry : entries) {
      CircuitCurves curves = read(config, entry, reader, keys).curves();
      terminal
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%d,%s,%s,%s,%s",
                  entry.step(),
                  curves.restricted().all().loss(),
                  split ? curves.excludedTrain().loss() : "",
                  curves.restricted().all().accuracy(),
                  split ? curves.excludedTrain().accuracy() : ""));
    }
  }

  private static CircuitMoment read(
      RunConfig config, CheckpointEntry entry, StoredNetworkReader reader, List<Integer> keys)
      throws InvalidConfig {
    StoredNetwork network = entry.network(0, config);
    try {
      return reader.circuit(network, keys);
    } catch (InvalidConfig refused) {
      throw refused.in(entry.file().toString());
    }
  }
}
