package grokscope.ui.picture.activation;

import grokscope.telemetry.snapshot.PairAttention;
import grokscope.telemetry.snapshot.SequenceAttention;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.ui.picture.paint.LayerChoice;
import grokscope.ui.picture.paint.Obstacles;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;

/** Where the heads of a layer look. FX thread only. */
public final class AttentionPicture extends PlotPicture {
  public static final PictureKind KIND =
      new PictureKind(
          "attention",
          "Attention",
          "Where the heads of a layer look",
          AttentionPicture::guide,
          Obstacles::toAttention,
          Duration.ofMillis(150),
          (pictureContext, text) -> new AttentionPicture(text));

  private static String guide(Subject run) {
    return "A head reads from each position in proportion to its attention: brighter is more. In a"
        + " new network it attends to everything nearly alike; in training it becomes selective. "
        + (run.pairs()
            ? "Every square shows all pairs: a to the right, b upwards."
            : "Every map is of one example: rows attend, columns are attended to.");
  }

  private final LayerChoice layer = new LayerChoice("attention", "Which layer of heads is shown");
  private final PairAttentionPlot pairPlot = new PairAttentionPlot();
  private final SequenceAttentionPlot sequencePlot = new SequenceAttentionPlot();
  private Optional<Subject> run = Optional.empty();
  private Optional<PairAttention> pairs = Optional.empty();
  private Optional<SequenceAttention> sequence = Optional.empty();

  AttentionPicture(PictureText text) {
    super(text, "attention-plot", "Where the heads look");
  }

  @Override
  public List<Node> controls() {
    return List.of(layer.node());
  }

  private static String heads(int count) {
    return count == 1 ? "1 head" : count + " heads";
  }

  private String token(int token) {
    return run.map(known -> known.token(token)).orElse("");
  }

  @Override
  public void begin(Subject subject) {
    run = Optional.of(subject);
    pairs = Optional.empty();
    sequence = Optional.empty();
  }

  @Override
  public Optional<SnapshotRequest> request() {
    return Optional.of(new SnapshotRequest(Set.of(SnapshotPart.ATTENTION), layer.get(), 0, 0));
  }

  @Override
  public void show(Snapshot snapshot) {
    pairs = snapshot.pairAttention();
    sequence = snapshot.sequenceAttention();
    if (pairs.isEmpty() && sequence.isEmpty()) {
      missing();
      return;
    }
    pairs.ifPresent(
        shown -> {
          layer.offer(shown.layers());
          present(
              heads(shown.heads())
                  + ", seen from "
                  + (shown.context() == 2 ? "b" : "the =")
                  + ", the position that gives the answer.");
        });
    sequence.ifPresent(
        shown -> {
          layer.offer(shown.layers());
          present(
              heads(shown.heads())
                  + " in the first example: rows are the positions that attend, columns"
                  + " those attended to. Where there is room, the tokens are on the edges.");
        });
  }

  @Override
  protected String wordsAt(double x, double y) {
    double width = plot().across();
    double height = plot().down();
    return pairs
        .flatMap(shown -> PairAttentionPlot.words(shown, width, height, x, y))
        .or(
            () ->
                sequence.flatMap(
                    shown -> SequenceAttentionPlot.words(shown, this::token, width, height, x, y)))
        .orElse("Point at a map to read it.");
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    pairs.ifPresent(shown -> pairPlot.paint(pen, colors(), shown, width, height));
    sequence.ifPresent(
        shown -> sequencePlot.paint(pen, colors(), shown, this::token, width, height));
  }
}
