package grokscope.ui.picture.paint;

import grokscope.ui.control.ComboBoxes;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/** Which layer of a network is shown. FX thread only. */
public final class LayerChoice {
  private final ComboBox<Integer> box;

  /**
   * A choice of the first layer alone.
   *
   * @param picture the id of the picture that it belongs to
   */
  public LayerChoice(String picture, String words) {
    box = ComboBoxes.of(picture + "-layer", words, layer -> "Layer " + (layer + 1), () -> {});
    box.getItems().setAll(0);
    box.setValue(0);
  }

  public Node node() {
    return box;
  }

  /** The layer, from 0. */
  public int get() {
    return box.getValue() == null ? 0 : box.getValue();
  }

  /** Offers this many layers. */
  public void offer(int layers) {
    if (box.getItems().size() != layers) {
      int now = Math.min(get(), layers - 1);
      box.getItems().setAll(IntStream.range(0, layers).boxed().toList());
      box.setValue(now);
    }
    box.setDisable(layers < 2);
  }
}
