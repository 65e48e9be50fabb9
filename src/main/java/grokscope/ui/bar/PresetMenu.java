package grokscope.ui.bar;

import grokscope.config.preset.Preset;
import grokscope.ui.control.Accessible;
import grokscope.ui.opening.PresetActions;
import grokscope.ui.setting.Draft;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * The list of presets under their button, with a search field that has the keys: what is typed is
 * searched for, the arrows choose, Enter opens, Escape leaves. Below the list stands what there is
 * to see in the chosen one. FX thread only.
 */
final class PresetMenu {
  private static final int PAGE = 10; // rows
  private static final double WIDTH = 520;

  private final PresetActions actions;
  private final Draft draft;
  private final TextField search = new TextField();
  private final ListView<PresetRow> list = new ListView<>();
  private final Label story = new Label();
  private final Popup popup = new Popup();

  PresetMenu(PresetActions actions, Draft draft) {
    this.actions = actions;
    this.draft = draft;
    search.setPromptText("Search by name, task, network or any other word");
    Accessible.as(search, "preset-search", "Search the presets by any word");
    search.textProperty().addListener(typed -> fill());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setId("preset-list");
    list.setAccessibleText("Presets");
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new PresetCell(this::choose));
    Label nothing = new Label("No preset has all these words.");
    nothing.setId("preset-none");
    list.setPlaceholder(nothing);
    list.getSelectionModel().selectedItemProperty().addListener(chosen -> tell());
    story.setId("preset-story");
    story.getStyleClass().add("preset-story");
    story.setWrapText(true);
    VBox content = new VBox(search, list, story);
    content.getStyleClass().add("preset-list-box");
    content.setMinWidth(WIDTH);
    content.setMaxWidth(WIDTH);
    // A popup makes room for what its parts hang over for a moment, and moves for that.
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(content.widthProperty());
    clip.heightProperty().bind(content.heightProperty());
    content.setClip(clip);
    // The window's own keys, such as Space and R, must not see what is typed here.
    content.addEventHandler(KeyEvent.ANY, KeyEvent::consume);
    popup.getContent().add(content);
    popup.setAutoHide(true);
    popup.setConsumeAutoHidingEvents(true); // a click on the button closes, and does not open again
  }

  /** Shows the list below a node, with the opened preset chosen in it. */
  void showBelow(Node owner) {
    Bounds place = owner.localToScreen(owner.getLayoutBounds());
    popup.show(owner, place.getMinX(), place.getMaxY());
    search.clear();
    fill(); // only now, as rows have no colours to look up in a popup that was never shown
    search.requestFocus();
    if (draft.left().isPresent()) {
      list.scrollTo(0); // where the way back is
    } else {
      reveal();
    }
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  void hide() {
    popup.hide();
  }

  private void fill() {
    String words = search.getText();
    List<PresetRow> rows =
        words.isBlank()
            ? PresetRow.grouped(actions.all(), draft.left())
            : PresetRow.found(actions.search(words));
    list.getItems().setAll(rows);
    list.getSelectionModel().clearSelection();
    list.getSelectionModel().select(words.isBlank() ? opened(rows) : 0);
    reveal();
  }

  private int opened(List<PresetRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof PresetRow.Choice choice
          && choice.preset().id().equals(draft.preset().id())) {
        return i;
      }
    }
    return -1;
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(PAGE);
      case PAGE_UP -> move(-PAGE);
      case ENTER -> choose(list.getSelectionModel().getSelectedItem());
      case ESCAPE, TAB -> hide();
      default -> {
        return;
      }
    }
    key.consume();
  }

  /** Goes some rows on, then past a title, and stays where there is no other row. */
  private void move(int rows) {
    int step = Integer.signum(rows);
    int last = list.getItems().size() - 1;
    int from = list.getSelectionModel().getSelectedIndex();
    int to = Math.max(0, Math.min(last, from + rows));
    while (to >= 0 && to <= last && list.getItems().get(to) instanceof PresetRow.Head) {
      to += step;
    }
    if (to >= 0 && to <= last) {
      list.getSelectionModel().clearAndSelect(to);
      reveal();
    }
  }

  /** Scrolls so that the chosen row has others above it. */
  private void reveal() {
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 5));
  }

  private void choose(@Nullable PresetRow row) {
    if (row instanceof PresetRow.Choice choice) {
      hide();
      actions.open(choice.preset());
    } else if (row instanceof PresetRow.Back) {
      hide();
      draft.bringBack();
    }
  }

  private void tell() {
    PresetRow row = list.getSelectionModel().getSelectedItem();
    Preset preset =
        row instanceof PresetRow.Choice choice
            ? choice.preset()
            : row instanceof PresetRow.Back back ? back.left().preset() : null;
    story.setText(preset == null ? "" : preset.story());
    search.setAccessibleHelp(preset == null ? "" : preset.title() + ". " + preset.story());
  }
}
