package grokscope.ui.picture;

import grokscope.ui.picture.paint.Plot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/** Saves pictures as files, twice as large as on the screen. FX thread only. */
record PictureSaver(PictureFiles files) {
  private static final double SCALE = 2;

  /**
   * Asks where to save a picture, and saves it; a problem is shown.
   *
   * @param title what the file is called, but for signs that have no place in a file's name
   * @param image makes the image, once a file has been chosen
   */
  void save(String title, Supplier<WritableImage> image) {
    String name = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]+", "-") + ".png";
    files.target(name).ifPresent(file -> write(image.get(), file));
  }

  private void write(WritableImage image, Path file) {
    try {
      PngFile.write(image, file);
    } catch (IOException notWritable) {
      files.refused(file + " was not written: " + notWritable.getMessage() + ".");
    }
  }

  /** What is on the screen, drawn anew with more dots. */
  static WritableImage image(Node figure) {
    SnapshotParameters twice = new SnapshotParameters();
    twice.setTransform(Transform.scale(SCALE, SCALE));
    density(figure, SCALE);
    Bounds size = figure.getLayoutBounds(); // beyond which the ends of lines of words may reach
    WritableImage image =
        new WritableImage(
            (int) Math.ceil(SCALE * size.getWidth()), (int) Math.ceil(SCALE * size.getHeight()));
    try {
      return figure.snapshot(twice, image);
    } finally {
      density(figure, 1);
    }
  }

  private static void density(Node node, double dots) {
    if (node instanceof Plot plot) {
      plot.density(dots);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> density(child, dots));
    }
  }
}
