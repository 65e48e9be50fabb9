package grokscope.run.export;

import java.util.List;
import java.util.Optional;

/** The list of formats. */
public final class ExportFormats {
  /** How many pixels of a figure are one of the screen's. */
  private static final double PICTURE_SCALE = 2;

  /** All of them. */
  public static final List<ExportFormat> ALL =
      List.of(
          new ExportFormat(
              "csv", ".csv", "All values as a table, below the settings as comments", Tables::csv),
          new ExportFormat("json", ".json", "Settings, summary and all values", Tables::json),
          new ExportFormat("svg", ".svg", "The curves as a drawing of lines", CurveFigure::svg),
          new ExportFormat(
              "png",
              ".png",
              "The curves as a picture",
              (run, file) -> CurveFigure.png(run, file, PICTURE_SCALE)),
          new ExportFormat(
              "html", ".html", "A report of one file that needs no network", Report::write),
          new ExportFormat(
              "tensorboard",
              ".tfevents",
              "Scalars that TensorBoard reads; give it a folder of its own",
              TensorBoardFile::write),
          new ExportFormat(
              "safetensors", ".safetensors", "The weights at the end", Tables::weights));

  private ExportFormats() {}

  /** The format with this id. */
  public static Optional<ExportFormat> of(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }
}
