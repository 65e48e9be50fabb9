package grokscope.ui.picture;

import grokscope.config.Slug;
import grokscope.figure.print.FigureSpec;
import grokscope.telemetry.RunState;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.text.NumberText;
import grokscope.train.loop.Answer;
import grokscope.ui.color.Palette;
import grokscope.ui.color.PictureColors;
import grokscope.ui.control.Accessible;
import grokscope.ui.figure.FigureDraft;
import grokscope.ui.figure.FigureSaving;
import grokscope.ui.picture.paint.Picture;
import grokscope.ui.picture.paint.PictureContext;
import grokscope.ui.picture.paint.PictureKind;
import grokscope.ui.picture.paint.PictureText;
import grokscope.ui.picture.paint.Plot;
import grokscope.ui.picture.paint.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A picture with what every picture has around it: its controls, words that explain it, the step
 * that it shows, and a button that saves it. FX thread only.
 */
final class PictureSheet extends VBox {
  private final PictureKind kind;
  private final Picture picture;
  private final FigureSaving saving;
  private final PictureText text = new PictureText();
  private final Label pointed = words("picture-pointed");
  private final Label step = new Label();
  private final Label guide = words("picture-guide");
  private PictureColors colors = new PictureColors(Palette.LIGHT);
  private final VBox figure = new VBox();
  private Optional<Subject> subject = Optional.empty();
  private Optional<String> obstacle = Optional.empty();
  private int shown = -1;
  private String source = ""; // in place of its step

  PictureSheet(PictureKind kind, PictureContext pictureContext, FigureSaving saving) {
    this.kind = kind;
    this.saving = saving;
    this.picture = kind.factory().apply(pictureContext, text);
    getStyleClass().add("picture");
    setId("picture-" + kind.id());
    layOutFigure();
    VBox.setVgrow(figure, Priority.ALWAYS);
    getChildren().addAll(bar(), figure);
    if (picture.ofNetwork()) {
      text.missing("Press Run: a picture needs a network.");
    }
  }

  private HBox bar() {
    FlowPane controls = new FlowPane();
    controls.getStyleClass().add("picture-controls");
    controls.getChildren().setAll(picture.controls());
    controls.setMinWidth(0);
    for (Node control : picture.controls()) {
      if (control instanceof Region region) { // which would hang over the button beside it
        region.maxWidthProperty().bind(controls.widthProperty());
      }
    }
    controls.disableProperty().bind(text.missingProperty().isNotEmpty());
    HBox.setHgrow(controls, Priority.ALWAYS);
    Button save = new Button("Save figure…", new FontIcon(Feather.IMAGE));
    save.getStyleClass().add("small");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnAction(
        click -> {
          if (picture.ofNetwork()) {
            subject.ifPresent(this::save);
          } else {
            save(kind.title(), kind.title()); // of many runs
          }
        });
    save.disableProperty().bind(text.missingProperty().isNotEmpty());
    Accessible.as(
        save, "save-" + kind.id(), "Save this picture for print or slides: SVG, PDF or PNG");
    HBox bar = new HBox(controls, save);
    bar.getStyleClass().add("picture-bar");
    bar.setAlignment(Pos.TOP_LEFT);
    return bar;
  }

  private void layOutFigure() {
    step.getStyleClass().add("number");
    step.setId("step-" + kind.id());
    step.setMinWidth(Region.USE_PREF_SIZE);
    Label missing = words("picture-missing");
    missing.setId("missing-" + kind.id());
    missing.textProperty().bind(text.missingProperty());
    missing.visibleProperty().bind(text.missingProperty().isNotEmpty());
    Node drawing = picture.drawing();
    drawing.visibleProperty().bind(text.missingProperty().isEmpty());
    StackPane frame = new StackPane(drawing, missing);
    frame.setMinHeight(0);
    VBox.setVgrow(frame, Priority.ALWAYS);
    guide.setId("guide-" + kind.id());
    guide.setText(kind.sentence() + ".");
    pointed.setId("pointed-" + kind.id());
    pointed.textProperty().bind(text.pointedProperty());
    pointed.setMaxWidth(Double.MAX_VALUE);
    pointed.setMinWidth(0);
    HBox.setHgrow(pointed, Priority.ALWAYS);
    Label summary = words("picture-summary");
    summary.setId("summary-" + kind.id());
    summary.textProperty().bind(text.summaryProperty());
    HBox foot = new HBox(pointed, step);
    foot.getStyleClass().add("picture-foot");
    figure.getChildren().addAll(guide, frame, summary, foot);
    figure.getStyleClass().add("picture-figure");
    figure.setMinHeight(0);
  }

