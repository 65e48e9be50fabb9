package grokscope.ui.picture.answer;

import grokscope.telemetry.snapshot.Prediction;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PictureContext;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What the network answers to one image, and the image. FX thread only. */
final class ImageTrial extends PlotPicture {
  private static final double PICTURE = 112;
  private static final double RIM = 8;

  private final PictureContext pictureContext;
  private final NumberField number;
  private final PixelShelf pixels = new PixelShelf();
  private final AnswerBars bars = new AnswerBars();
  private final HBox controls;
  private Optional<Subject> subject = Optional.empty();

  ImageTrial(PictureContext pictureContext, PictureText text) {
    super(text, "try-picture-plot", "An image and the logits of all answers");
    this.pictureContext = pictureContext;
    number =
        new NumberField(
            "try-picture", "The number of the image", n -> pictureContext.exampleProperty().set(n));
    controls = new HBox(new Label("image"), number);
    controls.getStyleClass().add("picture-controls");
    controls.setAlignment(Pos.CENTER_LEFT);
    pictureContext
        .exampleProperty()
        .addListener((property, before, now) -> number.show(now.intValue()));
  }

  @Override
  public List<Node> controls() {
    return List.of(controls);
  }

  @Override
  public void begin(Subject next) {
    subject = Optional.of(next);
    bars.show(Optional.empty());
    next.images().ifPresent(pixels::begin);
    int examples = next.shape().examples();
    if (example() >= examples) {
      pictureContext.exampleProperty().set(0);
    }
    number.show(example()); // before it is told how many there are, or it would choose its own
    number.count(examples);
  }

  private int example() {
    return pictureContext.exampleProperty().get();
  }

  @Override
  public Optional<SnapshotRequest> request() {
    return Optional.of(
        new SnapshotRequest(
            Set.of(SnapshotPart.GUESS, SnapshotPart.PIXELS),
            0,
            0,
            example(),
            Optional.empty(),
            pixels.missing(List.of(example()))));
  }

  @Override
  public void show(Snapshot snapshot) {
    snapshot.pixels().ifPresent(pixels::keep);
    bars.show(snapshot.prediction());
    present(bars.prediction().map(this::words).orElse(""));
  }

  private String words(Prediction said) {
    return "Image "
        + said.example()
        + " is a "
        + said.rule()[0]
        + ". "
        + bars.words(subject, "image");
  }

  private double left() {
    return pixels.width(pixels.zoom(PICTURE)) + RIM;
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    bars.prediction()
        .ifPresent(
            said -> {
              int zoom = pixels.zoom(PICTURE);
              pixels.draw(pen, colors(), said.example(), 1, RIM, zoom);
              pen.setStroke(colors().line());
              pen.strokeRect(0.5, RIM - 0.5, pixels.width(zoom) + 1, pixels.height(zoom) + 1);
            });
    bars.paint(pen, colors(), plot(), left());
  }

  @Override
  protected String wordsAt(double x, double y) {
    return bars.wordsAt(plot(), left(), x, y).orElse("Point at a bar to read it.");
  }
}
