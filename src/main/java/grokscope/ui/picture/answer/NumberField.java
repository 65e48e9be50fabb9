package grokscope.ui.picture.answer;

import grokscope.ui.control.Accessible;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A field for a number from 0 on; the arrow keys count, and go round at the ends. FX thread only.
 */
final class NumberField extends TextField {
  private static final int COLUMNS = 4;
  private static final int DIGITS = 6;

  private final IntConsumer chosen;
  private int count = 1;

  /**
   * A field that shows 0.
   *
   * @param chosen hears every number that is allowed
   */
  NumberField(String id, String words, IntConsumer chosen) {
    super("0");
    this.chosen = chosen;
    getStyleClass().addAll("small", "picture-number");
    setPrefColumnCount(COLUMNS);
    setTextFormatter(
        new TextFormatter<>(
            change -> change.getControlNewText().matches("\\d{0," + DIGITS + "}") ? change : null));
    textProperty().addListener((property, before, typed) -> typed());
    addEventFilter(KeyEvent.KEY_PRESSED, this::countWithArrows);
    Accessible.as(this, id, words);
  }

  /** Allows 0 … count − 1. */
  void count(int numbers) {
    count = numbers;
    typed();
  }

  /** Shows a number, if the field says another. */
  void show(int number) {
    if (!getText().equals(String.valueOf(number)) && number() != number) {
      setText(String.valueOf(number));
    }
  }

  private int number() {
    return getText().isEmpty() ? -1 : Integer.parseInt(getText());
  }

  private void typed() {
    boolean allowed = number() >= 0 && number() < count;
    pseudoClassStateChanged(PseudoClass.getPseudoClass("wrong"), !allowed);
    if (allowed) {
      chosen.accept(number());
    }
  }

  private void countWithArrows(KeyEvent key) {
    int direction = key.getCode() == KeyCode.UP ? 1 : key.getCode() == KeyCode.DOWN ? -1 : 0;
    if (direction != 0) {
      setText(String.valueOf(Math.floorMod(number() + direction, count)));
      selectAll();
      key.consume();
    }
  }
}
