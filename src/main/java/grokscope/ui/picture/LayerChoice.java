package grokscope.ui.picture;

import grokscope.ui.words.Combo;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/** Which layer of a network is shown. FX thread only. */
final class LayerChoice {
  private final ComboBox<Integer> box;

  /**
   * A choice of the first layer alone.
   *
   * @param picture the id of the picture that it belongs to
   */
  LayerChoice(String picture, String words) {
    box = Combo.of(picture + "-layer", words, layer -> "Layer " + (layer + 1), () -> {});
    box.getItems().setAll(0);
    box.setValue(0);
  }

  Node node() {
    return box;
  }

  /** The layer, from 0. */
  int get() {
    return box.getValue() == null ? 0 : box.getValue();
  }

  /** Offers so many layers. */
  void offer(int layers) {
    if (box.getItems().size() != layers) {
      int now = Math.min(get(), layers - 1);
      box.getItems().setAll(IntStream.range(0, layers).boxed().toList());
      box.setValue(now);
    }
    box.setDisable(layers < 2);
  }
}
