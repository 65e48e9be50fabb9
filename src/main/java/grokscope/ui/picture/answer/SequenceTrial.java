package grokscope.ui.picture.answer;

import grokscope.task.QuestionForm;
import grokscope.task.UnreadableQuestion;
import grokscope.telemetry.snapshot.AskedSequence;
import grokscope.telemetry.snapshot.Prediction;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.ui.control.Accessible;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** What the network answers to a typed sequence, or to one of the task's. FX thread only. */
final class SequenceTrial extends PlotPicture {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final TextField question = new TextField();
  private final NumberField number;
  private final List<Node> controls;
  private final AnswerBars bars = new AnswerBars();
  private Optional<AnswerTiles> tiles = Optional.empty();
  private Optional<Subject> subject = Optional.empty();
  private Optional<QuestionForm> form = Optional.empty();
  private Optional<AskedSequence> typed = Optional.empty(); // without: an example is asked
  private String problem = "";
  private int example;
  private boolean writing; // of an example, not by the user

  SequenceTrial(PictureText text) {
    super(text, "try-sequence-plot", "The answers to the question");
    number = new NumberField("try-example", "An example of the task's table", this::take);
    question.getStyleClass().addAll("small", "picture-number");
    question.setPrefColumnCount(24);
    question.textProperty().addListener((property, before, now) -> read(now));
    Accessible.as(question, "try-question", "The question");
    controls = List.of(labeled("example", number), labeled("question", question));
  }

  private static HBox labeled(String words, TextField field) {
    HBox box = new HBox(new Label(words), field);
    box.getStyleClass().add("picture-controls");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  @Override
  public List<Node> controls() {
    return controls;
  }

  @Override
  public void begin(Subject next) {
    subject = Optional.of(next);
    form = next.questions();
    form.ifPresent(known -> Accessible.describe(question, known.allowed()));
    example = Math.min(example, next.shape().examples() - 1);
    number.show(example); // before it is told how many there are, or it would choose its own
    number.count(next.shape().examples());
    take(example);
  }

  private void take(int row) {
    example = row;
    typed = Optional.empty();
    complain("");
    forget();
  }

  private void forget() {
    tiles = Optional.empty();
    bars.show(Optional.empty());
    plot().redraw();
  }

  private void read(String now) {
    if (writing || form.isEmpty()) {
      return;
    }
    forget();
    try {
      typed = Optional.of(form.get().read(now));
      complain("");
    } catch (UnreadableQuestion refused) {
      complain(refused.sentence());
      present(problem);
    }
  }

  private void complain(String sentence) {
    problem = sentence;
    question.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
  }

  @Override
  public Optional<SnapshotRequest> request() {
    return problem.isEmpty()
        ? Optional.of(
            typed.map(SnapshotRequest::about).orElseGet(() -> SnapshotRequest.about(example)))
        : Optional.empty();
  }

  @Override
  public void show(Snapshot snapshot) {
    Optional<Prediction> said = snapshot.prediction().filter(this::isAsked);
    if (said.isEmpty() || !problem.isEmpty()) {
      return;
    }
    if (typed.isEmpty()) {
      writing = true;
      form.ifPresent(known -> question.setText(known.write(said.get().tokens())));
      writing = false;
    }
    boolean several = said.get().answers() > 1;
    bars.show(said.filter(now -> !several));
    tiles =
        said.filter(now -> several)
            .flatMap(
                now -> subject.map(run -> new AnswerTiles(now, run.shape().answers(), run::token)));
    present(words(said.get()));
  }

  private boolean isAsked(Prediction said) {
    return typed
        .map(asked -> asked.tokens().equals(Arrays.stream(said.tokens()).boxed().toList()))
        .orElse(said.example() == example);
  }

  private String words(Prediction said) {
    return tiles
        .map(
            now ->
                now.words()
                    + subject
                        .map(run -> " " + MembershipText.of(run, said.membership(), "example"))
                        .orElse(""))
        .orElseGet(() -> "Right is " + said.rule()[0] + ". " + bars.words(subject, "example"));
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    tiles.ifPresent(now -> now.paint(pen, colors(), width, height));
    bars.paint(pen, colors(), plot(), 0);
  }

  @Override
  protected String wordsAt(double x, double y) {
    return tiles
        .flatMap(now -> now.wordsAt(plot().across(), plot().down(), x, y))
        .or(() -> bars.wordsAt(plot(), 0, x, y))
        .orElse(
            problem.isEmpty()
                ? "Point at an answer to read it."
                : form.map(QuestionForm::allowed).orElse(""));
  }
}
