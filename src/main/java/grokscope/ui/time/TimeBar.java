package grokscope.ui.time;

import grokscope.figure.StepScale;
import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.story.ReachedMark;
import grokscope.text.NumberText;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.ComboBoxes;
import grokscope.ui.control.Visibility;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Moves through the steps from which a network is kept: a handle over the step axis with a line for
 * each checkpoint, playing, and the way back to now. FX thread only.
 */
public final class TimeBar extends HBox {
  private static final List<Integer> SECONDS = List.of(5, 10, 20, 60);

  private final String name;
  private final Timeline timeline;
  private final TimeCursor timeCursor;
  private final Playback playback;
  private final BooleanProperty log;
  private final ObservableIntegerValue end;
  private final Label side = new Label();
  private final Supplier<List<ReachedMark>> marks;
  private final ToggleButton now = new ToggleButton("Live");
  private final ToggleButton play = new ToggleButton(null, new FontIcon(Feather.PLAY));
  private final Slider slider = new Slider(0, 1, 1);
  private final StepTicks ticks = new StepTicks(slider);
  private final Label words = new Label();
  private boolean placing;

  /**
   * A bar.
   *
   * @param name stands in the ids of its parts; empty for the bar that is always there
   * @param log whether the step axis is logarithmic
   * @param end the last step of the axis, which two bars share
   * @param marks what the shown run has reached
   */
  public TimeBar(
      String name,
      Timeline timeline,
      TimeCursor timeCursor,
      BooleanProperty log,
      ObservableIntegerValue end,
      Supplier<List<ReachedMark>> marks) {
    this.name = name;
    this.timeline = timeline;
    this.timeCursor = timeCursor;
    this.log = log;
    this.end = end;
    this.marks = marks;
    playback = new Playback(timeline, timeCursor);
    getStyleClass().add("time-bar");
    setAlignment(Pos.CENTER_LEFT);
    wireButtons();
    wireSlider();
    words.getStyleClass().addAll("number", "time-words");
    words.setId(id("time-words"));
    HBox.setHgrow(ticks, Priority.ALWAYS);
    side.getStyleClass().add("time-side");
    side.setId(id("time-side"));
    Visibility.reveal(side, false);
    ComboBox<Integer> speeds = speeds();
    speeds.disableProperty().bind(play.disableProperty());
    getChildren().addAll(side, now, play, speeds, ticks, words);
    timeline.entriesProperty().addListener((property, before, after) -> show());
    timeline.onlyProperty().addListener((property, before, after) -> show());
    end.addListener((property, before, after) -> show());
    timeline.liveProperty().addListener((property, before, after) -> show());
    timeCursor.entryProperty().addListener((property, before, after) -> show());
    timeCursor.pinnedProperty().addListener((property, before, after) -> show());
    log.addListener((property, before, after) -> show());
    show();
  }

  private String id(String part) {
    return name.isEmpty() ? part : part + "-" + name.toLowerCase(Locale.ROOT);
  }

  private void wireButtons() {
    now.getStyleClass().addAll("small", "time-now");
    now.setOnAction(
        click -> {
          pause();
          timeCursor.live();
          show(); // a click on the chosen one would otherwise let it go
        });
    Accessible.as(now, id("time-now"), "Show the current network and follow the run");
    play.getStyleClass().addAll("button-icon", "small");
    Accessible.as(play, id("time-play"), "Play the run again, checkpoint by checkpoint");
    play.selectedProperty().bindBidirectional(playback.playingProperty());
    play.selectedProperty()
        .addListener(
            (property, before, on) ->
                play.setGraphic(new FontIcon(on ? Feather.PAUSE : Feather.PLAY)));
  }

  private ComboBox<Integer> speeds() {
    ComboBox<Integer> speeds =
        ComboBoxes.of(
            id("time-speed"), "Playback time", seconds -> "in " + seconds + " s", () -> {});
    speeds.getItems().setAll(SECONDS);
    speeds.valueProperty().bindBidirectional(playback.secondsProperty());
    speeds.setMinWidth(Region.USE_PREF_SIZE);
    return speeds;
  }

  private void wireSlider() {
    slider.getStyleClass().add("small");
    Accessible.as(
        slider,
        id("time-slider"),
        "The step shown in the pictures. Each line is a checkpoint; the arrow keys move between"
            + " them, a click in the curves picks the nearest.");
    slider
        .valueProperty()
        .addListener(
            (property, before, value) -> {
              if (!placing) {
                pause();
                timeCursor.pin(scale().stepAt(value.doubleValue()));
                show();
              }
            });
    slider.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case LEFT, DOWN -> timeCursor.move(-1);
      case RIGHT, UP -> timeCursor.move(1);
      case HOME -> timeCursor.at(0);
      case END -> timeCursor.live();
      default -> {
        return;
      }
    }
    pause();
    key.consume();
  }

  private StepScale scale() {
    return StepScale.whole(log.get(), end.get());
  }

  /** Says at its start whose steps these are; nothing where there is no doubt. */
  void entitle(String whose) {
    side.setText(whose);
    Accessible.describe(side, whose); // it may be cut off
    Visibility.reveal(side, !whose.isEmpty());
  }

  /** Whether it plays. */
  public boolean playing() {
    return playback.playingProperty().get();
  }

  /** Stops playing. */
  public void pause() {
    playback.playingProperty().set(false);
  }

  /** Plays on. */
  public void frame(long nanos) {
    playback.frame(nanos);
  }

  private void show() {
    List<CheckpointEntry> entries = timeline.entries();
    Optional<CheckpointEntry> entry = timeCursor.entryProperty().get();
    boolean none = entries.isEmpty();
    slider.setDisable(none);
    play.setDisable(entries.size() < 2);
    now.setDisable(none);
    now.setSelected(!none && !timeCursor.pinned());
    now.setText(timeline.live() ? "Live" : "End");
    Accessible.describe(
        now,
        timeline.live()
            ? "Show the current network and follow the run"
            : "Show the last network that was kept");
    StepScale scale = scale();
    ticks.show(entries.stream().mapToDouble(one -> scale.position(one.step())).toArray());
    placing = true;
    int step = entry.map(CheckpointEntry::step).orElse(timeline.endProperty().get());
    slider.setValue(none ? 1 : scale.position(step)); // two bars share an axis
    placing = false;
    words.setText(none ? without() : entry.map(at -> words(entries, at)).orElse("current network"));
  }

  private String without() {
    return timeline.onlyProperty().get().isPresent() ? "weights from a file" : "no checkpoint yet";
  }

  private String words(List<CheckpointEntry> entries, CheckpointEntry at) {
    Optional<String> why =
        switch (at.reason()) {
          case ASKED -> Optional.of("kept");
          case MEMORIZED -> reached(ReachedMark.Kind.MEMORIZED);
          case GENERALIZED -> reached(ReachedMark.Kind.GENERALIZED);
          default -> Optional.empty();
        };
    String place = (entries.indexOf(at) + 1) + " of " + entries.size();
    return "step " + NumberText.count(at.step()) + " · " + why.orElse(place);
  }

  private Optional<String> reached(ReachedMark.Kind kind) {
    return marks.get().stream()
        .filter(mark -> mark.kind() == kind)
        .map(ReachedMark::words)
        .findFirst();
  }
}
