package grokscope.ui.picture.answer;

import grokscope.measure.Ranking;
import grokscope.telemetry.snapshot.AnswerGrid;
import grokscope.telemetry.snapshot.Prediction;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.text.NumberText;
import grokscope.ui.picture.paint.Pair;
import grokscope.ui.picture.paint.PictureContext;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What the network answers to a chosen pair. FX thread only. */
public final class TryPicture extends PlotPicture {
  public static final PictureKind KIND =
      new PictureKind(
          "try",
          "Try it",
          "Ask the network about a pair of your own",
          "Type two numbers, or step with the arrow keys. Every bar is an answer that the network"
              + " could give; it gives the tallest. Try a hidden pair before and after it groks.",
          Duration.ofMillis(150),
          TryPicture::new);

  private static final double LEFT = 40;
  private static final int LIKELY = 5;

  private final PictureContext pictureContext;
  private final NumberField first;
  private final NumberField second;
  private Optional<AnswerGrid> table = Optional.empty();
  private Optional<Prediction> prediction = Optional.empty();
  private Ranking ranking = new Ranking(new double[0]);
  private String task = "";
  private boolean noTable;

  TryPicture(PictureContext pictureContext, PictureText text) {
    super(text, "try-plot", "The logits of all answers");
    this.pictureContext = pictureContext;
    first = new NumberField("try-a", "The first number, a", a -> choose(a, pair().b()));
    second = new NumberField("try-b", "The second number, b", b -> choose(pair().a(), b));
    pictureContext.pairProperty().addListener((property, before, now) -> chosen(now));
  }

  @Override
  public List<Node> controls() {
    HBox numbers = new HBox(new Label("a"), first, new Label("b"), second);
    numbers.getStyleClass().add("picture-controls");
    numbers.setAlignment(Pos.CENTER_LEFT);
    return List.of(numbers);
  }

  @Override
  public void begin(Subject subject) {
    task = subject.task();
    table = Optional.empty();
    prediction = Optional.empty();
    noTable = false;
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
      prediction = Optional.empty();
      present(words());
    }
  }

  /** First the table, to know where in it each pair is; then one pair at a time. */
  @Override
  public Optional<SnapshotRequest> request() {
    if (noTable) {
      return Optional.empty();
    }
    return table.isEmpty()
        ? Optional.of(SnapshotRequest.at(SnapshotPart.ANSWERS))
        : example().map(row -> new SnapshotRequest(Set.of(SnapshotPart.GUESS), 0, 0, row));
  }

  private Optional<Integer> example() {
    return table
        .filter(known -> known.has(pair().a(), pair().b()))
        .map(known -> known.example()[known.index(pair().a(), pair().b())]);
  }

  @Override
  public void show(Snapshot snapshot) {
    if (table.isEmpty()) {
      if (snapshot.answers().isEmpty()) {
        noTable = true;
        missing("This task is not a table of pairs, so there is no pair to try.");
        return;
      }
      learn(snapshot.answers().get());
    }
    prediction =
        snapshot
            .prediction()
            .filter(said -> example().filter(row -> row == said.example()).isPresent());
    ranking = prediction.map(said -> Ranking.of(said.logits())).orElse(new Ranking(new double[0]));
    present(words());
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
    return prediction.map(this::words).orElse("");
  }

  private String words(Prediction said) {
    if (ranking.undefined()) {
      return TaskFormula.of(task, pair(), said.answer())
          + ". The network gives no answer: its logits are not numbers.";
    }
    int predicted = ranking.first(1).get(0);
    return TaskFormula.of(task, pair(), said.answer())
        + ". The network predicts "
        + predicted
        + (predicted == said.answer() ? ", which is right. " : ", which is wrong. ")
        + (said.train()
            ? "It is trained on this pair."
            : "This pair is hidden: the network is never trained on it.")
        + " Most likely: "
        + words(ranking, LIKELY)
        + ".";
  }

  private static Rectangle2D place(double width, double height) {
    return new Rectangle2D(LEFT, 0, Math.max(1, width - LEFT - 4), Math.max(1, height));
  }

  @Override
  protected void paint(GraphicsContext pen, double width, double height) {
    prediction
        .filter(said -> !ranking.undefined())
        .ifPresent(
            said ->
                LogitBars.draw(pen, colors(), place(width, height), said, ranking.first(1).get(0)));
  }

  @Override
  protected String wordsAt(double x, double y) {
    Rectangle2D place = place(plot().getWidth(), plot().getHeight());
    return prediction
        .filter(said -> place.contains(x, y))
        .map(said -> words(said, LogitBars.axis(place, said.logits().length).number(x)))
        .orElse("Point at a bar to read it.");
  }

  private String words(Prediction said, int number) {
    return "Answer "
        + number
        + String.format(Locale.ROOT, " · logit %.2f", said.logits()[number])
        + " · probability "
        + NumberText.perCent(ranking.probabilities()[number]);
  }

  /** The first classes with their probabilities: "52 (99.1 %), 3 (0.2 %)". */
  public static String words(Ranking ranking, int count) {
    return ranking.first(count).stream()
        .map(c -> c + " (" + NumberText.perCent(ranking.probabilities()[c]) + ")")
        .collect(Collectors.joining(", "));
  }
}
