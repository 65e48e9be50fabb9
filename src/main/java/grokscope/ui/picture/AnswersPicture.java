package grokscope.ui.picture;

import grokscope.measure.AnswerTally;
import grokscope.telemetry.AnswerGrid;
import grokscope.telemetry.Look;
import grokscope.telemetry.Sight;
import grokscope.telemetry.Snapshot;
import grokscope.ui.words.Combo;
import grokscope.ui.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ComboBox;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** What the network answers to every pair. FX thread only. */
final class AnswersPicture extends PlotPicture {
  static final PictureKind KIND =
      new PictureKind(
          "answers",
          "Answers",
          "What the network answers to every pair of operands",
          "Every cell is a question about a (to the right) and b (upwards); the dotted ones are"
              + " trained. First only these are right; when the network groks, the hidden ones"
              + " follow. Click a cell to try it.",
          Duration.ofMillis(150),
          AnswersPicture::new);

  private static final double LEGEND = 20;

  private final Desk desk;
  private final ComboBox<AnswerColour> colour;
  private final PixelImage image = new PixelImage();
  private Optional<AnswerGrid> grid = Optional.empty();
  private String task = "";

  AnswersPicture(Desk desk, PictureText text) {
    super(text, "answers-plot", "The answers to all pairs");
    this.desk = desk;
    colour =
        Combo.of(
            "answers-colour",
            "What the colours of the cells tell",
            AnswerColour::title,
            plot()::redraw);
    colour.getItems().setAll(AnswerColour.values());
    colour.setValue(AnswerColour.RIGHT_OR_WRONG);
    plot().onClicked(this::clicked);
  }

  @Override
  public List<Node> controls() {
    return List.of(colour);
  }

  @Override
  public void begin(Subject subject) {
    grid = Optional.empty();
    task = subject.task();
  }

  @Override
  public Optional<Look> look() {
    return Optional.of(Look.at(Sight.ANSWERS));
  }

  @Override
  public void show(Snapshot snapshot) {
    grid = snapshot.answers();
    if (grid.isEmpty()) {
      missing("This task is no table of pairs, so there is no square to fill with answers.");
      return;
    }
    present(words(AnswerTally.of(grid.get())));
  }

  private void clicked(double x, double y) {
    grid.flatMap(shown -> geometry(shown).at(x, y))
        .ifPresent(
            pair -> {
              desk.pairProperty().set(pair);
              desk.open(TryPicture.KIND.id());
            });
  }

  private PairGrid geometry(AnswerGrid shown) {
    return PairGrid.of(shown.side(), plot().getWidth(), plot().getHeight() - LEGEND);
  }

  @Override
  protected String said(double x, double y) {
    return grid.flatMap(shown -> geometry(shown).at(x, y).map(pair -> words(shown, pair)))
        .orElse("Point at a cell to read it.");
  }

  private String words(AnswerGrid shown, Pair pair) {
    if (!shown.has(pair.a(), pair.b())) {
      return "a = " + pair.a() + ", b = " + pair.b() + " is not in the table.";
    }
    int index = shown.index(pair.a(), pair.b());
    return TaskFormula.of(task, pair, shown.answer()[index])
        + (shown.train()[index] ? " · trained" : " · hidden")
        + " · it says "
        + shown.predicted()[index]
        + (shown.right(index) ? ", right" : ", wrong")
        + " · probability of the right answer "
        + Words.perCent(shown.probability()[index]);
  }

  @Override
  protected void paint(GraphicsContext pen, double width, double height) {
    if (grid.isEmpty()) {
      return;
    }
    AnswerGrid shown = grid.get();
    PairGrid cells = geometry(shown);
    // In whole pixels, so that every dot is as large as the next.
    int pixels = cells.markable() ? (int) cells.cell() : 1;
    int side = shown.side();
    WritableImage filled =
        image.fill(side * pixels, side * pixels, (x, y) -> colourAt(shown, pixels, x, y));
    pen.drawImage(filled, cells.left(), cells.top(), cells.size(), cells.size());
    pen.setStroke(shades().line());
    pen.strokeRect(cells.left() - 0.5, cells.top() - 0.5, cells.size() + 1, cells.size() + 1);
    cells.label(pen, shades());
    paintLegend(pen, cells);
  }

  private int colourAt(AnswerGrid shown, int pixels, int x, int y) {
    int index = shown.index(x / pixels, shown.side() - 1 - y / pixels);
    int ground = colour.getValue().of(shown, index, shades());
    // The dot: a third of the cell, in its middle.
    int rim = pixels / 3;
    int inX = x % pixels;
    int inY = y % pixels;
    boolean inside = inX >= rim && inX < pixels - rim && inY >= rim && inY < pixels - rim;
    return pixels > 1 && inside && shown.train()[index] && shown.example()[index] >= 0
        ? ColourMap.argb(Shades.on(ColourMap.colour(ground)))
        : ground;
  }

  private void paintLegend(GraphicsContext pen, PairGrid cells) {
    double middle = cells.left() + cells.size() / 2;
    double y = cells.top() + cells.size() + LEGEND;
    if (colour.getValue() != AnswerColour.RIGHT_OR_WRONG) {
      new ColourKey(ColourMap.SEQUENTIAL, "0", "1").draw(pen, shades(), middle, y);
      return;
    }
    Color train = shades().palette().train();
    Color test = shades().palette().test();
    String[] words = {"trained, right", "wrong", "hidden, right", "wrong"};
    Color[] colours = {train, shades().pale(train, 0.2), test, shades().pale(test, 0.2)};
    double[] widths = {96, 62, 96, 62};
    double x = middle - (96 + 62) + 6;
    pen.setTextAlign(TextAlignment.LEFT);
    for (int i = 0; i < words.length; i++) {
      pen.setFill(colours[i]);
      pen.fillRect(x, y + 3, 10, 10);
      pen.setFill(shades().muted());
      pen.fillText(words[i], x + 14, y + ColourKey.HEIGHT / 2);
      x += widths[i];
    }
  }

  static String words(AnswerTally tally) {
    return Words.count(tally.trained())
        + " trained: "
        + Words.count(tally.trainedRight())
        + " right; "
        + Words.count(tally.hidden())
        + " hidden: "
        + Words.count(tally.hiddenRight())
        + " right.";
  }
}
