package grokscope.ui.picture;

import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.train.loop.Answer;
import grokscope.train.loop.ReplyBox;
import grokscope.train.loop.StoredNetwork;
import grokscope.ui.color.Palette;
import grokscope.ui.color.PictureColors;
import grokscope.ui.figure.FigureSaving;
import grokscope.ui.picture.paint.PictureContext;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.Results;
import grokscope.ui.picture.paint.Subject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.StackPane;

/**
 * The pictures of one window, of which at most one is shown. Each is made when it is first chosen,
 * and only the one that is shown asks the network. FX thread only.
 */
public final class PictureDeck extends StackPane {
  /** The id of the tab without a picture. */
  public static final String NONE = "curves";

  private final StringProperty chosen = new SimpleStringProperty(this, "chosen", NONE);
  private final ReadOnlyObjectWrapper<Map<String, String>> obstacles =
      new ReadOnlyObjectWrapper<>(this, "obstacles", Map.of());
  private final FigureSaving saving;
  private final SnapshotRequester snapshotRequester;
  private final PictureContext pictureContext = new PictureContext(chosen::set);
  private Optional<PictureSheet> sheet = Optional.empty();
  private Optional<Subject> subject = Optional.empty();
  private double textScale = 1;
  private PictureColors pictureColors = new PictureColors(Palette.LIGHT);

  /**
   * A name on a tab.
   *
   * @param id by which the tab is remembered
   * @param title on it
   * @param sentence what is seen there
   */
  public record Tab(String id, String title, String sentence) {}

  /**
   * A deck of all pictures.
   *
   * @param replies takes questions to the trainer, and hands out the answers
   * @param saving saves a picture as a figure
   * @param nanos a clock
   */
  public PictureDeck(ReplyBox replies, FigureSaving saving, LongSupplier nanos) {
    this.saving = saving;
    this.snapshotRequester = new SnapshotRequester(replies, nanos, this::sees, this::take);
    setId("pictures");
    setMinWidth(0);
    chosen.addListener((property, before, id) -> choose(id));
  }

  /** All tabs, the one without a picture first. */
  public static List<Tab> tabs() {
    Tab none = new Tab(NONE, "Curves", "Only the curves, across the whole width");
    return Stream.concat(
            Stream.of(none), all().map(kind -> new Tab(kind.id(), kind.title(), kind.sentence())))
        .toList();
  }

  private static Stream<PictureKind> all() {
    return Stream.concat(Pictures.ALL.stream(), Stream.of(Pictures.RESULTS));
  }

  /** Whether what came of many runs is to be seen. */
  public boolean showsResults() {
    return chosen.get().equals(Pictures.RESULTS.id());
  }

  /** Whether a network is to be seen, of which another can stand beside it. */
  public boolean showsNetwork() {
    return Pictures.ALL.stream().anyMatch(kind -> kind.id().equals(chosen.get()));
  }

  /** Shows what came of many runs, where that is chosen. */
  public void results(Results results) {
    pictureContext.resultsProperty().set(results);
  }

  /** The id of the chosen tab; an unknown one means the one without a picture. */
  public StringProperty chosenProperty() {
    return chosen;
  }

  private void choose(String id) {
    sheet =
        getChildren().stream()
            .map(PictureSheet.class::cast)
            .filter(made -> made.kind().id().equals(id))
            .findFirst()
            .or(() -> make(id));
    getChildren().forEach(made -> made.setVisible(sheet.filter(made::equals).isPresent()));
    sheet.ifPresent(
        seen -> {
          subject.filter(run -> !seen.isOf(run)).ifPresent(seen::begin);
          seen.restyle(pictureColors);
          seen.setTextScale(textScale);
        });
  }

  private Optional<PictureSheet> make(String id) {
    Optional<PictureSheet> made =
        all()
            .filter(kind -> kind.id().equals(id))
            .findFirst()
            .map(kind -> new PictureSheet(kind, pictureContext, saving));
    made.ifPresent(getChildren()::add);
    return made;
  }

  /** The ids of the pictures that have nothing to show of the run, and why, as sentences. */
  public ReadOnlyObjectProperty<Map<String, String>> obstaclesProperty() {
    return obstacles.getReadOnlyProperty();
  }

  /**
   * A new run has begun, and pictures are of it from now on. The chosen picture stays, even where
   * it has nothing to show of this run: it says so, and goes on with the next run that has.
   */
  public void begin(Subject next) {
    subject = Optional.of(next);
    Map<String, String> found = new LinkedHashMap<>();
    for (PictureKind kind : Pictures.ALL) {
      kind.obstacle().apply(next).ifPresent(reason -> found.put(kind.id(), reason));
    }
    snapshotRequester.forget();
    obstacles.set(Collections.unmodifiableMap(found));
    sheet.ifPresent(seen -> seen.begin(next));
  }

  /**
   * What the chosen picture shows of the run, and what to look for; empty where it says nothing.
   */
  public String guide() {
    return subject.flatMap(run -> sheet.map(shown -> obstacle(shown, run))).orElse("");
  }

  private static String obstacle(PictureSheet shown, Subject run) {
    PictureKind kind = shown.kind();
    return kind.obstacle().apply(run).orElseGet(() -> kind.guide().apply(run));
  }

  /** The profiles of the run have grown. */
  public void profiled() {
    sheet.ifPresent(seen -> seen.picture().profiled());
  }

  /**
   * Asks again if there is another network to see.
   *
   * @param status the latest word on the run
   * @param network which of its networks is to be seen
   */
  public void frame(RunStatus status, PictureSource network) {
    if (sheet.isEmpty() || subject.isEmpty() || subject.get().run() != status.run()) {
      return;
    }
    PictureSheet shown = sheet.get();
    if (!shown.applies() || !shown.picture().ofNetwork()) {
      return;
    }
    String asker = shown.kind().id();
    long gap = shown.kind().gap(subject.get()).toNanos();
    if (!network.missing().isEmpty()) {
      shown.refuse(network.missing());
      snapshotRequester.forget();
    } else if (network.live()) {
      shown.status(status.state());
      waiting(status.state()).ifPresent(shown::waiting);
      shown
          .picture()
          .request()
          .ifPresent(snapshotRequest -> snapshotRequester.ask(asker, status, snapshotRequest, gap));
    } else if (network.network().isPresent()) {
      StoredNetwork still = network.network().get();
      shown.still(network.source());
      shown
          .picture()
          .request()
          .ifPresent(snapshotRequest -> snapshotRequester.ask(asker, still, snapshotRequest, gap));
    }
  }

  /** Why there is no network yet, or will be none. */
  private static Optional<String> waiting(RunState state) {
    return switch (state) {
      case PREPARING -> Optional.of("The run is being prepared; there is no network yet.");
      case FAILED -> Optional.of("The run has failed, so there is no network to show.");
      default -> Optional.empty();
    };
  }

  private boolean sees(String asker, long run) {
    return sheet.filter(shown -> shown.kind().id().equals(asker)).isPresent()
        && subject.filter(shown -> shown.run() == run).isPresent();
  }

  private void take(Answer<Snapshot> answer) {
    sheet.ifPresent(shown -> shown.take(answer));
  }

  /** Changes the colours after the theme has changed. */
  public void restyle(Palette palette) {
    pictureColors = new PictureColors(palette);
    sheet.ifPresent(seen -> seen.restyle(pictureColors));
  }

  /** Writes everything in the pictures this many times as large as usual. */
  public void setTextScale(double factor) {
    textScale = factor;
    sheet.ifPresent(seen -> seen.setTextScale(factor));
  }
}
