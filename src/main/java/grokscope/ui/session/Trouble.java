package grokscope.ui.session;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What went wrong last, until it is dismissed. FX thread only; needs no toolkit. */
public final class Trouble {
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

  /** Says in a sentence what was refused or has failed. */
  public void say(String sentence) {
    words.set(sentence);
  }

  /** Takes back a sentence that is true no longer, if it was the last. */
  void takeBack(String sentence) {
    if (sentence.equals(words.get())) {
      dismiss();
    }
  }

  public void dismiss() {
    words.set("");
  }

  /** In words for the banner; empty when nothing went wrong. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }
}
