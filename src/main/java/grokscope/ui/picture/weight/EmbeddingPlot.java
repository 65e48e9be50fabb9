package grokscope.ui.picture.weight;

import grokscope.measure.fourier.FrequencyRing;
import grokscope.measure.fourier.PlanePoints;
import grokscope.text.NumberText;
import grokscope.ui.color.ColorMap;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.Plot;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws numbers on a plane, now and at a remembered moment. FX thread only. */
final class EmbeddingPlot {
  private static final double RIM = 14;
  private static final double REACH = 14;
  private static final double LABELED_DOT = 7.5;
  private static final double DOT = 3.5;
  private static final double ROOM_FOR_LABEL = 14;

  private Optional<PlanePoints> now = Optional.empty();
  private Optional<FrequencyRing> frequencyRing = Optional.empty();
  private boolean onRing;
  private Optional<PlanePoints> then = Optional.empty();
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
  void show(PlanePoints planePoints, Optional<FrequencyRing> order, boolean circular) {
    now = Optional.of(planePoints);
    frequencyRing = order;
    onRing = circular;
  }

  /** Keeps what is shown behind what comes. */
  void remember(int step) {
    then = now;
    thenStep = step;
  }

  /** Where places are on the plot: the middle in the middle, alike in both directions. */
  private record View(double middleX, double middleY, double scale) {
    Point2D at(PlanePoints planePoints, int number) {
      return new Point2D(
          middleX + scale * planePoints.x()[number], middleY - scale * planePoints.y()[number]);
    }
  }

  private View view(PlanePoints planePoints, double width, double height) {
    double largest =
        Math.max(planePoints.largestRadius(), then.map(PlanePoints::largestRadius).orElse(0.0));
    double room = Math.max(1, Math.min(width, height) / 2 - RIM);
    return new View(width / 2, height / 2, largest > 0 ? room / largest : 0);
  }

  /** Draws what there is to show. */
  void paint(Pen pen, PictureColors pictureColors, double width, double height) {
    if (now.isEmpty()) {
      return;
    }
    PlanePoints planePoints = now.get();
    View view = view(planePoints, width, height);
    then.ifPresent(ghost -> paintGhost(pen, pictureColors, ghost, view));
    pen.setStroke(pictureColors.line());
    pen.strokeLine(view.middleX - 4, view.middleY, view.middleX + 4, view.middleY);
    pen.strokeLine(view.middleX, view.middleY - 4, view.middleX, view.middleY + 4);
    pen.setStroke(pictureColors.pale(pictureColors.text(), 0.3));
    join(pen, planePoints, view);
    double circumference = 2 * Math.PI * view.scale * planePoints.largestRadius();
    boolean labeled = circumference / planePoints.numbers() >= ROOM_FOR_LABEL;
    for (int number = 0; number < planePoints.numbers(); number++) {
      paintDot(pen, view.at(planePoints, number), number, labeled);
    }
  }

  private void paintDot(Pen pen, Point2D at, int number, boolean labeled) {
    double radius = labeled ? LABELED_DOT : DOT;
    Color color = color(number);
    pen.setFill(color);
    pen.fillOval(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius);
    if (labeled) {
      pen.setFill(PictureColors.on(color));
      pen.setTextSize(number >= 100 ? Plot.WORDS - 4 : Plot.WORDS - 2);
      pen.fillText(String.valueOf(number), at.getX(), at.getY());
    }
  }

  private Color color(int number) {
    int numbers = now.map(PlanePoints::numbers).orElse(1);
    return onRing
        ? frequencyRing
            .map(order -> ColorMap.CYCLIC.color(order.place(number) / (double) order.positions()))
            .orElseThrow()
        : ColorMap.SEQUENTIAL.color(number / (double) Math.max(1, numbers - 1));
  }

  private void paintGhost(Pen pen, PictureColors pictureColors, PlanePoints ghost, View view) {
    pen.setStroke(pictureColors.pale(pictureColors.text(), 0.14));
    join(pen, ghost, view);
    pen.setFill(pictureColors.pale(pictureColors.text(), 0.3));
    for (int number = 0; number < ghost.numbers(); number++) {
      Point2D at = view.at(ghost, number);
      pen.fillOval(at.getX() - DOT, at.getY() - DOT, 2 * DOT, 2 * DOT);
    }
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setFill(pictureColors.muted());
    pen.fillText("grey: step " + NumberText.count(thenStep), 4, Plot.WORDS);
    pen.setTextAlign(TextAlignment.CENTER);
  }

  private void join(Pen pen, PlanePoints planePoints, View view) {
    frequencyRing
        .filter(order -> order.p() == planePoints.numbers())
        .ifPresent(
            order -> {
              for (int number = 0; number < planePoints.numbers(); number++) {
                Point2D from = view.at(planePoints, number);
                Point2D to = view.at(planePoints, order.next(number));
                pen.strokeLine(from.getX(), from.getY(), to.getX(), to.getY());
              }
            });
  }

  /** What is at a place on a plot of a size, in words; a hint where nothing is. */
  String said(Point2D place, double width, double height) {
    return now.flatMap(planePoints -> nearest(planePoints, view(planePoints, width, height), place))
        .map(this::words)
        .orElse("Point at a dot to read its number.");
  }

  private static Optional<Integer> nearest(PlanePoints planePoints, View view, Point2D place) {
    int best = -1;
    double least = REACH;
    for (int number = 0; number < planePoints.numbers(); number++) {
      double distance = place.distance(view.at(planePoints, number));
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
        + frequencyRing
            .map(
                order ->
                    " · on a finished ring it lies between "
                        + order.previous(number)
                        + " and "
                        + order.next(number))
            .orElse("");
  }
}
