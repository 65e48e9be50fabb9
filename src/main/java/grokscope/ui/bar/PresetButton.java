package grokscope.ui.bar;

import javafx.scene.control.MenuButton;

/** Opens the list of presets where another button would open a menu. FX thread only. */
final class PresetButton extends MenuButton {
  private final PresetMenu menu;

  PresetButton(PresetMenu menu) {
    this.menu = menu;
  }

  @Override
  public void show() {
    if (!isDisabled() && !menu.isShowing()) {
      menu.showBelow(this);
    }
  }

  @Override
  public void hide() {
    menu.hide();
  }
}
