package grokscope.figure.print;

import grokscope.config.AtomicFile;
import grokscope.config.InvalidConfig;
import grokscope.config.ProgramVersion;
import grokscope.figure.ink.Ink;
import grokscope.figure.ink.PdfInk;
import grokscope.figure.ink.PixelInk;
import grokscope.figure.ink.PngFile;
import grokscope.figure.ink.SvgInk;
import grokscope.figure.ink.Typeface;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Figures as files. Stateless, any thread. */
public final class FigureFiles {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final double INCH = 72;

  private FigureFiles() {}

  /**
   * What is drawn, whatever it is.
   *
   * @param title what it shows, for those who cannot see it
   * @param sentence the same in a sentence
   * @param width in points
   * @param height in points
   * @param drawing draws it
   * @param program what draws it
   */
  public record Sheet(
      String title,
      String sentence,
      double width,
      double height,
      Consumer<Ink> drawing,
      ProgramVersion program) {}

  /**
   * A figure of curves, laid out.
   *
   * @throws InvalidConfig where it asks for what its runs have not
   */
  public static Sheet sheet(FigureSpec spec, FigureData data, Typeface face) throws InvalidConfig {
    FigureDrawing drawing = new FigureDrawing(spec, data, face);
    return new Sheet(
        data.title(),
        data.sentence(),
        drawing.width(),
        drawing.height(),
        drawing::draw,
        data.program());
  }

  /** A drawing without its XML declaration, to stand inside a page. */
  public static String svg(Sheet sheet, Typeface face) {
    SvgInk ink =
        new SvgInk(
            face,
            sheet.width(),
            sheet.height(),
            sheet.title(),
            sheet.sentence(),
            sheet.program().words());
    sheet.drawing().accept(ink);
    return ink.document();
  }

  /** The bytes of a file of a format; the same for the same figure, on every machine. */
  public static byte[] bytes(Sheet sheet, FigureFormat format, double dpi, Typeface face)
      throws IOException {
    return switch (format) {
      case SVG -> (XML + svg(sheet, face)).getBytes(StandardCharsets.UTF_8);
      case PDF -> pdf(sheet, face);
      case PNG -> {
        PixelInk ink = new PixelInk(face, sheet.width(), sheet.height(), dpi / INCH);
        sheet.drawing().accept(ink);
        yield PngFile.bytes(ink.image(), dpi, Map.of("Software", sheet.program().words()));
      }
    };
  }

  private static byte[] pdf(Sheet sheet, Typeface face) {
    try (PdfInk ink =
        new PdfInk(
            face,
            sheet.width(),
            sheet.height(),
            sheet.title(),
            sheet.sentence(),
            sheet.program().words())) {
      sheet.drawing().accept(ink);
      return ink.bytes();
    }
  }

  /**
   * Writes a figure, whole or not at all.
   *
   * @param replacing whether a file that is there may be replaced
   * @throws InvalidConfig with one sentence that names the file
   */
  public static void write(
      Sheet sheet, FigureFormat format, double dpi, Typeface face, Path to, boolean replacing)
      throws InvalidConfig {
    try {
      byte[] bytes = bytes(sheet, format, dpi, face);
      if (replacing) {
        AtomicFile.createAnew(to, draft -> Files.write(draft, bytes));
      } else {
        AtomicFile.create(to, draft -> Files.write(draft, bytes));
      }
    } catch (IOException e) {
      throw AtomicFile.refusal(to, e);
    }
  }
}
