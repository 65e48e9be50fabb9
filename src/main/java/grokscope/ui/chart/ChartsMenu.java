package grokscope.ui.chart;

import grokscope.figure.PanelSpec;
import grokscope.ui.control.Accessible;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which charts are shown, in which order, and how the small ones stand. FX thread only. */
public final class ChartsMenu extends MenuButton {
  private final CurvesView curves;

  /** The menu of a view. */
  public ChartsMenu(CurvesView curves) {
    super("Charts", new FontIcon(Feather.LAYOUT));
    this.curves = curves;
    getStyleClass().addAll("small", "charts-menu");
    setMinWidth(USE_PREF_SIZE);
    Accessible.as(this, "charts-menu", "Which charts are shown, in which order, and how");
    setOnShowing(showing -> fill());
    curves
        .layoutProperty()
        .addListener(
            (property, before, now) -> {
              if (isShowing()) {
                fill();
              }
            });
    fill();
  }

  private void fill() {
    ChartLayout layout = curves.layoutProperty().get();
    List<PanelSpec> all = curves.available();
    getItems().setAll(all.stream().map(panel -> row(panel, all)).toList());
    RadioMenuItem beside = way("Small charts beside the large one", !layout.below(), false);
    RadioMenuItem below = way("Small charts below it", layout.below(), true);
    MenuItem usual = new MenuItem("As usual again");
    usual.setDisable(layout.equals(ChartLayout.USUAL));
    usual.setOnAction(click -> curves.layoutProperty().set(ChartLayout.USUAL));
    getItems().addAll(new SeparatorMenuItem(), beside, below, new SeparatorMenuItem(), usual);
  }

  private RadioMenuItem way(String words, boolean chosen, boolean below) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setSelected(chosen);
    item.setOnAction(click -> change(curves.layoutProperty().get().withBelow(below)));
    return item;
  }

  private MenuItem row(PanelSpec panel, List<PanelSpec> all) {
    ChartLayout layout = curves.layoutProperty().get();
    List<String> ids = all.stream().map(PanelSpec::id).toList();
    String id = panel.id();
    CheckBox shown = new CheckBox(panel.title());
    shown.setId(id + "-shown");
    shown.setSelected(layout.shows(id));
    shown.setDisable(layout.shows(id) && ids.stream().filter(layout::shows).count() == 1);
    shown.setOnAction(click -> change(layout.withShown(id, shown.isSelected())));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    gap.setMinWidth(16);
    int place = ids.indexOf(id);
    HBox row =
        new HBox(
            shown,
            gap,
            mover(Feather.CHEVRON_UP, "up", id, place - 1, ids),
            mover(Feather.CHEVRON_DOWN, "down", id, place + 1, ids));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("charts-menu-row");
    return new CustomMenuItem(row, false);
  }

  private Button mover(Feather icon, String word, String id, int to, List<String> ids) {
    Button mover = new Button(null, new FontIcon(icon));
    mover.getStyleClass().addAll("button-icon", "flat", "small");
    mover.setDisable(to < 0 || to >= ids.size());
    mover.setOnAction(click -> change(curves.layoutProperty().get().moved(id, ids.get(to), ids)));
    return Accessible.as(mover, id + "-" + word, "Move this chart " + word);
  }

  private void change(ChartLayout now) {
    curves.layoutProperty().set(now);
  }
}
