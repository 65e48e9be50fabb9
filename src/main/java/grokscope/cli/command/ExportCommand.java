package grokscope.cli.command;

import grokscope.cli.Terminal;
import grokscope.cli.Verdict;
import grokscope.cli.Wiring;
import grokscope.config.InvalidConfig;
import grokscope.config.knob.Messages;
import grokscope.run.export.ExportFormat;
import grokscope.run.export.ExportFormats;
import grokscope.run.export.ExportedRun;
import grokscope.run.export.RunExporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a run on disk as files for other programs. Main thread only. */
@CommandLine.Command(
    name = "export",
    description = {
      "Exports a stored run for other programs: tables, figures, a report.",
      "Nothing is overwritten. The formats are csv, json, svg, png, html, tensorboard, safetensors."
    })
final class ExportCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;

  @Parameters(paramLabel = "FOLDER", description = "The folder of the run.")
  private Path folder;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      split = ",",
      description = "What to write. Default: csv.")
  private List<String> formats;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where to write it. Default: the current folder.")
  private Path out;

  @Option(
      names = "--scale",
      paramLabel = "N",
      description = "Pixels of a png per pixel of the screen: 1, 2, 4 or 8. Default: 2.")
  private @Nullable String scale;

  ExportCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InvalidConfig {
    int pixels = scale();
    List<ExportFormat> chosen = new ArrayList<>();
    for (String format : formats) {
      chosen.add(
          ExportFormats.of(format.strip(), pixels)
              .orElseThrow(
                  () ->
                      new InvalidConfig(
                          "--format",
                          "is \""
                              + Messages.clipped(format, 40)
                              + "\", but must be one of "
                              + known())));
    }
    ExportedRun run = wiring.exporter().read(folder);
    for (ExportFormat format : chosen) {
      Path file = out.resolve(format.fileName(run));
      RunExporter.write(run, format, file);
      terminal.out().println(file);
    }
    return Verdict.OK;
  }

  private int scale() throws InvalidConfig {
    String wanted = scale;
    if (wanted == null) {
      return ExportFormats.USUAL_SCALE;
    }
    return ExportFormats.SCALES.stream()
        .filter(allowed -> wanted.strip().equals(String.valueOf(allowed)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidConfig(
                    "--scale",
                    "is \"" + Messages.clipped(wanted, 40) + "\", but must be 1, 2, 4 or 8"));
  }

  private static String known() {
    return ExportFormats.ALL.stream().map(ExportFormat::id).collect(Collectors.joining(", "));
  }
}
