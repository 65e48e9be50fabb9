package grokscope.ui;

import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Turns a strip upright, for the side of the window. Stateless; FX thread only. */
final class SideStrip {
  private SideStrip() {}

  /** The same strip with its words from the bottom to the top. */
  static Button upright(Button strip) {
    Label words = new Label(strip.getText(), strip.getGraphic());
    words.setRotate(-90);
    strip.setText(null);
    strip.setGraphic(new Group(words));
    strip.getStyleClass().add("side-strip");
    return strip;
  }
}
