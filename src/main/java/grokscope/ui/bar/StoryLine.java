package grokscope.ui.bar;

import grokscope.config.preset.Preset;
import grokscope.story.PromiseWords;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import grokscope.ui.session.LabRun;
import grokscope.ui.setting.Draft;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What to watch and to expect in the opened preset, until dismissed. From the first run on it is
 * one line, because the curves need the room; a click shows it whole, and so does another preset
 * that is chosen then, until that is run. FX thread only.
 */
public final class StoryLine extends HBox {
  private final Draft draft;
  private final Label words = new Label();
  private final Label promise = new Label();
  private final Button more = new Button(null, new FontIcon(Feather.CHEVRON_DOWN));
  private String dismissed = "";
  private final ReadOnlyBooleanProperty ahead;
  private boolean whole = true;
  private boolean unfolded; // for a preset that is to be run

  /**
   * The line of a draft's preset.
   *
   * @param current the shown run
   * @param ahead whether the draft has another experiment than that run
   */
  public StoryLine(
      Draft draft,
      ReadOnlyObjectProperty<@Nullable LabRun> current,
      ReadOnlyBooleanProperty ahead) {
    this.draft = draft;
    this.ahead = ahead;
    setId("story");
    getStyleClass().add("story");
    setAlignment(Pos.CENTER_LEFT);
    words.setId("story-text");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    promise.setId("story-promise");
    promise.getStyleClass().add("promise");
    promise.setWrapText(true);
    promise.setMaxWidth(Double.MAX_VALUE);
    VBox text = new VBox(words, promise);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button dismiss = new Button(null, new FontIcon(Feather.X));
    dismiss.getStyleClass().addAll("button-icon", "flat");
    Accessible.as(dismiss, "story-dismiss", "Hide this description");
    dismiss.setOnAction(
        click -> {
          dismissed = draft.preset().id();
          show(draft.preset());
        });
    more.getStyleClass().addAll("button-icon", "flat");
    more.setOnAction(
        click -> {
          whole = !whole;
          unfolded = false;
          show(draft.preset());
        });
    HBox buttons = new HBox(more, dismiss);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(new FontIcon(Feather.EYE), text, buttons);
    draft.presetProperty().addListener((property, before, opened) -> unfold(opened));
    ahead.addListener((property, before, now) -> unfold(draft.preset()));
    draft.configProperty().addListener(change -> show(draft.preset()));
    current.addListener(
        (property, before, run) -> {
          whole &=
              before != null
                  && !unfolded; // what somebody has unfolded since the first run stays so
          unfolded = false;
          show(draft.preset());
        });
    show(draft.preset());
  }

  private void unfold(Preset opened) {
    if (ahead.get() && !whole) {
      whole = true;
      unfolded = true;
    }
    show(opened);
  }

  private void show(Preset preset) {
    boolean shown = !preset.story().isEmpty() && !preset.id().equals(dismissed);
    words.setText((ahead.get() ? "Not run yet. " : "") + preset.story());
    String expected = PromiseWords.of(preset, draft.config());
    promise.setText(expected);
    words.setWrapText(whole);
    Visibility.reveal(promise, whole && !expected.isEmpty());
    more.setGraphic(new FontIcon(whole ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
    Accessible.as(more, "story-more", whole ? "Collapse this to one line" : "Show the whole text");
    Accessible.describe(words, (preset.story() + " " + expected).strip());
    Visibility.reveal(this, shown);
  }
}
