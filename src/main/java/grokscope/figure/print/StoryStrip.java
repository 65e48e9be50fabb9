package grokscope.figure.print;

import grokscope.figure.LabelStrip;
import grokscope.figure.StepScale;
import grokscope.figure.ink.Ink;
import grokscope.figure.ink.Ink.Anchor;
import grokscope.figure.ink.Ink.Box;
import grokscope.figure.ink.Ink.Stroke;
import grokscope.figure.ink.Letters;
import grokscope.figure.ink.Typeface;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The phases of the main run and what happened to it: in words above the plots, and as bands and
 * lines in them. One thread.
 */
final class StoryStrip {
  private static final double PHASE_TINT = 0.09;
  private static final double NAME_TINT = 0.18;
  private static final double HATCH_TINT = 0.3;
  private static final double SPAN_TINT = 0.3;
  private static final double MARK_TINT = 0.85;
  private static final double HATCH_GAP = 0.9; // from here all in sizes of the type
  private static final double SQUARE = 0.6;
  private static final double DOT = 0.9;
  private static final int MARK_ROWS = 3;

  private final FigureType type;
  private final Typeface face;
  private final StepScale steps;
  private final double left;
  private final double width;
  private final List<FigureData.Phase> phases;
  private final List<FigureData.Mark> marks;
  private final List<LabelStrip<FigureData.Mark>> rows = new ArrayList<>();

  /**
   * What is in view of a run's story.
   *
   * @param left where the plots begin, in points
   * @param width of the plots
   */
  StoryStrip(
      FigureType type,
      Typeface face,
      StepScale steps,
      double left,
      double width,
      List<FigureData.Phase> phases,
      List<FigureData.Mark> marks) {
    this.type = type;
    this.face = face;
    this.steps = steps;
    this.left = left;
    this.width = width;
    this.phases =
        phases.stream()
            .filter(phase -> phase.to() > steps.min() && phase.from() < steps.max())
            .toList();
    this.marks =
        marks.stream()
            .filter(mark -> steps.position(mark.at().by()) >= 0)
            .filter(mark -> steps.position(mark.at().by()) <= 1)
            .toList();
    placeMarks();
  }

  /** What was reached goes first; what has no room in a row is offered to the next. */
  private void placeMarks() {
    List<FigureData.Mark> left = new ArrayList<>(marks);
    left.sort(Comparator.comparing(FigureData.Mark::knob));
    while (!left.isEmpty() && rows.size() < MARK_ROWS) {
      LabelStrip<FigureData.Mark> row =
          new LabelStrip<>(this.left, this.left + width, Math.max(width / 4, 6 * type.size()));
      for (FigureData.Mark mark : left) {
        double wide = DOT * type.size() + face.width(mark.label(), type.words());
        row.offer(mark, x(mark.at().by()), wide);
      }
      if (row.placed().isEmpty()) {
        return;
      }
      rows.add(row);
      left.removeAll(row.placed().stream().map(LabelStrip.Placed::content).toList());
    }
  }

  private double x(double step) {
    return left + Math.max(0, Math.min(1, steps.position(step))) * width;
  }

  /** Whether a phase's name fits into its stretch of steps. */
  private boolean named(FigureData.Phase phase) {
    double room = x(phase.to()) - x(phase.from());
    return face.width(phase.words(), type.words()) < room;
  }

  /** Of the phases whose names do not fit; for the legend. */
  List<FigureLegend.Entry> unnamed() {
    return phases.stream()
        .filter(phase -> !named(phase))
        .map(
            phase -> new FigureLegend.Entry(phase.words(), new Stroke(0, 0), color(phase, 1), true))
        .distinct()
        .toList();
  }

  boolean uncertain() {
    return phases.stream().anyMatch(phase -> !phase.certain());
  }

  private int color(FigureData.Phase phase, double share) {
    return type.look().tint(type.look().color(phase.hue()), share);
  }

  /** The height of the words above the plots, in points. */
  double height() {
    return (named() ? type.line() : 0) + rows.size() * type.line();
  }

  private boolean named() {
    return phases.stream().anyMatch(this::named);
  }

  /** Writes what is above the plots. */
  void words(Ink ink, double top) {
    double y = top;
    if (named()) {
      ink.begin("phases");
      for (FigureData.Phase phase : phases) {
        double from = x(phase.from());
        double to = x(phase.to());
        double tall = type.line() - 0.15 * type.size();
        ink.area(from, y, to - from, tall, color(phase, NAME_TINT));
        if (named(phase)) {
          double base = y + type.size();
          ink.text(phase.words(), (from + to) / 2, base, type.words(), Anchor.MIDDLE);
        }
      }
      ink.end();
      y += type.line();
    }
    ink.begin("marks");
    for (LabelStrip<FigureData.Mark> row : rows) {
      double base = y + type.size();
      Letters letters = type.words();
      double square = SQUARE * type.size();
      for (LabelStrip.Placed<FigureData.Mark> label : row.placed()) {
        int color = type.look().color(label.content().hue());
        ink.area(label.left(), base - square, square, square, color);
        double at = label.left() + DOT * type.size();
        ink.text(label.content().label(), at, base, letters, Anchor.START);
      }
      y += type.line();
    }
    ink.end();
  }

  /** Tints the phases behind everything else in a plot. */
  void phases(Ink ink, Box plot) {
    for (FigureData.Phase phase : phases) {
      double from = x(phase.from());
      double to = x(phase.to());
      ink.area(from, plot.y(), to - from, plot.height(), color(phase, PHASE_TINT));
      if (!phase.certain()) {
        hatch(ink, from, to, plot, type.mark(color(phase, HATCH_TINT), false));
      }
    }
  }

  /** Lines from lower left to upper right, cut at the edges. */
  private void hatch(Ink ink, double from, double to, Box plot, Stroke stroke) {
    double tall = plot.height();
    double gap = HATCH_GAP * type.size();
    double bottom = plot.y() + tall;
    for (double x = Math.floor((from - tall) / gap) * gap; x < to; x += gap) {
      double begin = Math.max(from, x);
      double end = Math.min(to, x + tall);
      if (begin < end) {
        ink.line(begin, bottom - (begin - x), end, bottom - (end - x), stroke);
      }
    }
  }

  /** Between which evaluations something happened, and a line where it had. */
  void marks(Ink ink, Box plot) {
    for (FigureData.Mark mark : marks) {
      double from = x(Math.max(0, mark.at().after()));
      double to = x(mark.at().by());
      FigureLook look = type.look();
      int color = look.color(mark.hue());
      if (!mark.knob()) {
        ink.area(from, plot.y(), to - from, plot.height(), look.tint(color, SPAN_TINT));
      }
      Stroke stroke = type.mark(look.tint(color, MARK_TINT), mark.knob());
      ink.line(to, plot.y(), to, plot.y() + plot.height(), stroke);
    }
  }
}
