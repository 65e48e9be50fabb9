package grokscope.ui.color;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** A light or a dark window. Applied on the FX thread. */
public enum Theme {
  LIGHT("light"),
  DARK("dark");

  private final String word;

  Theme(String word) {
    this.word = word;
  }

  /** The word in the settings file, and the style class of the window's root. */
  public String word() {
    return word;
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /** The colours of the curves. */
  public Palette palette() {
    return this == LIGHT ? Palette.LIGHT : Palette.DARK;
  }

  /** Dresses the program and this window's root. */
  public void dress(Parent root) {
    Application.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
    root.getStyleClass().remove(other().word);
    if (!root.getStyleClass().contains(word)) {
      root.getStyleClass().add(word);
    }
  }

  public static Theme of(@Nullable Object word) {
    return DARK.word.equals(word) ? DARK : LIGHT;
  }
}
