package grokscope.ui.chart;

import grokscope.figure.ValueAxis;
import grokscope.figure.ValueText;
import grokscope.ui.chart.plot.CurveLook;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/**
 * An entry of a legend: a piece of a line, what it is called, and its value at the cursor. A click
 * hides what it stands for, another shows it again. FX thread only.
 */
abstract class LineEntry extends HBox {
  private static final PseudoClass PALE = PseudoClass.getPseudoClass("pale");

  private final Swatch line = new Swatch();
  private final Label name = new Label();
  private final Label value = new Label(ValueText.NONE);

  /**
   * An entry without a name.
   *
   * @param turn is done at a click
   */
  LineEntry(Runnable turn) {
    setAlignment(Pos.CENTER_LEFT);
    name.setMinWidth(USE_PREF_SIZE);
    value.getStyleClass().add("curve-value");
    value.setMinWidth(USE_PREF_SIZE);
    value.setMaxWidth(USE_PREF_SIZE);
    value.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(line, name, value);
    setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY) {
            turn.run();
          }
          click.consume(); // it is no click on a step
        });
  }

  final Label label() {
    return name;
  }

  /** The name as it is shown. */
  final String shownName() {
    return name.getText();
  }

  /** Keeps room for the widest value, so that nothing moves when values change. */
  final void reserve(ValueAxis axis) {
    String now = value.getText();
    value.setPrefWidth(USE_COMPUTED_SIZE);
    value.setText(ValueText.widest(axis));
    value.setPrefWidth(Math.ceil(value.prefWidth(-1)));
    value.setText(now);
  }

  final void setValue(ValueAxis axis, double number) {
    String text = ValueText.of(axis, number);
    if (!text.equals(value.getText())) {
      value.setText(text);
    }
  }

  final void clearValue() {
    value.setText("");
  }

  /** The value as it is shown. */
  final String valueText() {
    return value.getText();
  }

  final void showValue(boolean shown) {
    if (shown) {
      getChildren().setAll(line, name, value);
    } else {
      getChildren().setAll(line, name);
    }
  }

  /** Whether what it stands for is hidden. */
  final void setPale(boolean pale) {
    pseudoClassStateChanged(PALE, pale);
  }

  final boolean isPale() {
    return getPseudoClassStates().contains(PALE);
  }

  /** Whether the piece of a line is short. */
  final void setShort(boolean now) {
    line.setShort(now);
  }

  /** Draws the piece of a line. */
  final void dress(CurveLook look) {
    line.dress(look);
  }

  /** Whether the name may be cut short, where there is no room for it. */
  final void setShortened(boolean shortened) {
    setMinWidth(shortened ? 0 : USE_PREF_SIZE);
    name.setMinWidth(shortened ? 0 : USE_PREF_SIZE);
  }
}
