package grokscope.ui.picture;

import grokscope.measure.fourier.Places;
import grokscope.measure.fourier.Ring;
import grokscope.ui.words.Words;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws numbers on a plane, now and at a remembered moment. FX thread only. */
final class EmbeddingPlot {
  private static final double RIM = 14;
  private static final double REACH = 14;
  private static final double LABELLED_DOT = 7.5;
  private static final double DOT = 3.5;
  private static final double ROOM_FOR_LABEL = 14;

  private Optional<Places> now = Optional.empty();
  private Optional<Ring> ring = Optional.empty();
  private boolean onRing;
  private Optional<Places> then = Optional.empty();
  private int thenStep;

  void clear() {
    now = Optional.empty();
    then = Optional.empty();
  }

  /**
   * Shows other places.
   *
   * @param order in which the numbers are joined
   * @param circular whether colours go round in that order, and not with the numbers
   */
  void show(Places places, Optional<Ring> order, boolean circular) {
    now = Optional.of(places);
    ring = order;
    onRing = circular;
  }

  /** Keeps what is shown behind what comes. */
  void remember(int step) {
    then = now;
    thenStep = step;
  }

  /** Where places are on the plot: the middle in the middle, alike in both directions. */
  private record View(double middleX, double middleY, double scale) {
    Point2D at(Places places, int number) {
      return new Point2D(
          middleX + scale * places.x()[number], middleY - scale * places.y()[number]);
    }
  }

  private View view(Places places, double width, double height) {
    double largest = Math.max(places.largestRadius(), then.map(Places::largestRadius).orElse(0.0));
    double room = Math.max(1, Math.min(width, height) / 2 - RIM);
    return new View(width / 2, height / 2, largest > 0 ? room / largest : 0);
  }

  /** Draws what there is to show. */
  void paint(GraphicsContext pen, Shades shades, double width, double height) {
    if (now.isEmpty()) {
      return;
    }
    Places places = now.get();
    View view = view(places, width, height);
    then.ifPresent(ghost -> paintGhost(pen, shades, ghost, view));
    pen.setStroke(shades.line());
    pen.strokeLine(view.middleX - 4, view.middleY, view.middleX + 4, view.middleY);
    pen.strokeLine(view.middleX, view.middleY - 4, view.middleX, view.middleY + 4);
    pen.setStroke(shades.pale(shades.text(), 0.3));
    join(pen, places, view);
    double circumference = 2 * Math.PI * view.scale * places.largestRadius();
    boolean labelled = circumference / places.numbers() >= ROOM_FOR_LABEL;
    for (int number = 0; number < places.numbers(); number++) {
      paintDot(pen, view.at(places, number), number, labelled);
    }
  }

  private void paintDot(GraphicsContext pen, Point2D at, int number, boolean labelled) {
    double radius = labelled ? LABELLED_DOT : DOT;
    Color colour = colour(number);
    pen.setFill(colour);
    pen.fillOval(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
    if (labelled) {
      pen.setFill(Shades.on(colour));
      pen.setFont(Font.font(number >= 100 ? Plot.WORDS - 4 : Plot.WORDS - 2));
      pen.fillText(String.valueOf(number), at.getX(), at.getY());
    }
  }

  private Color colour(int number) {
    int numbers = now.map(Places::numbers).orElse(1);
    return onRing
        ? ring.map(order -> ColourMap.CYCLIC.colour(order.place(number) / (double) order.places()))
            .orElseThrow()
        : ColourMap.SEQUENTIAL.colour(number / (double) Math.max(1, numbers - 1));
  }

  private void paintGhost(GraphicsContext pen, Shades shades, Places ghost, View view) {
    pen.setStroke(shades.pale(shades.text(), 0.14));
    join(pen, ghost, view);
    pen.setFill(shades.pale(shades.text(), 0.3));
    for (int number = 0; number < ghost.numbers(); number++) {
      Point2D at = view.at(ghost, number);
      pen.fillOval(at.getX() - DOT, at.getY() - DOT, 2 * DOT, 2 * DOT);
    }
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setFill(shades.muted());
    pen.fillText("grey: step " + Words.count(thenStep), 4, Plot.WORDS);
    pen.setTextAlign(TextAlignment.CENTER);
  }

  private void join(GraphicsContext pen, Places places, View view) {
    ring.filter(order -> order.p() == places.numbers())
        .ifPresent(
            order -> {
              for (int number = 0; number < places.numbers(); number++) {
                Point2D from = view.at(places, number);
                Point2D to = view.at(places, order.next(number));
                pen.strokeLine(from.getX(), from.getY(), to.getX(), to.getY());
              }
            });
  }

  /** What is at a place on a plot of a size, in words; a hint where nothing is. */
  String said(Point2D place, double width, double height) {
    return now.flatMap(places -> nearest(places, view(places, width, height), place))
        .map(this::words)
        .orElse("Point at a dot to read its number.");
  }

  private static Optional<Integer> nearest(Places places, View view, Point2D place) {
    int best = -1;
    double least = REACH;
    for (int number = 0; number < places.numbers(); number++) {
      double distance = place.distance(view.at(places, number));
      if (distance < least) { // never, when the mouse is elsewhere and the distance NaN
        least = distance;
        best = number;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }

  private String words(int number) {
    return "Number "
        + number
        + ring.map(
                order ->
                    " · on a finished ring it lies between "
                        + order.previous(number)
                        + " and "
                        + order.next(number))
            .orElse("");
  }
}
