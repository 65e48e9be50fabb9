package grokscope.ui.queue;

import grokscope.config.InvalidConfig;
import grokscope.config.knob.Option;
import grokscope.config.queue.Variation;
import grokscope.ui.control.Accessible;
import grokscope.ui.setting.PanelPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One setting that varies, and its values: typed, or ticked among a few. FX thread only. */
final class VariationRow extends HBox {
  private static final double SETTING_WIDTH = 190;
  private static final double OPTIONS_WIDTH = 300;

  private final VariedSettings settings;
  private final Runnable changed;
  private final MenuButton setting = new MenuButton();
  private final TextField values = new TextField();
  private final List<CheckBox> options = new ArrayList<>();
  private final Button remove = new Button(null, new FontIcon(Feather.MINUS));
  private String path;

  /**
   * A row.
   *
   * @param number counts the rows that there have been, from 1
   * @param path what varies at first
   * @param changed is called after every change
   * @param removed is called when the row is not wanted any more
   */
  VariationRow(
      VariedSettings settings,
      int number,
      String path,
      Runnable changed,
      Consumer<VariationRow> removed) {
    this.settings = settings;
    this.changed = changed;
    this.path = path;
    getStyleClass().add("variation-row");
    setAlignment(Pos.TOP_LEFT);
    setting.setPrefWidth(SETTING_WIDTH);
    setting.setMinWidth(SETTING_WIDTH);
    Accessible.as(
        setting, "queue-setting-" + number, "The setting that takes these values in turn");
    for (PanelPlan.Group group : settings.groups()) {
      List<MenuItem> items = group.paths().stream().map(this::item).toList();
      if (group.title().isEmpty()) {
        setting.getItems().addAll(items);
      } else {
        Menu menu = new Menu(group.title());
        menu.getItems().addAll(items);
        setting.getItems().add(menu);
      }
    }
    Accessible.as(
        values,
        "queue-values-" + number,
        "Values with commas between them, or a range such as 1-5 or 0.5-2 by 0.5; without any, the"
            + " setting does not vary");
    values.textProperty().addListener(change -> changed.run());
    HBox.setHgrow(values, Priority.ALWAYS);
    remove.getStyleClass().addAll("button-icon", "flat");
    remove.setOnAction(click -> removed.accept(this));
    Accessible.as(remove, "queue-remove-" + number, "Do not vary this setting");
    show();
  }

  private MenuItem item(String of) {
    MenuItem item = new MenuItem(settings.title(of));
    item.setId("queue-setting-" + of.replace('.', '-'));
    item.setOnAction(click -> choose(of));
    return item;
  }

  private void choose(String now) {
    path = now; // what was typed stays, and is refused in words where it does not fit
    show();
    changed.run();
  }

  private void show() {
    setting.setText(settings.title(path));
    options.clear();
    Node among = values;
    if (settings.isChoice(path)) {
      FlowPane boxes = new FlowPane();
      boxes.getStyleClass().add("variation-options");
      boxes.setPrefWrapLength(OPTIONS_WIDTH);
      HBox.setHgrow(boxes, Priority.ALWAYS);
      for (Option option : settings.options(path)) {
        CheckBox box = new CheckBox(option.title());
        box.setUserData(option.id());
        box.selectedProperty().addListener(change -> changed.run());
        options.add(box);
        boxes.getChildren().add(box);
      }
      among = boxes;
    } else {
      String unit = settings.unit(path);
      values.setPromptText(
          (unit.isEmpty() ? "" : "in " + unit + ", ") + "with commas; now " + settings.value(path));
    }
    getChildren().setAll(setting, among, remove);
  }

  String path() {
    return path;
  }

  /** What is to vary; empty where there are no values. */
  Optional<Variation> variation() throws InvalidConfig {
    if (settings.isChoice(path)) {
      List<Object> chosen =
          options.stream().filter(CheckBox::isSelected).map(CheckBox::getUserData).toList();
      return chosen.isEmpty() ? Optional.empty() : Optional.of(new Variation(path, chosen));
    }
    return values.getText().isBlank()
        ? Optional.empty()
        : Optional.of(settings.typed(path, values.getText()));
  }
}
