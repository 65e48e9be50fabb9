package grokscope.ui.chart;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * One curve in a legend: a piece of its line, its name and its value at the cursor. FX thread only.
 */
final class LegendEntry extends HBox {
  private final Label name = new Label();
  private final Label value = new Label(ValueText.NONE);
  private final ValueAxis axis;

  /**
   * An entry.
   *
   * @param axis in whose words values are written
   * @param colour the style class of the colour
   */
  LegendEntry(String words, ValueAxis axis, String colour) {
    this.axis = axis;
    getStyleClass().add("curve-legend-entry");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    Region line = new Region();
    line.getStyleClass().addAll("curve-swatch", colour);
    line.setMinSize(14, 3);
    line.setMaxSize(14, 3);
    name.setText(words);
    name.setMinWidth(USE_PREF_SIZE);
    value.getStyleClass().add("curve-value");
    value.setMinWidth(USE_PREF_SIZE);
    value.setMaxWidth(USE_PREF_SIZE);
    value.setAlignment(Pos.CENTER_RIGHT);
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

  void setWords(String words) {
    name.setText(words);
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

  void showValue(boolean shown) {
    value.setVisible(shown);
    value.setManaged(shown);
  }
}
