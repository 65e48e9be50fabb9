package grokscope.ui.picture.weight;

import grokscope.measure.fourier.EmbeddingReading;
import grokscope.telemetry.ProfileHistory;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.text.NumberText;
import grokscope.ui.picture.paint.Obstacles;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.Subject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;

/** Which waves the embedding of the numbers is made of, now and so far. FX thread only. */
public final class FrequenciesPicture extends PlotPicture {
  public static final PictureKind KIND =
      new PictureKind(
          "frequencies",
          "Frequencies",
          "Which waves the embedding is made of, now and so far",
          FrequenciesPicture::guide,
          Obstacles::toFrequencies,
          Duration.ofMillis(150),
          (pictureContext, text) -> new FrequenciesPicture(text));

  private static String guide(Subject run) {
    return "The weights for the numbers (the "
        + run.numberWeights()
        + ") are a mix of waves. Below a bar: its"
        + " frequency, how often its wave swings from the first number to the last. Its height:"
        + " its share. "
        + (run.sums()
            ? "A network that only memorises mixes all of them; in one that has found the rule, a"
                + " few usually stand out (green)."
            : "On sums, a few stand out once the rule is found; for this task no such law is"
                + " known.")
        + (run.foreign() ? "" : " At the bottom: the same over the steps.");
  }

  private static final int NAMED = 8;
  private static final double LEFT = 34;
  private static final double RIGHT = 6;
  private static final double BARS = 0.56;
  private static final double BETWEEN = 12;

  private final EmbeddingReader reader;
  private final FrequencyStrip strip = new FrequencyStrip();
  private Optional<EmbeddingReading> reading = Optional.empty();
  private ProfileHistory history = new ProfileHistory();
  private int numbers;
  private int step;

  FrequenciesPicture(PictureText text) {
    super(text, "frequencies-plot", "The frequencies of the embedding");
    reader = new EmbeddingReader(text);
  }

  @Override
  public List<Node> controls() {
    return List.of();
  }

  @Override
  public void begin(Subject subject) {
    numbers = subject.shape().numbers();
    history = subject.shares();
    reading = Optional.empty();
  }

  @Override
  public Optional<SnapshotRequest> request() {
    return Optional.of(SnapshotRequest.at(SnapshotPart.WEIGHTS));
  }

  @Override
  public void show(Snapshot snapshot) {
    step = snapshot.step();
    reading = reader.read(snapshot, numbers);
    reading.ifPresent(now -> present(words(now)));
  }

  @Override
  public void profiled() {
    plot().redraw();
  }

  /** The frequencies that stand out and what they hold together, or that none does. */
  static String words(EmbeddingReading reading) {
    double[] shares = reading.shares();
    int[] keys = reading.keys();
    if (keys.length == 0) {
      return "There are no waves: these weights are the same for all numbers.";
    }
    if (reading.standingOut().length == 0) {
      return "None stands out: "
          + keys.length
          + " of "
          + shares.length
          + " frequencies reach the dotted line, a quarter of the strength of the strongest (a"
          + " sixteenth of its bar). Where waves stand out, at most half do.";
    }
    double held = Arrays.stream(keys).mapToDouble(k -> shares[k - 1]).sum();
    String named =
        keys.length > NAMED
            ? ""
            : ": "
                + Arrays.stream(keys).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    return keys.length
        + " of "
        + shares.length
        + (keys.length == 1 ? " frequency stands" : " frequencies stand")
        + " out (green: above the dotted line, at least a quarter as strong as the strongest, that"
        + " is, a sixteenth of its bar)"
        + named
        + ". Together: "
        + NumberText.perCent(held)
        + " of the "
        + reading.weights().words()
        + ".";
  }

  /** The upper half, or everything where there is no history. */
  private Rectangle2D barsPlace(double width, double height) {
    double share = history.isEmpty() ? 1 : BARS;
    return new Rectangle2D(
        LEFT, 0, Math.max(1, width - LEFT - RIGHT), Math.max(1, height * share - BETWEEN));
  }

  private Rectangle2D stripPlace(double width, double height) {
    return new Rectangle2D(
        LEFT, height * BARS, Math.max(1, width - LEFT - RIGHT), Math.max(1, height * (1 - BARS)));
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    reading
        .filter(now -> now.spectrum().isPresent())
        .ifPresent(
            now -> {
              FrequencyBars.draw(
                  pen, colors(), barsPlace(width, height), now.shares(), now.standingOut());
              if (!history.isEmpty()) {
                strip.draw(pen, colors(), stripPlace(width, height), history, step);
              }
            });
  }

  @Override
  protected String wordsAt(double x, double y) {
    return barWords(x, y)
        .or(() -> stripWords(x, y))
        .orElse("Point at a bar or a stripe to read it.");
  }

  private Optional<String> stripWords(double x, double y) {
    return reading.flatMap(
        now ->
            FrequencyStrip.at(history, stripPlace(plot().across(), plot().down()), x, y)
                .map(
                    spot ->
                        words(now, spot.frequency(), spot.share())
                            + " at step "
                            + NumberText.count(spot.step())));
  }

  private Optional<String> barWords(double x, double y) {
    Rectangle2D place = barsPlace(plot().across(), plot().down());
    if (reading.isEmpty() || !place.contains(x, y)) {
      return Optional.empty();
    }
    double[] shares = reading.get().shares();
    int frequency = FrequencyBars.axis(place, shares.length).number(x);
    return Optional.of(words(reading.get(), frequency, shares[frequency - 1]));
  }

  private static String words(EmbeddingReading reading, int frequency, double share) {
    return "Frequency "
        + frequency
        + " · "
        + NumberText.perCent(share)
        + " of the "
        + reading.weights().words();
  }
}
