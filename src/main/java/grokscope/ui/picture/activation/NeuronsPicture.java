package grokscope.ui.picture.activation;

import grokscope.measure.NeuronOrder;
import grokscope.measure.fourier.FourierBasis;
import grokscope.measure.fourier.NeuronFrequencies;
import grokscope.telemetry.snapshot.NeuronMaps;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import grokscope.ui.picture.paint.LayerChoice;
import grokscope.ui.picture.paint.Obstacles;
import grokscope.ui.picture.paint.Pair;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What every neuron of a layer does on every pair. FX thread only. */
public final class NeuronsPicture extends PlotPicture {
  public static final PictureKind KIND =
      new PictureKind(
          "neurons",
          "Neurons",
          "What every neuron of a layer does on every pair of operands",
          NeuronsPicture::guide,
          Obstacles::toNeurons,
          Duration.ofMillis(800),
          (pictureContext, text) -> new NeuronsPicture(text));

  private static String guide(Subject run) {
    return "Every square is a neuron, a to the right and b upwards, bright where it is active. "
        + (run.sums()
            ? "In a network that only memorises they look like noise; in one that has found the"
                + " rule they are regular waves, and many share one frequency."
            : "Stripes mean that a neuron depends on one of the two, anything else that it depends"
                + " on both.")
        + " Click one to enlarge it.";
  }

  private final LayerChoice layer = new LayerChoice("neurons", "Which layer of neurons is shown");
  private final Button back = new Button("All neurons");
  private final ScrollBar scroll = new ScrollBar();
  private final HBox drawing;
  private final NeuronThumbs thumbs = new NeuronThumbs();
  private final NeuronProfile profile = new NeuronProfile();
  private Optional<FourierBasis> basis = Optional.empty();
  private Optional<NeuronMaps> maps = Optional.empty();
  private NeuronOrder order = new NeuronOrder(List.of());
  private OptionalInt chosen = OptionalInt.empty();

  NeuronsPicture(PictureText text) {
    super(text, "neurons-plot", "The neurons of a layer");
    drawing = new HBox(plot(), scroll);
    back.getStyleClass().add("small");
    back.setOnAction(click -> choose(OptionalInt.empty()));
    Accessible.as(back, "neurons-all", "Go back to all neurons");
    scroll.setOrientation(Orientation.VERTICAL);
    Accessible.as(scroll, "neurons-scroll", "More neurons");
    scroll.valueProperty().addListener((property, before, now) -> plot().redraw());
    HBox.setHgrow(plot(), Priority.ALWAYS);
    plot().onClicked((x, y) -> neuronAt(x, y).ifPresent(neuron -> choose(OptionalInt.of(neuron))));
    plot().setOnScroll(wheel -> roll(-wheel.getDeltaY()));
    choose(OptionalInt.empty());
  }

  private void choose(OptionalInt neuron) {
    chosen = neuron;
    back.setDisable(neuron.isEmpty());
    Visibility.reveal(scroll, neuron.isEmpty());
    point(Double.NaN, Double.NaN);
    plot().redraw();
  }

  private void roll(double pixels) {
    scroll.setValue(Math.max(0, Math.min(scroll.getMax(), scroll.getValue() + pixels)));
  }

  @Override
  public List<Node> controls() {
    return List.of(layer.node(), back);
  }

  @Override
  public Node drawing() {
    return drawing;
  }

  @Override
  public void begin(Subject subject) {
    maps = Optional.empty();
    choose(OptionalInt.empty());
  }

  @Override
  public Optional<SnapshotRequest> request() {
    return Optional.of(
        new SnapshotRequest(Set.of(SnapshotPart.NEURONS), layer.get(), chosen.orElse(0), 0));
  }

  @Override
  public void show(Snapshot snapshot) {
    maps = snapshot.neurons();
    if (maps.isEmpty()) {
      missing();
      return;
    }
    NeuronMaps now = maps.get();
    layer.offer(now.layers());
    order = NeuronOrder.of(now);
    int side = now.side();
    if (side % 2 == 1 && side > 1 && basis.filter(known -> known.p() == side).isEmpty()) {
      basis = Optional.of(new FourierBasis(side));
    }
    present(words(now));
  }

  private static String words(NeuronMaps maps) {
    if (Float.isNaN(maps.low()[0])) {
      return maps.neurons() + " neurons; their activations are not numbers.";
    }
    boolean waves = IntStream.of(maps.frequency()).anyMatch(frequency -> frequency > 0);
    return maps.neurons()
        + " neurons"
        + (waves
            ? ", "
                + NeuronOrder.clustered(maps, NeuronFrequencies.CLUSTER)
                + " of them with more than 85 % of "
                + (maps.squared() ? "the variance of what they square" : "their variance")
                + " in one frequency."
            : "; this task has no frequencies to sort them by.");
  }

  private NeuronShelf shelf(NeuronMaps now) {
    return NeuronShelf.of(
        order, plot().across(), (double) NeuronThumbs.zoom(now.side()) * now.side());
  }

  private Optional<Integer> neuronAt(double x, double y) {
    return chosen.isPresent()
        ? Optional.empty()
        : maps.flatMap(now -> shelf(now).at(x, y + scroll.getValue()));
  }

  @Override
  protected String wordsAt(double x, double y) {
    return chosen.isPresent()
        ? maps.flatMap(
                now -> NeuronProfile.grid(now, place()).at(x, y).map(pair -> words(now, pair)))
            .orElse("Point at the map to read it.")
        : maps.flatMap(now -> neuronAt(x, y).map(neuron -> words(now, neuron)))
            .orElse("Point at a neuron, or click it.");
  }

  private static String words(NeuronMaps now, int neuron) {
    String wave =
        now.frequency()[neuron] == 0
            ? ""
            : " · frequency "
                + now.frequency()[neuron]
                + " explains "
                + NumberText.perCent(now.explained()[neuron]);
    return "Neuron " + neuron + wave;
  }

  private static String words(NeuronMaps now, Pair pair) {
    float value = now.map()[pair.a() * now.side() + pair.b()];
    String said = Float.isNaN(value) ? "not part of this task" : NumberText.threeDigits(value);
    return "a = " + pair.a() + ", b = " + pair.b() + " · " + said;
  }

  private Rectangle2D place() {
    return new Rectangle2D(0, 0, plot().across(), plot().down());
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (maps.isEmpty()) {
      return;
    }
    NeuronMaps now = maps.get();
    if (chosen.isPresent()) {
      if (now.neuron() == Math.min(chosen.getAsInt(), now.neurons() - 1)) {
        profile.draw(pen, colors(), place(), now, basis);
      }
      return;
    }
    NeuronShelf shelf = shelf(now);
    double beyond = Math.max(0, shelf.height() - height);
    scroll.setMax(beyond);
    scroll.setVisibleAmount(beyond * height / Math.max(1, shelf.height()));
    scroll.setBlockIncrement(height);
    scroll.setUnitIncrement(shelf.size());
    thumbs.draw(pen, colors(), now, shelf, Math.min(beyond, scroll.getValue()), width, height);
  }
}
