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

/** Writes runs on disk as files for other programs, or as one figure. Main thread only. */
@CommandLine.Command(
    name = "export",
    description = {
      "Exports stored runs for other programs: tables, figures, a report.",
      "Nothing is overwritten. The formats are csv, json, svg, pdf, png, html, tensorboard,",
      "safetensors, transformer-lens. With --figure, all the runs are drawn in one figure."
    })
final class ExportCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      description = "The folders of the runs. A figure has those of its file where none is given.")
  private List<Path> folders = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      description = "What to write. Default: csv.")
  private @Nullable List<String> formats;

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

  @Option(
      names = "--figure",
      paramLabel = "FILE.json",
      description = {
        "Draws the runs in one figure: which panels, how wide in millimetres, the size of the",
        "type; what the file leaves out is as usual. The window saves such files."
      })
  private @Nullable Path figure;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = {
        "The figure's file, whose ending says what it is: .svg, .pdf or .png. Default: called",
        "like the --figure, in the folder of --out."
      })
  private @Nullable Path to;

  @Option(
      names = "--for",
      paramLabel = "PROGRAM",
      description = {
        "Which program --format safetensors is to suit: transformer-lens, whose loader also wants",
        "zero biases and a mask."
      })
  private @Nullable String reader;

  ExportCommand(Wiring wiring, Terminal terminal) {
    this.wiring = wiring;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InvalidConfig {
    Path file = figure;
    if (file == null) {
      if (to != null) {
        throw new InvalidConfig("--to", "is for a figure, and needs --figure beside it");
      }
      exportEach();
    } else {
      if (formats != null || scale != null || reader != null) {
        throw new InvalidConfig(
            "--figure",
            "says itself what is written, so there is no --format, no --scale and no --for");
      }
      terminal.out().println(new FigureExport(wiring.exporter()).write(folders, file, to, out));
    }
    return Verdict.OK;
  }

  private void exportEach() throws InvalidConfig {
    if (folders.isEmpty()) {
      throw new InvalidConfig("FOLDER", "is missing: which run shall be exported?");
    }
    int pixels = scale();
    List<ExportFormat> chosen = new ArrayList<>();
    for (String format : wanted()) {
      chosen.add(
          ExportFormats.of(format, pixels)
              .orElseThrow(
                  () ->
                      new InvalidConfig(
                          "--format",
                          "is \""
                              + Messages.clipped(format, 40)
                              + "\", but must be one of "
                              + known())));
    }
    for (Path folder : folders) {
      ExportedRun run = wiring.exporter().read(folder);
      for (ExportFormat format : chosen) {
        Path file = out.resolve(format.fileName(run));
        RunExporter.write(run, format, file);
        terminal.out().println(file);
      }
    }
  }

  /** The formats in which to write. */
  private List<String> wanted() throws InvalidConfig {
    List<String> wanted =
        formats == null ? List.of("csv") : formats.stream().map(String::strip).toList();
    if (reader == null) {
      return wanted;
    }
    if (!reader.strip().equals(ExportFormats.TRANSFORMER_LENS)) {
      throw new InvalidConfig(
          "--for", "is \"" + Messages.clipped(reader, 40) + "\", but must be transformer-lens");
    }
    if (!wanted.contains(ExportFormats.WEIGHTS)) {
      throw new InvalidConfig("--for", "is about weights, and needs --format safetensors");
    }
    return wanted.stream()
        .map(id -> id.equals(ExportFormats.WEIGHTS) ? ExportFormats.TRANSFORMER_LENS : id)
        .toList();
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
