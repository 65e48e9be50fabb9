package grokscope.ui.picture.weight;

import grokscope.measure.fourier.EmbeddingReading;
import grokscope.measure.fourier.FrequencyRing;
import grokscope.measure.fourier.NumberWeights;
import grokscope.measure.fourier.PlanePoints;
import grokscope.measure.fourier.PrincipalPlane;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.ComboBoxes;
import grokscope.ui.control.Visibility;
import grokscope.ui.picture.paint.Obstacles;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;

/** How the numbers lie in what the network has learned about them. FX thread only. */
public final class EmbeddingPicture extends PlotPicture {
  public static final PictureKind KIND =
      new PictureKind(
          "embedding",
          "Embedding",
          "Where the network has placed the numbers, on a plane",
          EmbeddingPicture::guide,
          Obstacles::toEmbedding,
          Duration.ofMillis(150),
          (pictureContext, text) -> new EmbeddingPicture(text));

  private static String guide(Subject run) {
    String weights = run.numberWeights();
    return run.sums()
        ? "Each dot is a number, placed by the weights that the network has for it (its "
            + weights
            + "). In a network that only memorises the dots are scattered; in one that has found"
            + " the rule they form a ring like the hours of a clock, and adding is moving round it."
            + " Lines and colours follow the ring."
        : "Each dot is a token, placed by the weights that the network has for it (its "
            + weights
            + "), first along the two directions in which the tokens differ most. In a new network"
            + " the dots are scattered; in training, those with a similar part in the task may move"
            + " together.";
  }

  /** Below this share of variation, distances from the middle are called a ring's. */
  private static final double EVEN = 0.2;

  private final EmbeddingReader reader;
  private final EmbeddingPlot drawn = new EmbeddingPlot();
  private final PrincipalPlane principal = new PrincipalPlane();
  private final ComboBox<PlaneChoice> plane;
  private final Button remember = new Button("Remember this moment");
  private Optional<EmbeddingReading> reading = Optional.empty();
  private int numbers;
  private int step;
  private boolean listing;

  EmbeddingPicture(PictureText text) {
    super(text, "embedding-plot", "The numbers on a plane");
    this.reader = new EmbeddingReader(text);
    plane =
        ComboBoxes.of(
            "embedding-plane",
            "Plane",
            choice -> choice.words(reading.map(EmbeddingReading::shares).orElse(new double[0])),
            this::place);
    plane.getItems().setAll(PlaneChoice.LARGEST, PlaneChoice.PRINCIPAL);
    plane.setValue(PlaneChoice.LARGEST);
    plane.setOnShowing(opening -> list());
    remember.getStyleClass().add("small");
    remember.setOnAction(click -> remember());
    Accessible.as(remember, "embedding-remember", "Keep this picture faintly behind later ones");
  }

  @Override
  public List<Node> controls() {
    return List.of(plane, remember);
  }

  @Override
  public void begin(Subject subject) {
    numbers = subject.shape().numbers();
    reading = Optional.empty();
    drawn.clear();
    plane.setValue(subject.sums() ? PlaneChoice.LARGEST : PlaneChoice.PRINCIPAL);
    Visibility.reveal(remember, !subject.foreign()); // of which there is no later picture
  }

  @Override
  public Optional<SnapshotRequest> request() {
    return Optional.of(SnapshotRequest.at(SnapshotPart.WEIGHTS));
  }

  @Override
  public void show(Snapshot snapshot) {
    step = snapshot.step();
    reading = reader.read(snapshot, numbers);
    place();
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    drawn.paint(pen, colors(), width, height);
  }

  @Override
  protected String wordsAt(double x, double y) {
    return drawn.said(new Point2D(x, y), plot().across(), plot().down());
  }

  private void remember() {
    drawn.remember(step);
    plot().redraw();
  }

  /** Lists the frequencies anew when the list is opened, the strongest first. */
  private void list() {
    List<PlaneChoice> choices = new ArrayList<>();
    choices.add(PlaneChoice.LARGEST);
    choices.add(PlaneChoice.PRINCIPAL);
    reading
        .map(EmbeddingReading::byShare)
        .ifPresent(all -> all.forEach(k -> choices.add(new PlaneChoice(k))));
    PlaneChoice now = plane.getValue();
    listing = true;
    plane.getItems().setAll(choices);
    plane.setValue(now);
    listing = false;
  }

  private void place() {
    if (reading.isEmpty() || listing || plane.getValue() == null) {
      return;
    }
    EmbeddingReading now = reading.get();
    Optional<FrequencyRing> frequencyRing = ring(now, plane.getValue());
    boolean onRing = frequencyRing.isPresent() && !plane.getValue().equals(PlaneChoice.PRINCIPAL);
    PlanePoints planePoints =
        onRing
            ? PlanePoints.ofFrequency(
                now, now.basis().orElseThrow(), frequencyRing.get().frequency())
            : principal.of(now);
    drawn.show(planePoints, frequencyRing, onRing);
    present(onRing ? words(frequencyRing.get(), planePoints, now.weights()) : words(planePoints));
  }

  /** The order in which the numbers are joined: of the frequency chosen, or of the strongest. */
  private static Optional<FrequencyRing> ring(EmbeddingReading now, PlaneChoice choice) {
    if (now.spectrum().isEmpty()) {
      return Optional.empty();
    }
    int frequency = choice.frequency() > 0 ? choice.frequency() : now.byShare().get(0);
    return Optional.of(new FrequencyRing(now.numbers(), frequency));
  }

  static String words(FrequencyRing frequencyRing, PlanePoints planePoints, NumberWeights weights) {
    int step = frequencyRing.step();
    double unevenness = planePoints.unevenness();
    return "This is the ring of frequency "
        + frequencyRing.frequency()
        + ", one wave of several; it holds "
        + NumberText.perCent(planePoints.share())
        + " of the "
        + weights.words()
        + ". Round it, add "
        + step
        + " each time ("
        + frequencyRing.p()
        + " counts as 0): 0, "
        + step
        + ", "
        + 2 * step % frequencyRing.p()
        + ", … Distances from the middle vary by "
        + NumberText.perCent(unevenness)
        + (unevenness < EVEN ? ": a ring." : ": no ring.");
  }

  private static String words(PlanePoints planePoints) {
    return "The two directions in which the numbers differ most hold "
        + NumberText.perCent(planePoints.share())
        + " of their variance.";
  }
}
