package grokscope.run.export;

import grokscope.figure.Hue;
import grokscope.figure.LabelStrip;
import grokscope.figure.PanelSpec;
import grokscope.figure.StepScale;
import grokscope.run.export.Ink.Anchor;
import grokscope.run.export.Ink.Letters;
import grokscope.run.export.Ink.Stroke;
import grokscope.story.PhaseBand;
import grokscope.telemetry.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The curves of a run as a figure: what it turned out to be, a panel below the other with their
 * plots aligned, its phases behind them and what happened to it above them. One thread.
 */
final class CurveFigure {
  private static final double WIDTH = 900;
  private static final double MARGIN = 16;
  private static final double LEFT = 64;
  private static final double RIGHT = 28;
  private static final int NOTE = 4; // lines of it
  private static final double LINE = 18;
  private static final double STRIP = 18;
  private static final double FARTHEST = 220;
  private static final double DOT = 9;
  private static final double PHASE_TINT = 0.09;
  private static final double NAME_TINT = 0.18;
  private static final double HATCH_TINT = 0.24;
  private static final double SPAN_TINT = 0.3;
  private static final double MARK_TINT = 0.8;
  private static final double HATCH_GAP = 9;
  private static final Letters TITLE = new Letters(16, true, Paper.TEXT);
  private static final Letters WORDS = new Letters(12, false, Paper.TEXT);
  private static final Letters SMALL = new Letters(11, false, Paper.TEXT);
  private static final Letters FOOT = new Letters(10, false, Paper.MUTED);

  private final ExportedRun run;
  private final StepScale steps;
  private final List<PanelDrawing> panels = new ArrayList<>();
  private final List<String> words = new ArrayList<>(); // between the title and the plots
  private final List<String> foot = new ArrayList<>();
  private final double top; // of the first panel
  private final double height;

  CurveFigure(ExportedRun run) {
    this.run = run;
    History history = run.history();
    double last = history.size() == 0 ? 1 : history.step(history.size() - 1);
    steps = StepScale.whole(false, last);
    for (PanelSpec spec : FigurePanels.of(history)) {
      panels.add(new PanelDrawing(spec, history, steps, LEFT, WIDTH - LEFT - RIGHT));
    }
    words.addAll(wrapped(run.told().sentence()));
    List<String> note = new ArrayList<>();
    run.remarks().note().lines().forEach(line -> note.addAll(wrapped(line)));
    words.addAll(note.subList(0, Math.min(NOTE, note.size())));
    if (note.size() > NOTE) {
      words.add("…");
    }
    panels.stream().flatMap(panel -> panel.remarks().stream()).distinct().forEach(foot::add);
    if (run.told().phases().stream().anyMatch(phase -> !phase.certain())) {
      foot.add("Hatched phases are not certain.");
    }
    foot.add("Run " + run.name() + ", drawn by " + run.program().words() + ".");
    top = MARGIN + LINE * (1 + words.size()) + (marked() ? STRIP : 0) + (phased() ? STRIP : 0);
    height = top + panels.size() * PanelDrawing.HEIGHT + LINE * foot.size() + MARGIN;
  }

  private boolean marked() {
    return !run.told().marks().isEmpty();
  }

  private boolean phased() {
    return !run.told().phases().isEmpty();
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && WORDS.width(line + " " + word) > WIDTH - 2 * MARGIN) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** Writes it as a drawing whose words are words. */
  static void svg(ExportedRun run, Path file) throws IOException {
    Files.writeString(file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(run));
  }

  /** The drawing without its XML declaration, to stand inside a page. */
  static String svg(ExportedRun run) {
    CurveFigure figure = new CurveFigure(run);
    SvgInk ink =
        new SvgInk(WIDTH, figure.height, run.title(), run.told().sentence(), run.program().words());
    figure.draw(ink);
    return ink.document();
  }

  /**
   * Writes it as a picture.
   *
   * @param scale pixels for a unit of the drawing
   */
  static void png(ExportedRun run, Path file, double scale) throws IOException {
    CurveFigure figure = new CurveFigure(run);
    PixelInk ink = new PixelInk(WIDTH, figure.height, scale);
    figure.draw(ink);
    PngFile.write(ink.image(), Map.of("Software", run.program().words()), file);
  }

