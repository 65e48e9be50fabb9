package grokscope.ui.figure;

import grokscope.figure.ink.PixelInk;
import grokscope.figure.ink.Typeface;
import grokscope.figure.print.FigureFiles.Sheet;
import java.awt.image.BufferedImage;
import javafx.animation.PauseTransition;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** A figure as it will be, as large as there is room. FX thread only. */
final class FigurePreview extends StackPane {
  private static final Duration CALM = Duration.millis(120);
  private static final double WIDE = 440;
  static final double HIGH = 470;

  private final ImageView view = new ImageView();
  private final PauseTransition calm = new PauseTransition(CALM);
  private final Typeface face;

  FigurePreview(Typeface face) {
    this.face = face;
    setId("figure-preview");
    getStyleClass().add("figure-preview");
    setMinSize(WIDE, HIGH);
    setPrefSize(WIDE, HIGH);
    setMaxSize(WIDE, HIGH);
    getChildren().add(view);
  }

  /** Shows a figure as soon as nobody has typed for a moment. */
  void show(Sheet sheet) {
    calm.setOnFinished(over -> draw(sheet));
    calm.playFromStart();
  }

  private void draw(Sheet sheet) {
    double dots = Math.min((WIDE - 10) / sheet.width(), (HIGH - 10) / sheet.height());
    double fine = 2 * dots; // for screens that have more dots than pixels
    PixelInk ink = new PixelInk(face, sheet.width(), sheet.height(), fine);
    sheet.drawing().accept(ink);
    BufferedImage drawn = ink.image();
    int width = drawn.getWidth();
    int height = drawn.getHeight();
    int[] pixels = drawn.getRGB(0, 0, width, height, null, 0, width);
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    view.setImage(image);
    view.setFitWidth(width / 2.0);
    view.setFitHeight(height / 2.0);
  }
}
