package grokscope.ui.picture.result;

import grokscope.figure.Hue;
import grokscope.figure.RunColors;
import grokscope.figure.Ticks;
import grokscope.run.sweep.SweepGroup;
import grokscope.run.sweep.SweepRun;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.Results;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Draws what came of runs: a mark for each, and a line through the medians. Immutable, FX thread
 * only.
 *
 * @param at where everything lies
 * @param results whose settings are named
 * @param across the path of the setting whose values lie across, if runs differ in one
 * @param apart the path of the setting that has a colour for each value, if they differ in two
 * @param colors of the theme
 */
record ResultsDrawing(
    ResultsLayout at,
    Results results,
    Optional<String> across,
    Optional<String> apart,
    PictureColors colors) {
  private static final double RADIUS = 4;
  private static final double BETWEEN_LABELS = 46;
  private static final double BETWEEN_TICKS = 28;
  private static final double FEW_TICKS = 100; // the most steps, in times the least

  void paint(Pen pen) {
    frame(pen);
    key(pen);
    for (int i = 0; i < at.series().size(); i++) {
      List<SweepGroup> groups = at.of(at.series().get(i));
      for (boolean generalized : new boolean[] {false, true}) {
        pen.setStroke(color(i, generalized));
        pen.setLineWidth(generalized ? 2 : 1.2);
        pen.setLineDashes(generalized ? new double[0] : new double[] {5, 4});
        medians(pen, groups, generalized);
      }
      pen.setLineDashes();
      never(pen, groups);
    }
    for (ResultsLayout.Dot dot : at.dots()) {
      int place = at.series().indexOf(dot.group().series());
      mark(pen, dot, color(place, dot.generalized()));
    }
    pen.setLineWidth(1);
  }

  private Color color(int series, boolean generalized) {
    return at.series().size() > 1
        ? colors.palette().run(series % RunColors.COUNT)
        : colors.palette().of(generalized ? Hue.TEST : Hue.TRAIN);
  }

  private void frame(Pen pen) {
    double right = at.left() + at.width();
    double bottom = at.top() + at.height();
    int room = (int) (at.height() / BETWEEN_TICKS);
    Ticks ticks =
        at.most() / at.least() < FEW_TICKS
            ? Ticks.logarithmic(at.least(), at.most(), room)
            : Ticks.logSteps(at.least(), at.most(), room);
    pen.setTextAlign(TextAlignment.RIGHT);
    for (double tick : ticks.major()) {
      double y = Math.floor(at.y(tick)) + 0.5;
      pen.setStroke(colors.line());
      pen.strokeLine(at.left(), y, right, y);
      pen.setFill(colors.text());
      pen.fillText(ticks.label(tick), at.left() - 6, y);
    }
    pen.setStroke(colors.muted());
    pen.strokeLine(at.left() + 0.5, at.top(), at.left() + 0.5, bottom);
    pen.strokeLine(at.left(), bottom + 0.5, right, bottom + 0.5);
    pen.setFill(colors.muted());
    pen.fillText("never", at.left() - 6, at.y(Double.POSITIVE_INFINITY));
    pen.setTextAlign(TextAlignment.LEFT);
    pen.fillText("steps", 2, at.top() - 30);
    pen.setTextAlign(TextAlignment.CENTER);
    double last = Double.NEGATIVE_INFINITY;
    for (Optional<Object> value : at.values()) {
      double x = at.x(value);
      SweepGroup group =
          at.groups().stream().filter(one -> one.value().equals(value)).findFirst().orElseThrow();
      pen.setStroke(colors.muted());
      pen.strokeLine(Math.floor(x) + 0.5, bottom, Math.floor(x) + 0.5, bottom + 4);
      if (x - last >= BETWEEN_LABELS) {
        String words =
            across.map(path -> results.value(group.runs().get(0), path)).orElse("same settings");
        pen.setFill(colors.text());
        pen.fillText(words, x, bottom + 13);
        last = x;
      }
    }
    pen.setFill(colors.text());
    across.ifPresent(
        path -> pen.fillText(results.title(path), at.left() + at.width() / 2, bottom + 30));
  }

  private void key(Pen pen) {
    double x = at.left();
    double y = at.top() - 46;
    pen.setTextAlign(TextAlignment.LEFT);
    for (boolean generalized : new boolean[] {false, true}) {
      Color color = at.series().size() > 1 ? colors.text() : color(0, generalized);
      sign(pen, x + RADIUS, y, generalized, false, color);
      pen.setFill(colors.text());
      String words = generalized ? "understood the hidden examples" : "memorised";
      pen.fillText(words, x + 14, y);
      x += generalized ? 190 : 84;
    }
    if (apart.isPresent()) {
      x = at.left();
      for (int i = 0; i < at.series().size(); i++) {
        SweepGroup group = at.of(at.series().get(i)).get(0);
        String words =
            apart
                .map(path -> results.title(path) + " " + results.value(group.runs().get(0), path))
                .orElse("");
        pen.setFill(color(i, true));
        pen.fillRect(x, y + 13, 12, 4);
        pen.setFill(colors.text());
        pen.fillText(words, x + 16, y + 15);
        x += 30 + 6.2 * words.length();
      }
    }
    pen.setTextAlign(TextAlignment.CENTER);
  }

  private void medians(Pen pen, List<SweepGroup> groups, boolean generalized) {
    double beforeX = Double.NaN;
    double beforeY = Double.NaN;
    for (SweepGroup group : groups) {
      double median = at.median(group, generalized);
      double x = at.x(group.value());
      double y = Double.isFinite(median) ? at.y(median) : Double.NaN;
      if (Double.isFinite(y)) {
        pen.strokeLine(x - 7, y, x + 7, y);
        if (Double.isFinite(beforeY)) {
          pen.strokeLine(beforeX, beforeY, x, y);
        }
      }
      beforeX = x;
      beforeY = y;
    }
  }

  private void never(Pen pen, List<SweepGroup> groups) {
    pen.setFill(colors.muted());
    for (SweepGroup group : groups) {
      long never = at.never(group);
      if (never > 1 && at.series().size() == 1) {
        pen.fillText("× " + never, at.x(group.value()) + 26, at.y(Double.POSITIVE_INFINITY));
      }
    }
  }

  private void mark(Pen pen, ResultsLayout.Dot dot, Color color) {
    if (dot.never() && dot.run().fate() == SweepRun.Fate.DIVERGED) {
      pen.setStroke(colors.palette().danger());
      pen.setLineWidth(1.6);
      pen.strokeLine(dot.x() - 3, dot.y() - 3, dot.x() + 3, dot.y() + 3);
      pen.strokeLine(dot.x() - 3, dot.y() + 3, dot.x() + 3, dot.y() - 3);
    } else {
      sign(pen, dot.x(), dot.y(), dot.generalized(), dot.never(), color);
    }
  }

  private void sign(Pen pen, double x, double y, boolean disc, boolean open, Color color) {
    pen.setFill(open ? colors.palette().background() : color);
    pen.setStroke(open ? color : colors.palette().background());
    pen.setLineWidth(open ? 1.6 : 0.8);
    if (disc) {
      pen.fillOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
      pen.strokeOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    } else {
      double side = RADIUS - 0.5;
      pen.fillRect(x - side, y - side, 2 * side, 2 * side);
      pen.strokeRect(x - side, y - side, 2 * side, 2 * side);
    }
  }
}
