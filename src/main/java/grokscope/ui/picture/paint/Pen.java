package grokscope.ui.picture.paint;

import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * What a picture is drawn with, on the screen and on paper. Lengths are in pixels of the screen at
 * the usual size of words. Words stand with their middle at a height. FX thread only.
 */
public interface Pen {
  /** The colour of areas and words. */
  void setFill(Color color);

  /** The colour of lines. */
  void setStroke(Color color);

  /** The width of lines; 1 at first. */
  void setLineWidth(double width);

  /** The lengths of dashes and gaps in turn; none at first. */
  void setLineDashes(double... dashes);

  /** Which end of words is at their place; their middle at first. */
  void setTextAlign(TextAlignment end);

  /** The size of words; {@link Plot#WORDS} at first. */
  void setTextSize(double size);

  /** Fills a rectangle. */
  void fillRect(double x, double y, double width, double height);

  /** Draws the edges of a rectangle. */
  void strokeRect(double x, double y, double width, double height);

  /** Fills an ellipse. */
  void fillOval(double x, double y, double width, double height);

  /** Draws the edge of an ellipse. */
  void strokeOval(double x, double y, double width, double height);

  /** Draws a line. */
  void strokeLine(double x1, double y1, double x2, double y2);

  /** Draws lines from point to point. */
  void strokePolyline(double[] x, double[] y, int size);

  /** Writes words. */
  void fillText(String words, double x, double y);

  /** Writes words, no wider than this. */
  void fillText(String words, double x, double y, double widest);

  /** Draws an image whose dots are squares with sharp edges. */
  void drawImage(Image image, double x, double y, double width, double height);
}
