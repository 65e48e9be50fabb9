package grokscope.figure.print;

import grokscope.config.InvalidConfig;
import grokscope.figure.PanelSpec;
import grokscope.figure.StepScale;
import grokscope.figure.Ticks;
import grokscope.figure.ink.Ink;
import grokscope.figure.ink.Ink.Anchor;
import grokscope.figure.ink.Ink.Box;
import grokscope.figure.ink.Typeface;
import grokscope.telemetry.History;
import java.util.ArrayList;
import java.util.List;

/**
 * The curves of one run or of several as a figure: panels below each other with their plots
 * aligned, one step axis below the last, the phases of the main run behind the curves and what
 * happened to it above them. One thread.
 */
public final class FigureDrawing {
  private static final double EDGE = 0.6; // around everything, in sizes of the type
  private static final double BESIDE = 1; // of the word for steps and the first of them
  private static final double HIGHEST = 14_000; // in points; no PDF has a longer page
  private static final String STEP = "step";

  private final FigureSpec spec;
  private final FigureData data;
  private final FigureType type;
  private final Typeface face;
  private final StepScale steps;
  private final Ticks across;
  private final List<PlotDrawing> panels = new ArrayList<>();
  private final List<FigureLegend> headers = new ArrayList<>();
  private final FigureLegend legend;
  private final boolean legendShown;
  private final StoryStrip story;
  private final List<String> heading = new ArrayList<>(); // without its first line
  private final List<String> foot = new ArrayList<>();
  private final List<Box> plots = new ArrayList<>();
  private final double width;
  private final double left;
  private final double right; // of the plots
  private final double height;

  /**
   * Lays out a figure.
   *
   * @throws InvalidConfig where it asks for what its runs have not, or would have no room
   */
  public FigureDrawing(FigureSpec spec, FigureData data, Typeface face) throws InvalidConfig {
    this.spec = spec;
    this.data = data;
    this.face = face;
    this.type = new FigureType(spec.page().type(), spec.page().look());
    width = FigurePage.points(spec.page().width());
    List<History> histories = data.runs().stream().map(FigureRun::history).toList();
    if (histories.stream().allMatch(run -> run.size() == 0)) {
      throw new InvalidConfig("runs", "have measured nothing, so there is nothing to draw");
    }
    List<PanelSpec> chosen = FigurePanels.chosen(spec, histories);
    steps = StepAxis.scale(spec, data);
    for (int i = 0; i < chosen.size(); i++) {
      panels.add(
          new PlotDrawing(chosen.get(i), spec, data.runs(), type, spec.page().height(i), steps));
    }
    double edge = EDGE * type.size();
    double labels = panels.stream().mapToDouble(panel -> panel.labels(face)).max().orElse(0);
    double step = face.width(STEP, type.small()) + BESIDE * type.size();
    left = edge + Math.max(labels + type.size() / 2, step);
    across = StepAxis.ticks(steps, (width - left - edge) / type.size());
    right = width - Math.max(edge, StepAxis.beyond(steps, across, type, face));
    if (right - left < 10 * type.size()) {
      throw new InvalidConfig(
          "width", "leaves the plots less room than ten letters; a wider figure has more");
    }
    story =
        new StoryStrip(
            type,
            face,
            steps,
            left,
            right - left,
            spec.phases() ? data.phases() : List.of(),
            spec.marks() ? data.marks() : List.of());
    List<FigureLegend.Entry> entries = new ArrayList<>();
    if (spec.legend()) {
      entries.addAll(RunKeys.of(data.runs(), type));
    }
    entries.addAll(story.unnamed());
    legendShown = !entries.isEmpty();
    legend = new FigureLegend(type, face, entries, left, 0, right);
    for (PlotDrawing panel : panels) {
      double title = face.width(panel.title(), type.title()) + 1.5 * type.size();
      headers.add(new FigureLegend(type, face, panel.keys(), left, title, right));
    }
    words(edge);
    height = place(edge, chosen.size());
    if (height > HIGHEST) {
      throw new InvalidConfig(
          "heights", "make a figure of more than five metres; fewer panels or lower ones fit");
    }
  }

  private void words(double edge) {
    double room = width - 2 * edge;
    data.heading().stream()
        .skip(1)
        .forEach(line -> heading.addAll(face.wrapped(line, type.words(), room)));
    panels.stream()
        .flatMap(panel -> panel.remarks().stream())
        .distinct()
        .forEach(line -> foot.addAll(face.wrapped(line, type.small(), room)));
    if (story.uncertain()) {
      foot.addAll(face.wrapped("Hatched phases are not certain.", type.small(), room));
    }
    data.foot().forEach(line -> foot.addAll(face.wrapped(line, type.small(), room)));
  }

