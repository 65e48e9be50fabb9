package grokscope.ui.picture.weight;

import grokscope.measure.WeightReading;
import grokscope.telemetry.ProfileHistory;
import grokscope.telemetry.Tensor;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.text.NumberText;
import grokscope.ui.control.ComboBoxes;
import grokscope.ui.picture.paint.ColorKey;
import grokscope.ui.picture.paint.Obstacles;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.PixelImage;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.Subject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/** One matrix of the network, and how large each has been. FX thread only. */
public final class WeightsPicture extends PlotPicture {
  public static final PictureKind KIND =
      new PictureKind(
          "weights",
          "Weights",
          "A matrix of weights, and the norms of all",
          WeightsPicture::guide,
          Obstacles::none,
          Duration.ofMillis(150),
          (pictureContext, text) -> new WeightsPicture(text));

  private static String guide(Subject run) {
    return "Every cell is a weight of the matrix, coloured by its sign and size. Weight decay, if"
        + " there is any, pulls all of them towards zero; what is needed stays, and stripes and"
        + " waves come out of the noise."
        + (run.foreign() ? "" : " At the bottom: Σw² of each matrix over the steps.");
  }

  private static final double MOST_FOR_NORMS = 0.4;
  private static final double RIM = 2;

  private final ComboBox<String> matrix;
  private final PixelImage image = new PixelImage();
  private List<Tensor> weights = List.of();
  private ProfileHistory norms = new ProfileHistory();
  private boolean listing;
  private int step;

  WeightsPicture(PictureText text) {
    super(text, "weights-plot", "A matrix of weights");
    matrix =
        ComboBoxes.of(
            "weights-matrix",
            "The matrix to show, with its numbers of rows and columns",
            this::title,
            this::shown);
  }

  private String title(String name) {
    return weights.stream()
        .filter(tensor -> tensor.name().equals(name))
        .findFirst()
        .map(WeightsPicture::title)
        .orElse(name);
  }

  /** The name with the lengths: "embed.W_E 59 × 128". */
  static String title(Tensor tensor) {
    return tensor.name()
        + "  "
        + Arrays.stream(tensor.shape())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(" × "));
  }

  @Override
  public List<Node> controls() {
    return List.of(matrix);
  }

  @Override
  public void begin(Subject subject) {
    weights = List.of();
    norms = subject.norms();
  }

  @Override
  public Optional<SnapshotRequest> request() {
    return Optional.of(SnapshotRequest.at(SnapshotPart.WEIGHTS));
  }

  @Override
  public void show(Snapshot snapshot) {
    step = snapshot.step();
    weights = snapshot.weights();
    if (weights.isEmpty()) {
      missing();
      return;
    }
    offer(weights.stream().map(Tensor::name).toList());
    shown();
  }

  private void offer(List<String> names) {
    if (!matrix.getItems().equals(names)) {
      String before = matrix.getValue();
      listing = true;
      matrix.getItems().setAll(names);
      matrix.setValue(names.contains(before) ? before : names.get(0));
      listing = false;
    }
  }

  private Optional<WeightReading> reading() {
    return weights.stream()
        .filter(tensor -> tensor.name().equals(matrix.getValue()))
        .findFirst()
        .map(WeightReading::new);
  }

  private void shown() {
    if (!listing) {
      reading().ifPresent(now -> present(words(now)));
    }
  }

  static String words(WeightReading now) {
    int broken = now.broken();
    String others =
        broken == 0
            ? ""
            : NumberText.count(broken)
                + " of "
                + NumberText.count(now.tensor().values().length)
                + " weights are not numbers and are left blank. The others: ";
    return others
        + "Σw² = "
        + NumberText.threeDigits(now.squares())
        + "; the largest weight is ±"
        + NumberText.threeDigits(now.largest())
        + ". "
        + NumberText.perCent(now.smallShare())
        + " of the weights are below a hundredth of it.";
  }

  @Override
  public void profiled() {
    plot().redraw();
  }

  /** The heat map's place: all but what the norms need. */
  private Rectangle2D mapPlace(double width, double height) {
    double below = norms.isEmpty() ? 0 : normsHeight(width, height);
    return new Rectangle2D(
        RIM,
        RIM,
        Math.max(1, width - 2 * RIM),
        Math.max(1, height - below - ColorKey.HEIGHT - 4 * RIM));
  }

  private double normsHeight(double width, double height) {
    return Math.min(height * MOST_FOR_NORMS, NormCurves.height(norms.labels().size(), width));
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (reading().isEmpty()) {
      return;
    }
    WeightReading now = reading().get();
    Rectangle2D place = mapPlace(width, height);
    double largest = Math.max(Double.MIN_NORMAL, now.largest());
    pen.drawImage(
        image.fill(now.columns(), now.rows(), (x, y) -> argb(now.at(y, x) / largest)),
        place.getMinX(),
        place.getMinY(),
        place.getWidth(),
        place.getHeight());
    pen.setStroke(colors().line());
    pen.strokeRect(
        place.getMinX() - 0.5, place.getMinY() - 0.5, place.getWidth() + 1, place.getHeight() + 1);
    String end = NumberText.threeDigits(largest);
    new ColorKey(colors().signed(), "−" + end, "+" + end)
        .draw(pen, colors(), width / 2, place.getMaxY() + RIM);
    if (!norms.isEmpty()) {
      double below = normsHeight(width, height);
      NormCurves.draw(
          pen,
          colors(),
          new Rectangle2D(RIM, height - below, width - 2 * RIM, below),
          norms,
          matrix.getValue(),
          step);
    }
  }

  private int argb(double share) {
    return Double.isFinite(share) ? colors().signed().argb(0.5 + share / 2) : 0;
  }

  @Override
  protected String wordsAt(double x, double y) {
    Rectangle2D place = mapPlace(plot().across(), plot().down());
    return reading()
        .filter(now -> place.contains(x, y))
        .map(now -> words(now, place, x, y))
        .orElse("Point at the matrix to read a weight.");
  }

  private static String words(WeightReading now, Rectangle2D place, double x, double y) {
    int row = (int) ((y - place.getMinY()) / place.getHeight() * now.rows());
    int column = (int) ((x - place.getMinX()) / place.getWidth() * now.columns());
    return "Row "
        + row
        + ", column "
        + column
        + " · "
        + NumberText.threeDigits(now.at(row, column));
  }
}
