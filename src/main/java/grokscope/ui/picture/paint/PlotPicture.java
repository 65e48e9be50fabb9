package grokscope.ui.picture.paint;

import grokscope.ui.color.Palette;
import grokscope.ui.color.PictureColors;
import javafx.scene.Node;

/** A picture that is one plot and says what is under the mouse. FX thread only. */
public abstract class PlotPicture implements Picture {
  private final PictureText text;
  private final Plot plot;
  private PictureColors pictureColors = new PictureColors(Palette.LIGHT);
  private double mouseX = Double.NaN;
  private double mouseY = Double.NaN;

  /**
   * A picture with an empty plot.
   *
   * @param text where its words go
   * @param id of the plot: that of the kind and "-plot"
   * @param words what the plot shows, for those who do not see it
   */
  protected PlotPicture(PictureText text, String id, String words) {
    this.text = text;
    plot = new Plot(id, words, this::paint);
    plot.onPointed(this::point);
  }

  @Override
  public Node drawing() {
    return plot;
  }

  @Override
  public final void restyle(PictureColors now) {
    pictureColors = now;
    plot.redraw();
  }

  protected final Plot plot() {
    return plot;
  }

  protected final PictureColors colors() {
    return pictureColors;
  }

  /** Says that an answer lacked what was asked for, though {@link Obstacles} knew no reason. */
  protected final void missing() {
    text.missing("The network showed nothing of this.");
  }

  /** Draws what there is now, with these words and those about the place under the mouse. */
  protected final void present(String words) {
    text.present(words);
    say();
    plot.redraw();
  }

  /** Takes the mouse to be at a place on the plot; NaN when it is elsewhere. */
  protected final void point(double x, double y) {
    mouseX = x;
    mouseY = y;
    say();
  }

  private void say() {
    if (text.missingProperty().get().isEmpty()) {
      text.pointed(wordsAt(mouseX, mouseY));
    }
  }

  /** Paints all of the plot; nothing while there is nothing to draw. */
  protected abstract void paint(Pen pen, double width, double height);

  /**
   * What is at a place on the plot, in words, or a hint where to point.
   *
   * @param x NaN when the mouse is elsewhere
   */
  protected abstract String wordsAt(double x, double y);
}
