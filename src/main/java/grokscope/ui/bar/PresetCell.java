package grokscope.ui.bar;

import grokscope.config.preset.Preset;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Draws a row of the list of presets: title, id and time of a preset, or the title of a group. FX
 * thread only.
 */
final class PresetCell extends ListCell<PresetRow> {
  private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

  private final Label title = new Label();
  private final Label id = new Label();
  private final Label duration = new Label();
  private final HBox line;

  PresetCell(Consumer<PresetRow> choose) {
    getStyleClass().add("preset-row");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    title.getStyleClass().add("preset-title");
    id.getStyleClass().add("preset-id");
    duration.getStyleClass().add("preset-duration");
    title.setMinWidth(Region.USE_PREF_SIZE);
    duration.setMinWidth(Region.USE_PREF_SIZE);
    line = new HBox(title, id, gap, duration);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("preset-line");
    setPrefWidth(0); // as wide as the list, whatever there is to say
    setOnMouseClicked(
        click -> {
          if (getItem() != null) {
            choose.accept(getItem());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable PresetRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean shown = !empty && row != null;
    setGraphic(shown ? line : null);
    pseudoClassStateChanged(HEAD, row instanceof PresetRow.Head);
    setId(null);
    if (row instanceof PresetRow.Choice choice) {
      Preset preset = choice.preset();
      boolean first = !choice.why().isEmpty();
      fill(preset.title(), first ? choice.why() : preset.id(), preset.presetNotes().duration());
      setId((first ? "preset-first-" : "preset-item-") + preset.id());
    } else if (row instanceof PresetRow.Back back) {
      fill("Back to “" + back.left().preset().title() + "” with your changes", "", "");
      setId("preset-bring-back");
    } else if (row instanceof PresetRow.Head head) {
      fill(head.title(), "", "");
    }
  }

  private void fill(String titleText, String idText, String durationText) {
    title.setText(titleText);
    id.setText(idText);
    duration.setText(durationText);
    setAccessibleText(
        String.join(", ", List.of(titleText, idText, durationText)).replaceAll("(, )+$", ""));
  }
}
