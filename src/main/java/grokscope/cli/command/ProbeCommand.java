package grokscope.cli.command;

import grokscope.cli.Engine;
import grokscope.cli.PresetArgument;
import grokscope.cli.Terminal;
import grokscope.cli.Wiring;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.knob.Messages;
import grokscope.kernel.Backend;
import grokscope.run.format.SafetensorsFile;
import grokscope.telemetry.Tensor;
import grokscope.train.look.NetworkReport;
import grokscope.train.loop.StoredNetwork;
import grokscope.train.loop.StoredNetworkReader;
import grokscope.train.report.Findings;
import grokscope.train.report.WeightsOrigin;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a network that was trained elsewhere, or by an earlier run. Main thread only. */
@CommandLine.Command(
    name = "probe",
    description = {
      "Reads weights with TransformerLens's names and shapes, and reports what the network does.",
      "The preset gives the network, the data and which examples are hidden."
    })
final class ProbeCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;

  @Parameters(paramLabel = "WEIGHTS.safetensors", description = "The weights.")
  private Path weights;

  @Option(
      names = "--preset",
      required = true,
      paramLabel = "PRESET|FILE.json",
      description = "The network's preset, or the config.json of its run.")
  private String preset;

  @Option(names = "--json", description = "Prints one line of JSON and nothing else.")
  private boolean json;

  ProbeCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InvalidConfig {
    RunConfig config = PresetArgument.open(wiring.presets(), preset).config();
    String shown = Messages.clipped(weights.toString(), 200);
    NetworkReport report;
    try (Backend backend = Engine.standard().loaded().backend();
        StoredNetworkReader storedNetworkReader = new StoredNetworkReader(any -> backend)) {
      List<Tensor> tensors = SafetensorsFile.read(weights);
      report = storedNetworkReader.report(new StoredNetwork(0, 0, config, tensors));
    } catch (InvalidConfig refused) {
      throw refused.in(shown);
    }
    Findings findings = Findings.of(report, WeightsOrigin.OF_SETTINGS);
    ReportPrinter printer = new ReportPrinter(terminal);
    return json ? printer.json(findings) : printer.text(findings);
  }
}
