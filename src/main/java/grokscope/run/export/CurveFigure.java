package grokscope.run.export;

import grokscope.config.InvalidConfig;
import grokscope.figure.ink.Letters;
import grokscope.figure.ink.Typeface;
import grokscope.figure.print.FigureData;
import grokscope.figure.print.FigureFiles;
import grokscope.figure.print.FigureFiles.Sheet;
import grokscope.figure.print.FigureFormat;
import grokscope.figure.print.FigureLook;
import grokscope.figure.print.FigurePage;
import grokscope.figure.print.FigureRun;
import grokscope.figure.print.FigureSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All that one run has measured as a figure of a screen's width, below what the run turned out to
 * be. Stateless, any thread.
 */
final class CurveFigure {
  /** Its width on a screen. */
  static final int PIXELS = 900;

  /** Pixels of a screen to an inch. */
  private static final double SCREEN = 96;

  private static final double WIDTH = PIXELS * 25.4 / SCREEN;
  private static final double PLOT = 42;
  private static final double TYPE = 9;
  private static final int NOTE = 4; // lines of it

  private CurveFigure() {}

  private static FigureSpec spec() {
    return FigureSpec.USUAL.on(
        new FigurePage(
            WIDTH, List.of(PLOT), TYPE, FigureLook.LIGHT, FigureFormat.SVG, (int) SCREEN));
  }

  /** Writes it as a file of a format. */
  static ExportFormat.Writer writer(FigureFormat format, int scale) {
    return (run, file) -> write(run, file, format, scale);
  }

  private static void write(ExportedRun run, Path file, FigureFormat format, int scale)
      throws IOException, InvalidConfig {
    Typeface face = Typeface.load();
    Files.write(file, FigureFiles.bytes(sheet(run, true, face), format, SCREEN * scale, face));
  }

  /** The drawing without a heading and an XML declaration, to stand inside a page. */
  static String svg(ExportedRun run) throws InvalidConfig {
    Typeface face = Typeface.load();
    return FigureFiles.svg(sheet(run, false, face), face);
  }

  private static Sheet sheet(ExportedRun run, boolean headed, Typeface face) throws InvalidConfig {
    FigureData data =
        new FigureData(
            run.title(),
            run.told().sentence(),
            headed ? heading(run, face) : List.of(),
            List.of(new FigureRun("", RunFigure.color(run.identity()), run.history())),
            OptionalDouble.empty(),
            run.told().phases().stream().map(FigureData.Phase::of).toList(),
            run.told().marks().stream().map(Told.Mark::drawn).toList(),
            headed
                ? List.of("Run " + run.name() + ", drawn by " + run.program().words() + ".")
                : List.of(),
            run.program());
    return FigureFiles.sheet(spec(), data, face);
  }

  /** The run's title, what it turned out to be, and the beginning of its note. */
  private static List<String> heading(ExportedRun run, Typeface face) {
    Letters letters = new Letters(TYPE, false, 0);
    List<String> note = new ArrayList<>();
    run.remarks()
        .note()
        .lines()
        .forEach(
            line -> note.addAll(face.wrapped(line, letters, FigurePage.points(WIDTH) - 2 * TYPE)));
    List<String> lines = new ArrayList<>(List.of(run.title(), run.told().sentence()));
    lines.addAll(note.subList(0, Math.min(NOTE, note.size())));
    if (note.size() > NOTE) {
      lines.add("…");
    }
    return lines;
  }
}
