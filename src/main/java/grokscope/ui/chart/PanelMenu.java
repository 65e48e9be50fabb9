package grokscope.ui.chart;

import grokscope.figure.PanelSpec;
import grokscope.figure.ValueScale;
import grokscope.ui.control.Accessible;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small menu of one chart: its scale, its curves and its place. FX thread only. */
final class PanelMenu extends MenuButton {
  private final List<RadioMenuItem> scales = new ArrayList<>();
  private final List<CheckMenuItem> curves = new ArrayList<>();

  PanelMenu(PanelSpec spec, PanelActions actions) {
    setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
    getStyleClass().addAll("curve-menu", "flat", "small", "button-icon", "no-arrow");
    setMinWidth(USE_PREF_SIZE);
    String id = spec.id();
    if (spec.scales().size() > 1) {
      for (ValueScale scale : spec.scales()) {
        RadioMenuItem item = new RadioMenuItem(scale.name());
        item.setOnAction(click -> actions.scale(id, scale.name()));
        scales.add(item);
      }
      getItems().addAll(scales);
      getItems().add(new SeparatorMenuItem());
    }
    for (int i = 0; i < spec.curves().size(); i++) {
      int curve = i;
      CheckMenuItem item = new CheckMenuItem(spec.curves().get(i).legend());
      item.setSelected(true);
      item.setOnAction(click -> actions.turnCurve(id, curve));
      curves.add(item);
    }
    getItems().addAll(curves);
    getItems()
        .addAll(
            new SeparatorMenuItem(),
            item("Enlarge", () -> actions.enlarge(id)),
            item("Move up", () -> actions.move(id, -1)),
            item("Move down", () -> actions.move(id, 1)),
            item("Hide", () -> actions.hide(id)));
    Accessible.as(this, id + "-menu", "Scale, curves and place of this chart");
    setScale(spec);
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(click -> action.run());
    return item;
  }

  /** Marks the scale that is chosen. */
  void setScale(PanelSpec spec) {
    for (int i = 0; i < scales.size(); i++) {
      scales.get(i).setSelected(spec.scales().get(i).equals(spec.scale()));
    }
  }

  /** Marks whether a curve is drawn. */
  void setCurve(int curve, boolean drawn) {
    curves.get(curve).setSelected(drawn);
  }

  /** Whether the run has a curve. */
  void showCurve(int curve, boolean there) {
    curves.get(curve).setVisible(there);
  }
}
