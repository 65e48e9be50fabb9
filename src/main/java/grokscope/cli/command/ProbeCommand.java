package grokscope.cli.command;

import grokscope.cli.Engine;
import grokscope.cli.PresetArgument;
import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.knob.Messages;
import grokscope.kernel.Backend;
import grokscope.measure.MetricIds;
import grokscope.run.format.SafetensorsFile;
import grokscope.telemetry.Tensor;
import grokscope.train.look.NetworkReport;
import grokscope.train.look.NeuronCounts;
import grokscope.train.look.ReportGroup;
import grokscope.train.loop.StoredNetwork;
import grokscope.train.loop.StoredNetworkReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    if (json) {
      terminal.out().println(Json.line(object(report)));
    } else {
      print(report);
    }
    return Verdict.OK;
  }

  private static Map<String, Object> object(NetworkReport report) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("loss", report.all().loss());
    object.put("accuracy", report.all().accuracy());
    object.put(MetricIds.TRAIN_LOSS, report.train().loss());
    object.put(MetricIds.TRAIN_ACCURACY, report.train().accuracy());
    object.put(MetricIds.TEST_LOSS, report.test().loss());
    object.put(MetricIds.TEST_ACCURACY, report.test().accuracy());
    object.put(MetricIds.WEIGHT_NORM, report.weightNorm());
    object.put("weight_norms", report.squares());
    report
        .circuit()
        .ifPresent(
            circuit -> {
              object.put(MetricIds.KEY_FREQUENCIES, circuit.keyFrequencies());
              object.put("key_frequency_shares", circuit.shares());
              object.put("key_frequencies_of", circuit.weights().words());
              object.put(MetricIds.EMBEDDING_GINI, circuit.embeddingGini());
              object.put(MetricIds.RESTRICTED_LOSS, circuit.restrictedLoss());
              object.put(MetricIds.TRIG_LOSS, circuit.trigLoss());
              object.put(MetricIds.TRIG_SHARE, circuit.trigShare());
            });
    if (!report.unread().isEmpty()) {
      object.put("not_read", report.unread());
    }
    if (!report.neurons().isEmpty()) {
      object.put("neurons", report.neurons().stream().map(ProbeCommand::object).toList());
    }
    return object;
  }

  private static Map<String, Object> object(NeuronCounts counts) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("all", counts.all());
    object.put("dead", counts.dead());
    object.put("per_frequency", counts.perFrequency());
    return object;
  }

  private void print(NetworkReport report) {
    for (ReportGroup group : ReportGroup.of(report)) {
      for (ReportGroup.Line line : group.lines()) {
        terminal.out().println(String.format(Locale.ROOT, "%-52s %s", line.words(), text(line)));
      }
    }
  }

  private static String text(ReportGroup.Line line) {
    return line.whyNot()
        .map(why -> "not read, because " + why)
        .orElseGet(() -> String.format(Locale.ROOT, line.whole() ? "%.0f" : "%.6g", line.value()));
  }
}
