package grokscope.ui.picture.answer;

import grokscope.telemetry.snapshot.AnswerGrid;
import grokscope.telemetry.snapshot.Prediction;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.ui.picture.paint.Pair;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PictureContext;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.Subject;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What the network answers to a chosen pair. FX thread only. */
final class PairTrial extends PlotPicture {
  private final PictureContext pictureContext;
  private final NumberField first;
  private final NumberField second;
  private Optional<AnswerGrid> table = Optional.empty();
  private final AnswerBars bars = new AnswerBars();
  private final HBox controls;
  private Optional<Subject> subject = Optional.empty();

  PairTrial(PictureContext pictureContext, PictureText text) {
    super(text, "try-plot", "The logits of all answers");
    this.pictureContext = pictureContext;
    first = new NumberField("try-a", "The first number, a", a -> choose(a, pair().b()));
    second = new NumberField("try-b", "The second number, b", b -> choose(pair().a(), b));
    pictureContext.pairProperty().addListener((property, before, now) -> chosen(now));
    controls = new HBox(new Label("a"), first, new Label("b"), second);
    controls.getStyleClass().add("picture-controls");
    controls.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  public List<Node> controls() {
    return List.of(controls);
  }

  @Override
  public void begin(Subject next) {
    subject = Optional.of(next);
    table = Optional.empty();
    bars.show(Optional.empty());
  }

  private Pair pair() {
    return pictureContext.pairProperty().get();
  }

  private void choose(int a, int b) {
    if (table.isPresent()) {
      pictureContext.pairProperty().set(new Pair(a, b));
    }
  }

  private void chosen(Pair now) {
    first.show(now.a());
    second.show(now.b());
    if (table.isPresent() && example().isEmpty()) {
      bars.show(Optional.empty());
      present(words());
    }
  }

  /** First the table, to know where in it each pair is; then one pair at a time. */
  @Override
  public Optional<SnapshotRequest> request() {
    return table.isEmpty()
        ? Optional.of(SnapshotRequest.at(SnapshotPart.ANSWERS))
        : example().map(SnapshotRequest::about);
  }

  private Optional<Integer> example() {
    return table
        .filter(known -> known.has(pair().a(), pair().b()))
        .map(known -> known.example()[known.index(pair().a(), pair().b())]);
  }

  @Override
  public void show(Snapshot snapshot) {
    if (table.isEmpty()) {
      snapshot.answers().ifPresentOrElse(this::learn, this::missing);
    }
    if (table.isPresent()) {
      bars.show(
          snapshot
              .prediction()
              .filter(said -> example().filter(row -> row == said.example()).isPresent()));
      present(words());
    }
  }

  private void learn(AnswerGrid known) {
    int largest = known.side() - 1;
    Pair wanted = new Pair(Math.min(pair().a(), largest), Math.min(pair().b(), largest));
    table = Optional.of(known);
    pictureContext.pairProperty().set(wanted);
    chosen(wanted);
    first.count(known.side());
    second.count(known.side());
  }

  private String words() {
    if (example().isEmpty()) {
      return "a = " + pair().a() + ", b = " + pair().b() + " is not part of this task.";
    }
    return bars.prediction().map(this::words).orElse("");
  }

  private String words(Prediction said) {
    return TaskFormula.of(subject.map(Subject::task).orElse(""), pair(), said.rule()[0])
        + ". "
        + bars.words(subject, "pair");
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    bars.paint(pen, colors(), plot(), 0);
  }

  @Override
  protected String wordsAt(double x, double y) {
    return bars.wordsAt(plot(), 0, x, y).orElse("Point at a bar to read it.");
  }
}
