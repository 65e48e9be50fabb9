package grokscope.ui.knob;

import grokscope.config.knob.Option;
import grokscope.ui.control.Accessible;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * An option in the list of a choice, grey with the reason as its tooltip while it cannot be chosen.
 * FX thread only.
 *
 * <p>It is not disabled in the toolkit's sense, in which it would have no tooltip.
 */
final class OptionCell extends ListCell<Option> {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final ReadOnlyObjectProperty<Map<String, String>> refusals;

  /**
   * A cell.
   *
   * @param refusals why options cannot be chosen, by their ids
   */
  OptionCell(ReadOnlyObjectProperty<Map<String, String>> refusals) {
    this.refusals = refusals;
    refusals.addListener(change -> show());
    addEventFilter(MouseEvent.ANY, this::hold);
  }

  private void hold(MouseEvent event) {
    boolean chooses =
        event.getEventType() == MouseEvent.MOUSE_PRESSED
            || event.getEventType() == MouseEvent.MOUSE_RELEASED
            || event.getEventType() == MouseEvent.MOUSE_CLICKED;
    if (chooses && !reason().isEmpty()) {
      event.consume();
    }
  }

  @Override
  protected void updateItem(@Nullable Option option, boolean empty) {
    super.updateItem(option, empty);
    show();
  }

  private void show() {
    String reason = reason();
    String title = getItem() == null ? "" : getItem().title();
    setText(title);
    pseudoClassStateChanged(REFUSED, !reason.isEmpty());
    setAccessibleText(reason.isEmpty() ? title : title + ", not available: " + reason);
    setTooltip(reason.isEmpty() ? null : Accessible.tooltip(reason));
  }

  private String reason() {
    return getItem() == null ? "" : refusals.get().getOrDefault(getItem().id(), "");
  }
}
