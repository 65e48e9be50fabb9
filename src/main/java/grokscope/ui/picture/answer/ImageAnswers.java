package grokscope.ui.picture.answer;

import grokscope.measure.AnswerTally;
import grokscope.telemetry.snapshot.AnswerSet;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotPart;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.picture.paint.Pen;
import grokscope.ui.picture.paint.PictureContext;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.PlotPicture;
import grokscope.ui.picture.paint.SplitKnowledge;
import grokscope.ui.picture.paint.Subject;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What the network answers to every image. FX thread only. */
final class ImageAnswers extends PlotPicture {
  private static final double PICTURE = 44;
  private static final double RIM = 4;

  private final PictureContext pictureContext;
  private final ScrollBar scroll = new ScrollBar();
  private final HBox drawing;
  private final PixelShelf pixels = new PixelShelf();
  private Optional<AnswerSet> answers = Optional.empty();
  private SplitKnowledge split = SplitKnowledge.OWN_RUN;
  private @Nullable Laid laid; // for the latest answers

  /** A gallery and the width that it was laid out for. */
  private record Laid(double width, Gallery gallery) {}

  ImageAnswers(PictureContext pictureContext, PictureText text) {
    super(text, "answers-pictures-plot", "The answers to all images");
    this.pictureContext = pictureContext;
    drawing = new HBox(plot(), scroll);
    scroll.setOrientation(Orientation.VERTICAL);
    Accessible.as(scroll, "answers-scroll", "More images");
    scroll.valueProperty().addListener((property, before, now) -> plot().redraw());
    HBox.setHgrow(plot(), Priority.ALWAYS);
    plot().setOnScroll(wheel -> roll(-wheel.getDeltaY()));
    plot().onClicked((x, y) -> at(x, y).ifPresent(this::tried));
  }

  private void roll(double distance) {
    scroll.setValue(Math.max(0, Math.min(scroll.getMax(), scroll.getValue() + distance)));
  }

  private void tried(int example) {
    pictureContext.exampleProperty().set(example);
    pictureContext.open(TryPicture.KIND.id());
  }

  @Override
  public List<Node> controls() {
    return List.of();
  }

  @Override
  public Node drawing() {
    return drawing;
  }

  @Override
  public void begin(Subject subject) {
    answers = Optional.empty();
    laid = null;
    split = subject.split();
    subject.images().ifPresent(pixels::begin);
    scroll.setValue(0);
  }

  /** First the answers; then the pictures that can be seen, as far as they are not here. */
  @Override
  public Optional<SnapshotRequest> request() {
    List<Integer> wanted = pixels.missing(visible());
    return Optional.of(
        wanted.isEmpty()
            ? SnapshotRequest.at(SnapshotPart.ANSWERS)
            : SnapshotRequest.pixels(wanted));
  }

  private List<Integer> visible() {
    return answers
        .map(
            now ->
                gallery(now).between(top(), top() + plot().down()).stream()
                    .map(Gallery.Place::example)
                    .toList())
        .orElse(List.of());
  }

  @Override
  public void show(Snapshot snapshot) {
    snapshot.pixels().ifPresent(pixels::keep);
    snapshot
        .classified()
        .ifPresent(
            now -> {
              answers = Optional.of(now);
              laid = null;
            });
    answers.ifPresent(now -> present(TallyText.ofPictures(AnswerTally.of(now), split)));
  }

  private Gallery gallery(AnswerSet now) {
    double width = plot().across();
    Laid known = laid;
    if (known == null || known.width() != width) { // not equals: large
      double picture = Math.max(pixels.height(zoom()), pixels.width(zoom()));
      known = new Laid(width, Gallery.of(now, split, width, picture));
      laid = known;
    }
    return known.gallery();
  }

  private int zoom() {
    return pixels.zoom(PICTURE);
  }

  private double top() {
    return Math.min(scroll.getMax(), scroll.getValue());
  }

  private Optional<Integer> at(double x, double y) {
    return answers.flatMap(now -> gallery(now).at(x, y + top()));
  }

  @Override
  protected String wordsAt(double x, double y) {
    return answers
        .flatMap(now -> at(x, y).map(example -> words(now, example)))
        .orElse("Point at an image to read it, or click it.");
  }

  private String words(AnswerSet now, int example) {
    return "Image "
        + example
        + " · "
        + part(now.train()[example])
        + "it is a "
        + now.rule()[example]
        + (now.mislabeled(example) ? ", labelled " + now.label()[example] : "")
        + (now.answered(example)
            ? " · the network says "
                + now.predicted()[example]
                + " with "
                + NumberText.perCent(now.confidence()[example])
            : " · no answer: its logits are not numbers");
  }

  private String part(boolean train) {
    String part = train ? "trained" : "hidden";
    return switch (split) {
      case UNKNOWN -> "";
      case ASSUMED -> part + " part of the split · ";
      case OWN_RUN, NAMED -> part + " · ";
    };
  }

  @Override
  protected void paint(Pen pen, double width, double height) {
    if (answers.isEmpty()) {
      return;
    }
    AnswerSet now = answers.get();
    Gallery gallery = gallery(now);
    double beyond = Math.max(0, gallery.height() - height);
    scroll.setMax(beyond);
    scroll.setVisibleAmount(beyond * height / Math.max(1, gallery.height()));
    scroll.setBlockIncrement(height);
    scroll.setUnitIncrement(gallery.line());
    double top = top();
    pen.setFill(colors().text());
    pen.setTextAlign(TextAlignment.LEFT);
    for (Gallery.Section section : gallery.sections()) {
      pen.fillText(section.heading(), RIM, section.top() - top + 11);
    }
    pen.setTextAlign(TextAlignment.CENTER);
    for (Gallery.Place place : gallery.between(top, top + height)) {
      paint(pen, now, place, gallery.tile(), place.y() - top);
    }
  }

  private void paint(Pen pen, AnswerSet now, Gallery.Place place, double tile, double y) {
    int example = place.example();
    int wide = pixels.width(zoom());
    int high = pixels.height(zoom());
    double x = place.x() + Math.floor((tile - wide) / 2);
    boolean wrong = !now.byRule(example);
    pixels.draw(pen, colors(), example, x, y + RIM, zoom());
    pen.setStroke(wrong ? colors().palette().danger() : colors().line());
    pen.setLineWidth(wrong ? 1.5 : 1);
    pen.strokeRect(x - 1, y + RIM - 1, wide + 2, high + 2);
    pen.setLineWidth(1);
    pen.setFill(wrong ? colors().palette().danger() : colors().muted());
    pen.fillText(caption(now, example), place.x() + tile / 2, y + RIM + high + 10);
  }

  /** "4" where that is right, "4, said 9" where it is not. */
  static String caption(AnswerSet now, int example) {
    int rule = now.rule()[example];
    if (!now.answered(example)) {
      return rule + ", no answer";
    }
    int said = now.predicted()[example];
    return now.byRule(example) ? String.valueOf(rule) : rule + ", said " + said;
  }
}
