package grokscope.ui.bar;

import grokscope.ui.color.Theme;
import grokscope.ui.control.Accessible;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button that changes between light and dark. FX thread only. */
public final class ThemeSwitch extends Button {
  public ThemeSwitch(ObjectProperty<Theme> theme) {
    getStyleClass().addAll("button-icon", "flat");
    Accessible.as(this, "theme", "");
    setOnAction(click -> theme.set(theme.get().other()));
    theme.addListener((property, before, now) -> show(now));
    show(theme.get());
  }

  private void show(Theme now) {
    setGraphic(new FontIcon(now == Theme.LIGHT ? Feather.MOON : Feather.SUN));
    Accessible.describe(this, "Switch to the " + now.other().word() + " theme");
  }
}
