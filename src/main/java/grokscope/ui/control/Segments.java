package grokscope.ui.control;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Two ways to show something, side by side; one of them is always chosen. FX thread only. */
public final class Segments extends HBox {
  private final ToggleButton first;
  private final ToggleButton second;

  /** A choice whose second option means that the property is true. */
  public Segments(BooleanProperty property, ToggleButton first, ToggleButton second) {
    this.first = first;
    this.second = second;
    getStyleClass().add("segments");
    first.getStyleClass().addAll("left-pill", "small");
    second.getStyleClass().addAll("right-pill", "small");
    first.setOnAction(click -> choose(property, false));
    second.setOnAction(click -> choose(property, true));
    property.addListener((observed, before, now) -> show(now));
    getChildren().addAll(first, second);
    show(property.get());
  }

  private void choose(BooleanProperty property, boolean value) {
    property.set(value);
    show(value); // a click on the chosen one would otherwise let it go
  }

  private void show(boolean value) {
    first.setSelected(!value);
    second.setSelected(value);
  }
}
