package grokscope.ui.runs;

import grokscope.ui.control.Accessible;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run is drawn behind the live one, and in which colour; of a folder that cannot be read,
 * a mark that says so. FX thread only.
 */
final class CheckCell extends TableCell<RunRow, RunFacts> {
  private static final String BROKEN = "⚠";

  private final CheckBox box = new CheckBox();
  private final Region swatch = new Region();
  private final HBox content = new HBox(box, swatch);
  private final ChangeListener<Number> whenColored = (property, before, now) -> show();
  private @Nullable RunRow shown;

  CheckCell(Consumer<RunRow> clicked) {
    Accessible.as(box, "run-shown", "Draw this run's curves behind the live ones");
    box.setFocusTraversable(false);
    addEventHandler(MouseEvent.MOUSE_MOVED, MouseEvent::consume); // or the row's tooltip is shown
    box.setOnAction(
        click -> {
          Optional.ofNullable(shown).ifPresent(clicked);
          show(); // there may have been no colour for it
        });
    swatch.getStyleClass().add("run-swatch");
    content.getStyleClass().add("run-check");
    content.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable RunFacts run, boolean empty) {
    super.updateItem(run, empty);
    RunRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
    if (row != shown) {
      if (shown != null) {
        shown.colorProperty().removeListener(whenColored);
      }
      shown = row;
      if (shown != null) {
        shown.colorProperty().addListener(whenColored);
      }
    }
    show();
  }

  private void show() {
    boolean broken = shown != null && shown.facts().broken();
    setText(broken ? BROKEN : null);
    setGraphic(shown == null || broken ? null : content);
    if (shown != null) {
      box.setSelected(shown.checked());
      swatch.setVisible(shown.checked());
      swatch.setStyle(
          shown.checked() ? "-fx-background-color: -run-colour-" + shown.color() : null);
    }
  }
}
