package grokscope.run.export;

import grokscope.figure.print.FigureFormat;
import java.util.List;
import java.util.Optional;

/** The list of formats. */
public final class ExportFormats {
  /** The scales of pictures that are offered: this many pixels for one of the screen's. */
  public static final List<Integer> SCALES = List.of(1, 2, 4, 8);

  /** The scale of a picture where nobody chooses. */
  public static final int USUAL_SCALE = 2;

  /** The weights of a run as they are. */
  public static final String WEIGHTS = "safetensors";

  /** The weights of a run with all that TransformerLens wants beside them. */
  public static final String TRANSFORMER_LENS = "transformer-lens";

  private static final String PICTURE = "png";

  /** All of them. */
  public static final List<ExportFormat> ALL =
      List.of(
          new ExportFormat(
              "csv", ".csv", "All values as a table, below the settings as comments", Tables::csv),
          new ExportFormat("json", ".json", "Settings, summary and all values", Tables::json),
          new ExportFormat(
              "svg",
              ".svg",
              "The curves as a drawing, whose words can be edited",
              CurveFigure.writer(FigureFormat.SVG, 1)),
          new ExportFormat(
              "pdf",
              ".pdf",
              "The curves as a page for print, whose words can be searched",
              CurveFigure.writer(FigureFormat.PDF, 1)),
          picture(USUAL_SCALE),
          new ExportFormat(
              "html", ".html", "A report in one file that works offline", Report::write),
          new ExportFormat(
              "tensorboard",
              ".tfevents",
              "Scalars that TensorBoard reads; give it a folder of its own",
              TensorBoardFile::write),
          new ExportFormat(WEIGHTS, ".safetensors", "The final weights", Tables::weights),
          new ExportFormat(
              TRANSFORMER_LENS,
              ".transformer-lens.safetensors",
              "The final weights as TransformerLens loads them",
              TransformerLensFile::write));

  private ExportFormats() {}

  /** How wide a picture of this scale is, in pixels. */
  public static int width(int scale) {
    return CurveFigure.PIXELS * scale;
  }

  /** The curves as a picture with this many pixels for one of the screen's. */
  private static ExportFormat picture(int scale) {
    return new ExportFormat(
        PICTURE, ".png", "The curves as a picture", CurveFigure.writer(FigureFormat.PNG, scale));
  }

  /**
   * The format with this id.
   *
   * @param scale one of {@link #SCALES}; only pictures have one
   */
  public static Optional<ExportFormat> of(String id, int scale) {
    return id.equals(PICTURE)
        ? Optional.of(picture(scale))
        : ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /** Whether a format has a scale. */
  public static boolean scaled(ExportFormat format) {
    return format.id().equals(PICTURE);
  }
}
