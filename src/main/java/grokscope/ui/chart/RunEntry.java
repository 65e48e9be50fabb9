package grokscope.ui.chart;

import grokscope.figure.ValueAxis;
import grokscope.figure.ValueText;
import grokscope.ui.chart.plot.CurveLook;
import grokscope.ui.control.Accessible;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/**
 * One run in the legend of the view: a piece of its line, what it is called, and its value at the
 * cursor. A click hides its curves, another shows them again. FX thread only.
 */
final class RunEntry extends HBox {
  private static final double LONGEST = 17; // names, in em
  private static final PseudoClass PALE = PseudoClass.getPseudoClass("pale");

  private final Swatch line = new Swatch();
  private final Label name = new Label();
  private final Label value = new Label(ValueText.NONE);

  /**
   * An entry.
   *
   * @param turn is done at a click
   */
  RunEntry(Runnable turn) {
    getStyleClass().add("curve-run-entry");
    setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("curve-run");
    name.setMinWidth(USE_PREF_SIZE);
    value.getStyleClass().add("curve-value");
    value.setMinWidth(USE_PREF_SIZE);
    value.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(line, name, value);
    setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY) {
            turn.run();
          }
          click.consume();
        });
  }

  void setName(String words) {
    name.setText(words);
    setAccessibleText(words);
  }

  String name() {
    return name.getText();
  }

  void setValue(ValueAxis axis, double number) {
    String text = ValueText.of(axis, number);
    if (!text.equals(value.getText())) {
      value.setText(text);
    }
  }

  /** The value as it is shown. */
  String valueText() {
    return value.getText();
  }

  void setPale(boolean pale) {
    pseudoClassStateChanged(PALE, pale);
  }

  boolean isPale() {
    return getPseudoClassStates().contains(PALE);
  }

  void dress(CurveLook look) {
    line.dress(look);
  }

  /**
   * Keeps room for any value, or shows none; keeps a long name short, and says all of it under the
   * pointer then.
   */
  void show(boolean withValue) {
    getChildren().setAll(line, name);
    name.setPrefWidth(USE_COMPUTED_SIZE);
    double whole = Math.ceil(name.prefWidth(-1));
    double most = Math.ceil(LONGEST * name.getFont().getSize());
    name.setPrefWidth(Math.min(whole, most));
    if (whole > most) {
      Accessible.describe(name, name.getText());
    } else {
      Accessible.silence(name);
    }
    if (withValue) {
      getChildren().add(value);
      String now = value.getText();
      value.setPrefWidth(USE_COMPUTED_SIZE);
      value.setText(ValueText.widest(ValueAxis.LOG));
      value.setPrefWidth(Math.ceil(value.prefWidth(-1)));
      value.setText(now);
    }
  }

  /** Whether the name may be cut short. */
  void setShortened(boolean shortened) {
    setMinWidth(shortened ? 0 : USE_PREF_SIZE);
    name.setMinWidth(shortened ? 0 : USE_PREF_SIZE);
  }
}
