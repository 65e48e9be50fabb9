package grokscope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import grokscope.ui.chart.Palette;
import javafx.application.Application;
import javafx.scene.Parent;

/** A light or a dark window. Applied on the FX thread. */
enum Theme {
  LIGHT("light"),
  DARK("dark");

  private final String word;

  Theme(String word) {
    this.word = word;
  }

  /** The word in the settings file, and the style class of the window's root. */
  String word() {
    return word;
  }

  Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /** The colours of the curves. */
  Palette palette() {
    return this == LIGHT ? Palette.LIGHT : Palette.DARK;
  }

  /** Dresses the program and this window's root. */
  void dress(Parent root) {
    Application.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
    root.getStyleClass().remove(other().word);
    if (!root.getStyleClass().contains(word)) {
      root.getStyleClass().add(word);
    }
  }

  static Theme of(Object word) {
    return DARK.word.equals(word) ? DARK : LIGHT;
  }
}
