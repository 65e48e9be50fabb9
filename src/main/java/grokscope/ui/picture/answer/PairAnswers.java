package grokscope.ui.picture.answer;

import grokscope.measure.AnswerTally;
import grokscope.telemetry.snapshot.AnswerGrid;
import grokscope.telemetry.snapshot.AnswerSet;
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
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PictureContext;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.PixelImage;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.SplitKnowledge;
import grokscope.ui.picture.paint.Subject;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.image.WritableImage;

/** What the network answers to every pair. FX thread only. */
final class PairAnswers extends PlotPicture {
  private static final double LEGEND = 20;

  private final PictureContext pictureContext;
  private final ComboBox<AnswerColor> color;
  private final PixelImage image = new PixelImage();
  private Optional<AnswerGrid> grid = Optional.empty();
  private Optional<Subject> subject = Optional.empty();

  PairAnswers(PictureContext pictureContext, PictureText text) {
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
  public void begin(Subject next) {
    grid = Optional.empty();
    subject = Optional.of(next);
  }

  @Override
  public Optional<SnapshotRequest> request() {
    return Optional.of(SnapshotRequest.at(SnapshotPart.ANSWERS));
  }

  @Override
  public void show(Snapshot snapshot) {
    grid = snapshot.answers();
    if (grid.isEmpty()) {
      missing();
      return;
    }
    present(TallyText.of(AnswerTally.of(grid.get().answers()), split()));
  }

  private SplitKnowledge split() {
    return subject.map(Subject::split).orElse(SplitKnowledge.OWN_RUN);
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
    return PairGrid.of(shown.side(), plot().across(), plot().down() - LEGEND);
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
    AnswerSet answers = shown.answers();
    int index = shown.index(pair.a(), pair.b());
    return TaskFormula.of(subject.map(Subject::task).orElse(""), pair, answers.rule()[index])
        + " · "
        + said(answers, index)
        + " · probability of "
        + answers.label()[index]
        + ": "
        + NumberText.perCent(answers.probability()[index]);
  }

  private String said(AnswerSet answers, int index) {
    if (!answers.answered(index)) {
      return "no answer: the logits are not numbers";
    }
    String predicted = "predicted " + answers.predicted()[index];
    if (answers.mislabeled(index)) {
      return part(true)
          + "with the wrong answer "
          + answers.label()[index]
          + " · "
          + predicted
          + (answers.right(index)
              ? ", as given"
              : answers.byRule(index) ? ", right all the same" : ", wrong");
    }
    String side = part(answers.train()[index]);
    return (side.isEmpty() ? "" : side + "· ")
        + predicted
        + (answers.right(index) ? ", right" : ", wrong");
  }

  private String part(boolean train) {
    return switch (split()) {
      case UNKNOWN -> "";
      case ASSUMED -> train ? "training part " : "hidden part ";
      case OWN_RUN, NAMED -> train ? "trained " : "hidden ";
    };
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
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
    frame(pen, cells, shown);
    cells.label(pen, colors());
    paintLegend(pen, cells);
  }

  /** Frames what is trained with a wrong answer: outside its cell where that is small. */
  private void frame(Pen pen, PairGrid cells, AnswerGrid shown) {
    pen.setStroke(colors().palette().danger());
    for (int a = 0; a < shown.side(); a++) {
      for (int b = 0; b < shown.side(); b++) {
        if (shown.answers().mislabeled(shown.index(a, b))) {
          pen.strokeRect(
              cells.x(a) - 0.5, cells.y(b) - 0.5, cells.cell() + 0.5, cells.cell() + 0.5);
        }
      }
    }
  }

  /** Whether trained pairs are told from others. */
  private boolean marked() {
    return split() != SplitKnowledge.UNKNOWN;
  }

  private int colorAt(AnswerGrid shown, int pixels, int x, int y) {
    int index = shown.index(x / pixels, shown.side() - 1 - y / pixels);
    int ground = color.getValue().of(shown.answers(), index, marked(), colors());
    // The dot: a third of the cell, in its middle.
    int rim = pixels / 3;
    int inX = x % pixels;
    int inY = y % pixels;
    boolean inside = inX >= rim && inX < pixels - rim && inY >= rim && inY < pixels - rim;
    return pixels > 1 && inside && marked() && shown.answers().train()[index]
        ? ColorMap.argb(PictureColors.on(ColorMap.color(ground)))
        : ground;
  }

  private void paintLegend(Pen pen, PairGrid cells) {
    double middle = cells.left() + cells.size() / 2;
    double y = cells.top() + cells.size() + LEGEND;
    if (color.getValue() != AnswerColor.RIGHT_OR_WRONG) {
      new ColorKey(ColorMap.SEQUENTIAL, "0", "1").draw(pen, colors(), middle, y);
      return;
    }
    boolean mislabels = subject.filter(Subject::mislabels).isPresent();
    AnswerLegend.draw(pen, colors(), new Point2D(middle, y), split(), mislabels);
  }
}
