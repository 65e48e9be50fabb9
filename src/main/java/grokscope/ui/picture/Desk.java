package grokscope.ui.picture;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the pictures of one window share. FX thread only; needs no toolkit. */
final class Desk {
  private final ObjectProperty<Pair> pair = new SimpleObjectProperty<>(new Pair(0, 0));
  private final Consumer<String> open;

  /**
   * A desk.
   *
   * @param open opens the picture with an id
   */
  Desk(Consumer<String> open) {
    this.open = open;
  }

  /** The pair that is tried. */
  ObjectProperty<Pair> pairProperty() {
    return pair;
  }

  /** Opens the picture with an id. */
  void open(String id) {
    open.accept(id);
  }
}
