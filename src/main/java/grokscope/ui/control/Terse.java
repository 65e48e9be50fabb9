package grokscope.ui.control;

import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;

/** Takes the words off buttons that have a sign, and tooltips with the words. Stateless. */
public final class Terse {
  private Terse() {}

  /** Leaves only their signs, or shows their words again. FX thread only. */
  public static void show(List<? extends Labeled> buttons, boolean words) {
    ContentDisplay display = words ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    buttons.stream()
        .filter(button -> button.getGraphic() != null)
        .forEach(button -> button.setContentDisplay(display));
  }
}