  private List<String> caption() {
    List<String> lines = new ArrayList<>();
    double room = width - 2 * EDGE * type.size();
    spec.caption().lines().forEach(line -> lines.addAll(face.wrapped(line, type.words(), room)));
    return lines;
  }

  /** Gives every plot its place; returns the height of the whole. */
  private double place(double edge, int count) {
    double y = edge;
    if (!data.heading().isEmpty()) {
      y += 1.7 * type.size() + heading.size() * type.line() + type.size() / 2;
    }
    y += legendShown ? legend.rows() * type.line() + 0.3 * type.size() : 0;
    y += story.height();
    for (int i = 0; i < count; i++) {
      y += headers.get(i).rows() * type.line() + 0.4 * type.size();
      double tall = spec.page().height(i);
      plots.add(new Box(left, y, right - left, tall));
      y += tall + (i < count - 1 ? 0.5 * type.size() : 1.6 * type.size());
    }
    return y + (caption().size() + foot.size()) * type.line() + edge;
  }

  /** The width of the whole, in points. */
  public double width() {
    return width;
  }

  /** The height of the whole, in points. */
  public double height() {
    return height;
  }

  /** The plots from top to bottom, in points. */
  List<Box> plots() {
    return List.copyOf(plots);
  }

  /** Draws everything. */
  public void draw(Ink ink) {
    double edge = EDGE * type.size();
    ink.area(0, 0, width, height, type.look().ground());
    double y = edge;
    if (!data.heading().isEmpty()) {
      String title = face.clipped(data.heading().get(0), type.heading(), width - 2 * edge);
      ink.text(title, edge, y + 1.2 * type.size(), type.heading(), Anchor.START);
      y += 1.7 * type.size();
      for (String line : heading) {
        ink.text(line, edge, y + type.size(), type.words(), Anchor.START);
        y += type.line();
      }
      y += type.size() / 2;
    }
    if (legendShown) {
      ink.begin("legend");
      legend.draw(ink, y + type.size());
      ink.end();
      y += legend.rows() * type.line() + 0.3 * type.size();
    }
    story.words(ink, y);
    for (int i = 0; i < panels.size(); i++) {
      panel(ink, i);
    }
    stepLabels(ink);
    Box last = plots.get(plots.size() - 1);
    y = last.y() + last.height() + 1.6 * type.size();
    for (String line : caption()) {
      y += type.line();
      ink.text(line, edge, y, type.words(), Anchor.START);
    }
    for (String line : foot) {
      y += type.line();
      ink.text(line, edge, y, type.small(), Anchor.START);
    }
  }

  private void panel(Ink ink, int place) {
    PlotDrawing panel = panels.get(place);
    FigureLegend header = headers.get(place);
    Box plot = plots.get(place);
    double base = plot.y() - 0.6 * type.size() - (header.rows() - 1) * type.line();
    ink.begin("panel");
    ink.text(panel.title(), left, base, type.title(), Anchor.START);
    header.draw(ink, base);
    story.phases(ink, plot);
    panel.axis(ink, plot);
    double bottom = plot.y() + plot.height();
    for (double tick : across.major()) {
      double x = left + steps.position(tick) * plot.width();
      ink.line(x, plot.y(), x, bottom, type.grid());
    }
    story.marks(ink, plot);
    ink.line(left, bottom, right, bottom, type.edge());
    ink.line(left, plot.y(), left, bottom, type.edge());
    panel.curves(ink, plot, steps);
    ink.end();
  }

  /** The steps below the last panel, each where it does not touch the one before. */
  private void stepLabels(Ink ink) {
    Box last = plots.get(plots.size() - 1);
    double base = last.y() + last.height() + 1.2 * type.size();
    ink.text(STEP, left - BESIDE * type.size(), base, type.small(), Anchor.END);
    double taken = left - BESIDE * type.size();
    for (double tick : across.major()) {
      double x = left + steps.position(tick) * last.width();
      double half = face.width(across.label(tick), type.small()) / 2;
      boolean first = taken < left;
      if (first || x - half > taken) {
        ink.text(across.label(tick), x, base, type.small(), Anchor.MIDDLE);
        taken = x + half + type.size() / 2;
      }
    }
  }
}
