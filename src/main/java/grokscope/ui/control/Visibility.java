package grokscope.ui.control;

import javafx.scene.Node;

/** Takes parts of the window away without leaving a gap. Stateless; FX thread only. */
public final class Visibility {
  private Visibility() {}

  /** Shows a part, or hides it and gives its room to the others. */
  public static void reveal(Node part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
