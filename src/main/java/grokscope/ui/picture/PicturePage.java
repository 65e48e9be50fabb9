package grokscope.ui.picture;

import grokscope.config.ProgramVersion;
import grokscope.figure.ink.Ink;
import grokscope.figure.ink.Ink.Anchor;
import grokscope.figure.ink.Letters;
import grokscope.figure.ink.Typeface;
import grokscope.figure.print.FigureFiles.Sheet;
import grokscope.figure.print.FigureLook;
import grokscope.figure.print.FigurePage;
import grokscope.figure.print.FigureSpec;
import grokscope.ui.color.Palette;
import grokscope.ui.color.PictureColors;
import grokscope.ui.picture.paint.InkPen;
import grokscope.ui.picture.paint.Plot;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A picture on paper, with the words around it: what it is and of which run, what to look for, what
 * it shows in numbers, and its step. FX thread only.
 *
 * @param title what it is, and of which run
 * @param guide what to look for
 * @param summary what it shows in numbers
 * @param step of the network that is shown
 * @param plot what draws it
 * @param restyle changes the colours of what draws it
 * @param colors those on the screen
 */
record PicturePage(
    String title,
    String guide,
    String summary,
    String step,
    Plot plot,
    Consumer<PictureColors> restyle,
    Supplier<PictureColors> colors) {
  private static final double EDGE = 0.6; // all in sizes of the type
  private static final double LINE = 1.4;

  /** Lays it out on a page. */
  Sheet sheet(FigureSpec spec, Typeface face) {
    FigurePage page = spec.page();
    double type = page.type();
    double width = FigurePage.points(page.width());
    double room = width - 2 * EDGE * type;
    double tall = FigurePage.points(page.heights().get(0));
    FigureLook look = page.look();
    Letters bold = new Letters(type, true, look.text());
    Letters words = new Letters(type, false, look.text());
    Letters small = new Letters(type, false, look.muted());
    List<String> titles = face.wrapped(title, bold, room);
    List<String> guides = face.wrapped(guide, small, room);
    List<String> summaries = face.wrapped(summary, words, room);
    List<String> steps = face.wrapped(step, small, room);
    int lines = titles.size() + guides.size() + summaries.size() + steps.size();
    double height = (2 * EDGE + 1 + LINE * lines) * type + tall;
    return new Sheet(
        title,
        summary,
        width,
        height,
        ink -> {
          ink.area(0, 0, width, height, look.ground());
          double y = write(ink, titles, EDGE * type, bold);
          y = write(ink, guides, y, small) + type / 2;
          paint(ink, look, EDGE * type, y, room, tall, type);
          y = write(ink, summaries, y + tall + type / 2, words);
          write(ink, steps, y, small);
        },
        ProgramVersion.ofThisProgram());
  }

  private static double write(Ink ink, List<String> lines, double top, Letters letters) {
    double y = top;
    for (String line : lines) {
      y += LINE * letters.size();
      ink.text(line, EDGE * letters.size(), y - 0.35 * letters.size(), letters, Anchor.START);
    }
    return y;
  }

  /** The screen shows its own colours again afterwards. */
  private void paint(
      Ink ink, FigureLook look, double left, double top, double room, double tall, double type) {
    double unit = type / Plot.WORDS;
    PictureColors before = colors.get();
    restyle.accept(new PictureColors(look == FigureLook.DARK ? Palette.DARK : Palette.LIGHT));
    ink.beginInside(left, top, room, tall);
    try {
      plot.print(new InkPen(ink, left, top, unit), room / unit, tall / unit);
    } finally {
      ink.end();
      restyle.accept(before);
    }
  }
}