  private void draw(Ink ink) {
    ink.area(0, 0, WIDTH, height, Paper.WHITE);
    double y = MARGIN + LINE / 2;
    ink.text(run.title(), MARGIN, y, TITLE, Anchor.START);
    for (String line : words) {
      y += LINE;
      ink.text(line, MARGIN, y, WORDS, Anchor.START);
    }
    y += LINE / 2;
    if (phased()) {
      phaseNames(ink, y);
      y += STRIP;
    }
    if (marked()) {
      markLabels(ink, y + STRIP / 2);
    }
    for (int i = 0; i < panels.size(); i++) {
      PanelDrawing panel = panels.get(i);
      double panelTop = top + i * PanelDrawing.HEIGHT;
      ink.begin("panel");
      phases(ink, PanelDrawing.plotTop(panelTop));
      panel.frame(ink, panelTop);
      spans(ink, PanelDrawing.plotTop(panelTop));
      marks(ink, PanelDrawing.plotTop(panelTop));
      panel.curves(ink, panelTop);
      ink.end();
    }
    y = top + panels.size() * PanelDrawing.HEIGHT;
    for (String line : foot) {
      y += LINE;
      ink.text(line, MARGIN, y - LINE / 4, FOOT, Anchor.START);
    }
  }

  private double x(double step) {
    double position = Math.max(0, Math.min(1, steps.position(step)));
    return LEFT + position * (WIDTH - LEFT - RIGHT);
  }

  /** A strip with the names of the phases, where they have room. */
  private void phaseNames(Ink ink, double y) {
    ink.begin("phases");
    for (PhaseBand phase : run.told().phases()) {
      double left = x(phase.from());
      double width = x(phase.to()) - left;
      ink.area(left, y, width, STRIP - 4, Paper.tint(Hue.of(phase.phase()), NAME_TINT));
      if (SMALL.width(phase.phase().words()) < width) {
        ink.text(phase.phase().words(), left + width / 2, y + STRIP - 7, SMALL, Anchor.MIDDLE);
      }
    }
    ink.end();
  }

  private void markLabels(Ink ink, double y) {
    LabelStrip<Told.Mark> strip = new LabelStrip<>(LEFT, WIDTH - MARGIN, FARTHEST);
    List<Told.Mark> offered = new ArrayList<>(run.told().marks());
    offered.sort((a, b) -> Boolean.compare(a.knob(), b.knob())); // what was reached goes first
    for (Told.Mark mark : offered) {
      strip.offer(mark, x(mark.at().by()), DOT + SMALL.width(mark.label()));
    }
    ink.begin("marks");
    for (LabelStrip.Placed<Told.Mark> label : strip.placed()) {
      ink.area(label.left(), y - 3, 6, 6, Paper.color(label.content().hue()));
      ink.text(label.content().label(), label.left() + DOT, y + 4, SMALL, Anchor.START);
    }
    ink.end();
  }

  private void phases(Ink ink, double y) {
    for (PhaseBand phase : run.told().phases()) {
      double left = x(phase.from());
      double right = x(phase.to());
      ink.area(
          left, y, right - left, PanelDrawing.PLOT, Paper.tint(Hue.of(phase.phase()), PHASE_TINT));
      if (!phase.certain()) {
        hatch(
            ink,
            left,
            right,
            y,
            new Stroke(1, Paper.tint(Hue.of(phase.phase()), HATCH_TINT), false));
      }
    }
  }

  /** Lines from lower left to upper right, cut at the edges. */
  private static void hatch(Ink ink, double left, double right, double y, Stroke stroke) {
    double tall = PanelDrawing.PLOT;
    double first = Math.floor((left - tall) / HATCH_GAP) * HATCH_GAP;
    for (double x = first; x < right; x += HATCH_GAP) {
      double from = Math.max(left, x);
      double to = Math.min(right, x + tall);
      if (from < to) {
        ink.line(from, y + tall - (from - x), to, y + tall - (to - x), stroke);
      }
    }
  }

  /** Between which evaluations something happened. */
  private void spans(Ink ink, double y) {
    for (Told.Mark mark : run.told().marks()) {
      double left = x(Math.max(0, mark.at().after()));
      double width = x(mark.at().by()) - left;
      ink.area(left, y, width, PanelDrawing.PLOT, Paper.tint(mark.hue(), SPAN_TINT));
    }
  }

  private void marks(Ink ink, double y) {
    for (Told.Mark mark : run.told().marks()) {
      double x = x(mark.at().by());
      Stroke stroke = new Stroke(1, Paper.tint(mark.hue(), MARK_TINT), mark.knob());
      ink.line(x, y, x, y + PanelDrawing.PLOT, stroke);
    }
  }
}