  private static Label words(String styleClass) {
    Label words = new Label();
    words.getStyleClass().add(styleClass);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return words;
  }

  PictureKind kind() {
    return kind;
  }

  Picture picture() {
    return picture;
  }

  /** Takes up another run, as yet unseen. */
  void begin(Subject next) {
    subject = Optional.of(next);
    shown = -1;
    source = "";
    step.setText("");
    obstacle = kind.obstacle().apply(next);
    if (!picture.ofNetwork()) {
      guide.setText(kind.guide().apply(next));
      return;
    }
    text.missing(obstacle.orElse("Asking the network …"));
    if (obstacle.isPresent()) {
      guide.setText(kind.sentence() + ".");
    } else {
      guide.setText(kind.guide().apply(next));
      picture.begin(next);
    }
  }

  /** Whether the run that it has taken up has what it shows. */
  boolean applies() {
    return obstacle.isEmpty();
  }

  /** Says why there is nothing yet, if there is nothing. */
  void waiting(String sentence) {
    if (shown < 0) {
      text.missing(sentence);
    }
  }

  /** Whether it has taken up this run. */
  boolean isOf(Subject other) {
    return subject.filter(own -> own.run() == other.run()).isPresent();
  }

  /** Draws an answer of the network, or says why there is none. */
  void take(Answer<Snapshot> answer) {
    answer.found().ifPresentOrElse(this::show, () -> refuse(answer.refusal()));
  }

  private void show(Snapshot snapshot) {
    shown = snapshot.step();
    picture.show(snapshot);
  }

  /** Says why there is nothing to see. */
  void refuse(String sentence) {
    shown = -1;
    step.setText("");
    text.missing(sentence);
  }

  /** Says which step is shown, and whether another will follow. */
  void status(RunState state) {
    label(now(state));
  }

  /**
   * Says which step is shown, and that the run has gone on since.
   *
   * @param instead what is shown instead of the step for a network that was not trained here; empty
   *     otherwise
   */
  void still(String instead) {
    source = instead;
    if (source.isEmpty()) {
      label("checkpoint");
    } else if (shown >= 0) {
      step.setText(source);
    }
  }

  private void label(String when) {
    if (shown >= 0) {
      step.setText("step " + NumberText.count(shown) + " · " + when);
    }
  }

  private static String now(RunState state) {
    return state == RunState.RUNNING
        ? "live"
        : state == RunState.STOPPED ? "stopped" : state.ended() ? "end of the run" : "paused";
  }

  /** Draws everything in other colours. */
  void restyle(PictureColors now) {
    colors = now;
    picture.restyle(now);
  }

  /** Writes everything in the drawing this many times as large as usual. */
  void setTextScale(double factor) {
    plots(picture.drawing()).forEach(plot -> plot.setTextScale(factor));
  }

  private static List<Plot> plots(Node node) {
    if (node instanceof Plot plot) {
      return List.of(plot);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(child -> plots(child).stream()).toList()
        : List.of();
  }

  private void save(Subject of) {
    String what = source.isEmpty() ? of.name() + " step " + Math.max(0, shown) : source;
    save(kind.title() + " " + what, kind.title() + " · " + of.task() + " · " + of.name());
  }

  /**
   * Asks where to, and how.
   *
   * @param name what the file could be called
   * @param title what stands above the picture
   */
  private void save(String name, String title) {
    plots(picture.drawing()).stream()
        .filter(Plot::isSeen)
        .findFirst()
        .ifPresent(
            plot ->
                saving.save(
                    new FigureDraft(
                        Slug.of(name),
                        FigureSpec.USUAL,
                        List.of(),
                        OptionalDouble.of(plot.down() / plot.across()),
                        page(title, plot)::sheet)));
  }

  private PicturePage page(String title, Plot plot) {
    return new PicturePage(
        title,
        guide.getText(),
        text.summaryProperty().get(),
        step.getText(),
        plot,
        picture::restyle,
        () -> colors);
  }
}
