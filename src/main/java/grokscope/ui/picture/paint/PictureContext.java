package grokscope.ui.picture.paint;

import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the pictures of one window share. FX thread only; needs no toolkit. */
public final class PictureContext {
  private final ObjectProperty<Pair> pair = new SimpleObjectProperty<>(new Pair(0, 0));
  private final IntegerProperty example = new SimpleIntegerProperty(0);
  private final ObjectProperty<Results> results = new SimpleObjectProperty<>(Results.NONE);
  private final Consumer<String> open;

  /**
   * What the pictures of a window share, with the first pair.
   *
   * @param open opens the picture with an id
   */
  public PictureContext(Consumer<String> open) {
    this.open = open;
  }

  /** The pair that is tried. */
  public ObjectProperty<Pair> pairProperty() {
    return pair;
  }

  /** The row of the task's table that is tried, where examples are no pairs. */
  public IntegerProperty exampleProperty() {
    return example;
  }

  /** What came of the runs that are looked at together. */
  public ObjectProperty<Results> resultsProperty() {
    return results;
  }

  /** Opens the picture with an id. */
  public void open(String id) {
    open.accept(id);
  }
}
