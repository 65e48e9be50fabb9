package grokscope.ui.curves;

import grokscope.ui.control.Accessible;
import grokscope.ui.control.WholeText;
import javafx.scene.control.Label;

/**
 * What is said of a run, on one line whatever its length, so that nothing below it moves: the whole
 * of it, and more, appears while the pointer rests on it, and stays above the charts after a click.
 * FX thread only.
 */
final class Sentence extends Label {
  private final WholeText whole;
  private String everything = "";

  Sentence(String id) {
    setId(id);
    getStyleClass().add("phase");
    setMinWidth(0);
    setMaxWidth(Double.MAX_VALUE);
    whole = new WholeText(this, id + "-whole");
    setOnMouseClicked(click -> whole.toggle(everything));
  }

  /**
   * Says this from now on.
   *
   * @param more about it
   */
  void say(String sentence, String more) {
    setText(sentence);
    everything = (sentence + "\n\n" + more).strip();
    Accessible.describe(this, everything);
  }
}
