package grokscope.ui.picture.answer;

import grokscope.measure.AnswerTally;
import grokscope.telemetry.snapshot.AnswerGrid;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.text.NumberText;
import grokscope.ui.color.ColorMap;
import grokscope.ui.color.PictureColors;
import grokscope.ui.control.ComboBoxes;
import grokscope.ui.picture.paint.ColorKey;
import grokscope.ui.picture.paint.Pair;
import grokscope.ui.picture.paint.PairGrid;
import grokscope.ui.picture.paint.PictureContext;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.PixelImage;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.Subject;
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
public final class AnswersPicture extends PlotPicture {
  public static final PictureKind KIND =
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

  private final PictureContext pictureContext;
  private final ComboBox<AnswerColor> color;
  private final PixelImage image = new PixelImage();
  private Optional<AnswerGrid> grid = Optional.empty();
  private String task = "";

  AnswersPicture(PictureContext pictureContext, PictureText text) {
    super(text, "answers-plot", "The answers to all pairs");
    this.pictureContext = pictureContext;
    color = ComboBoxes.of("answers-colour", "Colour by", AnswerColor::title, plot()::redraw);
    color.getItems().setAll(AnswerColor.values());
    color.setValue(AnswerColor.RIGHT_OR_WRONG);
    plot().onClicked(this::clicked);
  }

  @Override
  public List<Node> controls() {
    return List.of(color);
  }

  @Override
  public void begin(Subject subject) {
    grid = Optional.empty();
    task = subject.task();
  }

  @Override
  public Optional<SnapshotRequest> request() {
    return Optional.of(SnapshotRequest.at(SnapshotPart.ANSWERS));
  }

  @Override
  public void show(Snapshot snapshot) {
    grid = snapshot.answers();
    if (grid.isEmpty()) {
      missing("This task is not a table of pairs, so there are no answers to arrange in a square.");
      return;
    }
    present(words(AnswerTally.of(grid.get())));
  }

  private void clicked(double x, double y) {
    grid.flatMap(shown -> geometry(shown).at(x, y))
        .ifPresent(
            pair -> {
              pictureContext.pairProperty().set(pair);
              pictureContext.open(TryPicture.KIND.id());
            });
  }

  private PairGrid geometry(AnswerGrid shown) {
    return PairGrid.of(shown.side(), plot().getWidth(), plot().getHeight() - LEGEND);
  }

  @Override
  protected String wordsAt(double x, double y) {
    return grid.flatMap(shown -> geometry(shown).at(x, y).map(pair -> words(shown, pair)))
        .orElse("Point at a cell to read it.");
  }

  private String words(AnswerGrid shown, Pair pair) {
    if (!shown.has(pair.a(), pair.b())) {
      return "a = " + pair.a() + ", b = " + pair.b() + " is not part of this task.";
    }
    int index = shown.index(pair.a(), pair.b());
    return TaskFormula.of(task, pair, shown.answer()[index])
        + (shown.train()[index] ? " · trained" : " · hidden")
        + " · predicted "
        + shown.predicted()[index]
        + (shown.right(index) ? ", right" : ", wrong")
        + " · probability of the right answer "
        + NumberText.perCent(shown.probability()[index]);
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
        image.fill(side * pixels, side * pixels, (x, y) -> colorAt(shown, pixels, x, y));
    pen.drawImage(filled, cells.left(), cells.top(), cells.size(), cells.size());
    pen.setStroke(colors().line());
    pen.strokeRect(cells.left() - 0.5, cells.top() - 0.5, cells.size() + 1, cells.size() + 1);
    cells.label(pen, colors());
    paintLegend(pen, cells);
  }

  private int colorAt(AnswerGrid shown, int pixels, int x, int y) {
    int index = shown.index(x / pixels, shown.side() - 1 - y / pixels);
    int ground = color.getValue().of(shown, index, colors());
    // The dot: a third of the cell, in its middle.
    int rim = pixels / 3;
    int inX = x % pixels;
    int inY = y % pixels;
    boolean inside = inX >= rim && inX < pixels - rim && inY >= rim && inY < pixels - rim;
    return pixels > 1 && inside && shown.train()[index] && shown.example()[index] >= 0
        ? ColorMap.argb(PictureColors.on(ColorMap.color(ground)))
        : ground;
  }

  private void paintLegend(GraphicsContext pen, PairGrid cells) {
    double middle = cells.left() + cells.size() / 2;
    double y = cells.top() + cells.size() + LEGEND;
    if (color.getValue() != AnswerColor.RIGHT_OR_WRONG) {
      new ColorKey(ColorMap.SEQUENTIAL, "0", "1").draw(pen, colors(), middle, y);
      return;
    }
    Color train = colors().palette().train();
    Color test = colors().palette().test();
    String[] words = {"trained, right", "wrong", "hidden, right", "wrong"};
    Color[] colors = {train, colors().pale(train, 0.2), test, colors().pale(test, 0.2)};
    double[] widths = {96, 62, 96, 62};
    double x = middle - (96 + 62) + 6;
    pen.setTextAlign(TextAlignment.LEFT);
    for (int i = 0; i < words.length; i++) {
      pen.setFill(colors[i]);
      pen.fillRect(x, y + 3, 10, 10);
      pen.setFill(colors().muted());
      pen.fillText(words[i], x + 14, y + ColorKey.HEIGHT / 2);
      x += widths[i];
    }
  }

  public static String words(AnswerTally tally) {
    return NumberText.count(tally.trained())
        + " trained: "
        + NumberText.count(tally.trainedRight())
        + " right; "
        + NumberText.count(tally.hidden())
        + " hidden: "
        + NumberText.count(tally.hiddenRight())
        + " right.";
  }
}
