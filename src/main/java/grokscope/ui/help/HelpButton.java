package grokscope.ui.help;

import grokscope.ui.control.Accessible;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The ? at the right of the top, with the pages of the help and the tour. FX thread only. */
public final class HelpButton extends MenuButton {
  public HelpButton(Help help) {
    super(null, new FontIcon(Feather.HELP_CIRCLE));
    getStyleClass().addAll("button-icon", "flat", "no-arrow");
    setMaxHeight(USE_PREF_SIZE); // not as high as the bar
    for (HelpPage page : HelpPage.values()) {
      MenuItem item = new MenuItem(page == HelpPage.NOW ? page.title() + " (F1)" : page.title());
      item.setId("help-menu-" + page.id());
      item.setOnAction(chosen -> help.open(page));
      getItems().add(item);
    }
    MenuItem tour = new MenuItem("Tour");
    tour.setId("help-menu-tour");
    tour.setOnAction(chosen -> help.tour());
    getItems().add(tour);
    Accessible.as(this, "help-button", "Help: what is on the screen, keys, glossary, tour (F1)");
  }
}
