package grokscope.cli.command;

import grokscope.config.InvalidConfig;
import grokscope.figure.ink.Typeface;
import grokscope.figure.print.FigureFiles;
import grokscope.figure.print.FigureFormat;
import grokscope.figure.print.FigureSpec;
import grokscope.figure.print.FigureSpecFormat;
import grokscope.run.export.RunExporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws stored runs in one figure, as a file says. Main thread only. */
final class FigureExport {
  private static final String JSON = ".json";

  private final RunExporter exporter;

  FigureExport(RunExporter exporter) {
    this.exporter = exporter;
  }

  /**
   * Writes the figure, whole or not at all.
   *
   * @param folders of the runs; where there is none, those that the file names, seen from its place
   * @param file what the figure shows
   * @param to where it is written; null for the name of the file in a folder
   * @param out that folder
   * @return where it was written
   * @throws InvalidConfig with one sentence that names what is refused
   */
  Path write(List<Path> folders, Path file, @Nullable Path to, Path out) throws InvalidConfig {
    FigureSpec read = FigureSpecFormat.read(file);
    FigureSpec spec = to == null ? read : read.on(read.page().as(format(to)));
    Path target = to == null ? out.resolve(name(file) + spec.page().format().ending()) : to;
    List<Path> runs =
        folders.isEmpty()
            ? spec.runs().stream().map(run -> file.resolveSibling(run)).toList()
            : folders;
    if (runs.isEmpty()) {
      throw new InvalidConfig(
              "runs", "are missing: give their folders on the command line, or in the file")
          .in(file.toString());
    }
    Typeface face = Typeface.load();
    FigureFiles.Sheet sheet = sheet(spec, runs, face, file);
    FigureFiles.write(sheet, spec.page().format(), spec.page().dpi(), face, target, false);
    return target;
  }

  private FigureFiles.Sheet sheet(FigureSpec spec, List<Path> runs, Typeface face, Path file)
      throws InvalidConfig {
    var data = exporter.figure(runs, spec.merged());
    try {
      return FigureFiles.sheet(spec, data, face);
    } catch (InvalidConfig refused) {
      throw refused.in(file.toString());
    }
  }

  private static FigureFormat format(Path to) throws InvalidConfig {
    String name = to.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(FigureFormat.values())
        .filter(format -> name.endsWith(format.ending()))
        .findFirst()
        .orElseThrow(
            () -> new InvalidConfig("--to", "is " + to + ", but must end in .svg, .pdf or .png"));
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(JSON) ? name.substring(0, name.length() - JSON.length()) : name;
  }
}
