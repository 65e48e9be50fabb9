package grokscope.ui.chart;

import grokscope.figure.ValueAxis;
import grokscope.figure.ValueText;
import grokscope.ui.chart.plot.CurveLook;
import grokscope.ui.term.Terms;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/**
 * One curve in a legend: a piece of its line, its name and its value at the cursor. A click hides
 * the curve, another shows it again. FX thread only.
 */
final class LegendEntry extends HBox {
  /** How much of an entry is shown. */
  enum Detail {
    /** Name and value. */
    ALL,
    /** A short name and the value. */
    SHORT,
    /** The short name. */
    NAME
  }

  private static final PseudoClass PALE = PseudoClass.getPseudoClass("pale");

  private final Swatch line = new Swatch();
  private final Label name = new Label();
  private final Label value = new Label(ValueText.NONE);
  private final String words;
  private final String brief;
  private ValueAxis axis;
  private Detail shown = Detail.ALL;

  /**
   * An entry.
   *
   * @param words the name
   * @param brief a shorter name
   * @param axis in whose words values are written
   * @param turn is done at a click
   */
  LegendEntry(String words, String brief, ValueAxis axis, Runnable turn) {
    this.words = words;
    this.brief = brief;
    this.axis = axis;
    getStyleClass().add("curve-legend-entry");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    name.setText(words);
    Terms.mark(name, "A click hides this curve, another shows it again.");
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

  /** Keeps room for the widest value, so that nothing moves when values change. */
  void reserve() {
    String now = value.getText();
    value.setPrefWidth(USE_COMPUTED_SIZE);
    value.setText(ValueText.widest(axis));
    value.setPrefWidth(Math.ceil(value.prefWidth(-1)));
    value.setText(now);
  }

  /** The name as it is shown. */
  String name() {
    return name.getText();
  }

  void setAxis(ValueAxis now) {
    axis = now;
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

  /** Whether what it stands for is hidden. */
  void setPale(boolean pale) {
    pseudoClassStateChanged(PALE, pale);
  }

  /** Whether the piece of a line is short. */
  void setShort(boolean now) {
    line.setShort(now);
  }

  /** Draws the piece of a line. */
  void dress(CurveLook look) {
    line.dress(look);
  }

  /** Shows as much. */
  void show(Detail detail) {
    if (detail != shown) {
      shown = detail;
      name.setText(detail == Detail.ALL ? words : brief);
      getChildren().setAll(line, name);
      if (detail != Detail.NAME) {
        getChildren().add(value);
      }
    }
  }

  /** Whether the name may be cut short, where there is no room for it. */
  void setShortened(boolean shortened) {
    setMinWidth(shortened ? 0 : USE_PREF_SIZE);
    name.setMinWidth(shortened ? 0 : USE_PREF_SIZE);
  }
}
