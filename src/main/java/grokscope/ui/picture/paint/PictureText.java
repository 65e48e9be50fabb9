package grokscope.ui.picture.paint;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What a picture says around its drawing. FX thread only; needs no toolkit. */
public final class PictureText {
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper pointed = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");

  /** What the whole picture shows, in words and numbers. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** What is under the mouse; empty when nothing is. */
  public ReadOnlyStringProperty pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /** Why there is nothing to show, as a sentence; empty when there is. */
  public ReadOnlyStringProperty missingProperty() {
    return missing.getReadOnlyProperty();
  }

  void summary(String words) {
    summary.set(words);
  }

  void pointed(String words) {
    pointed.set(words);
  }

  /** Says why there is nothing to show, and nothing else. */
  public void missing(String reason) {
    missing.set(reason);
    summary.set("");
    pointed.set("");
  }

  /** There is something to show, and this is what. */
  void present(String words) {
    missing.set("");
    summary.set(words);
  }
}
