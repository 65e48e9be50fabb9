package grokscope.ui.runs;

import grokscope.ui.control.Accessible;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The colour of a run, and whether its curves are in the charts; of a folder that cannot be read, a
 * mark that says so. FX thread only.
 */
final class EyeCell extends TableCell<RunRow, RunFacts> {
  private static final String BROKEN = "⚠";
  private static final PseudoClass PALE = PseudoClass.getPseudoClass("pale");
  private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");

  private final FontIcon icon = new FontIcon(Feather.EYE);
  private final Button button = new Button();
  private final Region swatch = new Region();
  private final HBox content = new HBox(swatch, button);
  private final ChangeListener<Eye> whenChanged = (property, before, now) -> show();
  private @Nullable RunRow shown;

  EyeCell(Consumer<RunRow> clicked) {
    // Without a tooltip, which would cover other rows; the head of the column explains the eyes.
    Accessible.around(button, "run-shown", "Show or hide this run's curves");
    button.getStyleClass().setAll("run-eye");
    button.setGraphic(icon);
    button.setFocusTraversable(false);
    button.setOnAction(click -> Optional.ofNullable(shown).ifPresent(clicked));
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
        shown.eyeProperty().removeListener(whenChanged);
      }
      shown = row;
      if (shown != null) {
        shown.eyeProperty().addListener(whenChanged);
      }
    }
    show();
  }

  private void show() {
    boolean broken = shown != null && shown.facts().broken();
    setText(broken ? BROKEN : null);
    setGraphic(shown == null || broken ? null : content);
    if (shown != null) {
      icon.setIconCode(shown.eye() == Eye.CLOSED ? Feather.EYE_OFF : Feather.EYE);
      button.pseudoClassStateChanged(PALE, shown.eye() == Eye.PALE);
      button.pseudoClassStateChanged(CLOSED, shown.eye() == Eye.CLOSED);
      swatch.setStyle("-fx-background-color: -run-colour-" + shown.color());
    }
  }
}
