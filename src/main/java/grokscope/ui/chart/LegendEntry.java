package grokscope.ui.chart;

import grokscope.figure.ValueAxis;
import grokscope.figure.ValueText;
import grokscope.ui.term.Terms;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * One curve in a legend: a piece of its line, its name and its value at the cursor. FX thread only.
 */
final class LegendEntry extends HBox {
  /** How much of an entry is shown. */
  enum Detail {
    /** Name and value. */
    ALL,
    /** The value while the cursor points somewhere, else the name. */
    IN_TURN,
    /** The name. */
    NAME
  }

  private final Label name = new Label();
  private final Label value = new Label(ValueText.NONE);
  private final Region line = new Region();
  private final StackPane slot = new StackPane();
  private final ValueAxis axis;
  private Detail shown = Detail.ALL;
  private boolean pointing;

  /**
   * An entry.
   *
   * @param axis in whose words values are written
   * @param paint the paint of the line, as styles have it
   */
  LegendEntry(String words, ValueAxis axis, String paint) {
    this.axis = axis;
    getStyleClass().add("curve-legend-entry");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    line.getStyleClass().add("curve-swatch");
    line.setStyle("-fx-background-color: " + paint);
    line.setMinSize(14, 3);
    line.setMaxSize(14, 3);
    name.setText(words);
    Terms.mark(name);
    name.setMinWidth(USE_PREF_SIZE);
    value.getStyleClass().add("curve-value");
    value.setMinWidth(USE_PREF_SIZE);
    value.setMaxWidth(USE_PREF_SIZE);
    value.setAlignment(Pos.CENTER_RIGHT);
    slot.setMinWidth(USE_PREF_SIZE);
    slot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, name, value);
  }

  /** Keeps room for the widest value, so that nothing moves when values change. */
  void reserve() {
    String shown = value.getText();
    value.setPrefWidth(USE_COMPUTED_SIZE);
    value.setText(ValueText.widest(axis));
    value.setPrefWidth(Math.ceil(value.prefWidth(-1)));
    value.setText(shown);
  }

  void setValue(double number) {
    String text = ValueText.of(axis, number);
    if (!text.equals(value.getText())) {
      value.setText(text);
    }
  }

  /** The value as it is shown. */
  String valueText() {
    return value.getText();
  }

  /** Shows the name and the value, or one in the place of the other, or the name only. */
  void show(Detail detail) {
    if (detail == shown) {
      return;
    }
    shown = detail;
    slot.getChildren().clear();
    getChildren().setAll(line);
    switch (detail) {
      case ALL -> getChildren().addAll(name, value);
      case NAME -> getChildren().add(name);
      case IN_TURN -> {
        slot.getChildren().addAll(name, value);
        getChildren().add(slot);
      }
    }
    showInTurn();
  }

  /** Whether the name may be cut short, where there is no room for it. */
  void setShortened(boolean shortened) {
    setMinWidth(shortened ? 0 : USE_PREF_SIZE);
    name.setMinWidth(shortened ? 0 : USE_PREF_SIZE);
  }

  /** Whether the value is wanted more than the name, where there is room for one only. */
  void setPointing(boolean pointing) {
    this.pointing = pointing;
    showInTurn();
  }

  private void showInTurn() {
    boolean inTurn = shown == Detail.IN_TURN;
    name.setVisible(!inTurn || !pointing);
    value.setVisible(!inTurn || pointing);
  }
}
