package grokscope.ui;

import grokscope.ui.control.Accessible;
import grokscope.ui.help.WindowKey;
import grokscope.ui.picture.PictureDeck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/**
 * The tabs to choose a picture with, always in one row: those for which there is no room are in a
 * menu at its end, which shows the chosen one if it is among them. FX thread only.
 */
final class TabRow extends Region {
  private static final PseudoClass INAPPLICABLE = PseudoClass.getPseudoClass("inapplicable");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double GAP = 4;

  private final List<PictureDeck.Tab> tabs = PictureDeck.tabs();
  private final List<ToggleButton> buttons = new ArrayList<>();
  private final List<RadioMenuItem> items = new ArrayList<>();
  private final MenuButton more = new MenuButton("More");
  private final StringProperty chosen;

  /** The tabs of a deck, by the id of the chosen one. */
  TabRow(StringProperty chosen) {
    this.chosen = chosen;
    getStyleClass().add("tabs");
    setMinWidth(0);
    more.getStyleClass().addAll("small", "tab-button", "tab-menu");
    Accessible.as(more, "tab-more", "The pictures for which there is no room in the row");
    for (int i = 0; i < tabs.size(); i++) {
      PictureDeck.Tab tab = tabs.get(i);
      ToggleButton button = new ToggleButton(tab.title());
      button.getStyleClass().addAll("small", "tab-button");
      button.setOnAction(click -> choose(tab.id()));
      buttons.add(Accessible.as(button, "tab-" + tab.id(), words(i)));
      RadioMenuItem item = new RadioMenuItem(tab.title());
      item.setOnAction(click -> choose(tab.id()));
      items.add(item);
    }
    getChildren().addAll(buttons);
    getChildren().add(more);
    chosen.addListener((property, before, id) -> mark());
    mark();
  }

  private void choose(String id) {
    chosen.set(id);
    mark(); // a click on the chosen one would otherwise let it go
  }

  private String words(int tab) {
    return tabs.get(tab).sentence() + WindowKey.tab(tab).map(key -> " (" + key + ")").orElse("");
  }

  private void mark() {
    for (int i = 0; i < tabs.size(); i++) {
      boolean so = tabs.get(i).id().equals(chosen.get());
      buttons.get(i).setSelected(so);
      items.get(i).setSelected(so);
    }
    requestLayout();
  }

  /** Dims the tabs with nothing to show of the run; they can be chosen, and then say why. */
  void describe(Map<String, String> obstacles) {
    for (int i = 0; i < tabs.size(); i++) {
      String obstacle = obstacles.get(tabs.get(i).id());
      buttons.get(i).pseudoClassStateChanged(INAPPLICABLE, obstacle != null);
      String words = words(i);
      Accessible.describe(buttons.get(i), obstacle == null ? words : words + ". " + obstacle);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return buttons.stream().mapToDouble(button -> button.prefWidth(-1) + GAP).sum();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return buttons.get(0).prefHeight(-1);
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth() + GAP;
    boolean all = computePrefWidth(-1) <= room;
    double menu = Math.ceil(more.prefWidth(-1)) + GAP;
    double x = 0;
    int shown = 0;
    for (ToggleButton button : buttons) {
      double width = Math.ceil(button.prefWidth(-1));
      boolean fits = shown == buttons.indexOf(button) && x + width + GAP <= room - (all ? 0 : menu);
      button.setVisible(fits);
      button.resizeRelocate(x, 0, width, getHeight());
      if (fits) {
        x += width + GAP;
        shown++;
      }
    }
    more.setVisible(!all);
    more.resizeRelocate(x, 0, menu - GAP, getHeight());
    fill(shown);
  }

  private void fill(int shown) {
    List<RadioMenuItem> hidden = items.subList(shown, items.size());
    if (!more.getItems().equals(hidden)) {
      more.getItems().setAll(hidden);
    }
    more.pseudoClassStateChanged(CHOSEN, hidden.stream().anyMatch(RadioMenuItem::isSelected));
  }
}
