package grokscope.ui.picture.paint;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws on a canvas. FX thread only. */
final class ScreenPen implements Pen {
  private final GraphicsContext graphics;

  /** One that begins as every pen does. */
  ScreenPen(GraphicsContext graphics) {
    this.graphics = graphics;
    graphics.setImageSmoothing(false);
    graphics.setFont(Font.font(Plot.WORDS));
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setLineWidth(1);
    graphics.setLineDashes();
  }

  @Override
  public void setFill(Color color) {
    graphics.setFill(color);
  }

  @Override
  public void setStroke(Color color) {
    graphics.setStroke(color);
  }

  @Override
  public void setLineWidth(double width) {
    graphics.setLineWidth(width);
  }

  @Override
  public void setLineDashes(double... dashes) {
    graphics.setLineDashes(dashes);
  }

  @Override
  public void setTextAlign(TextAlignment end) {
    graphics.setTextAlign(end);
  }

  @Override
  public void setTextSize(double size) {
    graphics.setFont(Font.font(size));
  }

  @Override
  public void fillRect(double x, double y, double width, double height) {
    graphics.fillRect(x, y, width, height);
  }

  @Override
  public void strokeRect(double x, double y, double width, double height) {
    graphics.strokeRect(x, y, width, height);
  }

  @Override
  public void fillOval(double x, double y, double width, double height) {
    graphics.fillOval(x, y, width, height);
  }

  @Override
  public void strokeOval(double x, double y, double width, double height) {
    graphics.strokeOval(x, y, width, height);
  }

  @Override
  public void strokeLine(double x1, double y1, double x2, double y2) {
    graphics.strokeLine(x1, y1, x2, y2);
  }

  @Override
  public void strokePolyline(double[] x, double[] y, int size) {
    graphics.strokePolyline(x, y, size);
  }

  @Override
  public void fillText(String words, double x, double y) {
    graphics.fillText(words, x, y);
  }

  @Override
  public void fillText(String words, double x, double y, double widest) {
    graphics.fillText(words, x, y, widest);
  }

  @Override
  public void drawImage(Image image, double x, double y, double width, double height) {
    graphics.drawImage(image, x, y, width, height);
  }
}
