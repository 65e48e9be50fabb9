package grokscope.ui;

import grokscope.ui.picture.PictureDeck;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys of the tabs: Ctrl with 1 for the first, 2 for the second, and so on. */
final class TabKeys {
  private TabKeys() {}

  static void install(Scene scene, PictureDeck pictures) {
    List<PictureDeck.Tab> tabs = PictureDeck.tabs();
    for (int i = 0; i < tabs.size(); i++) {
      String id = tabs.get(i).id();
      KeyCode digit = KeyCode.getKeyCode(String.valueOf(i + 1));
      scene
          .getAccelerators()
          .put(
              new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN),
              () -> pictures.chosenProperty().set(id));
    }
  }
}
