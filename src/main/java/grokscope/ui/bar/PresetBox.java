package grokscope.ui.bar;

import grokscope.config.preset.Preset;
import grokscope.ui.control.Accessible;
import grokscope.ui.opening.FileOpener;
import grokscope.ui.opening.PresetActions;
import grokscope.ui.setting.Draft;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Chooses the preset, and saves, renames, deletes and opens presets; also opens the weights of a
 * file and the folder of a run. FX thread only.
 */
public final class PresetBox extends HBox {
  private final PresetActions actions;
  private final FileOpener fileOpener;
  private final Draft draft;
  private final MenuButton presets = new MenuButton();
  private final Region dot = new Region();
  private final MenuItem rename = new MenuItem("Rename…", new FontIcon(Feather.EDIT_2));
  private final MenuItem delete = new MenuItem("Delete…", new FontIcon(Feather.TRASH_2));

  public PresetBox(PresetActions actions, FileOpener fileOpener, Draft draft) {
    this.actions = actions;
    this.fileOpener = fileOpener;
    this.draft = draft;
    getStyleClass().add("preset-box");
    setAlignment(Pos.CENTER_LEFT);
    presets.getStyleClass().add("preset");
    dot.getStyleClass().add("edited-dot");
    Accessible.as(presets, "preset", "Choose an experiment");
    presets.setOnShowing(showing -> presets.getItems().setAll(items()));
    presets.getItems().setAll(items()); // a menu without items does not open
    getChildren().addAll(presets, menu());
    draft.presetProperty().addListener(change -> show());
    draft.configProperty().addListener(change -> show());
    show();
  }

  private MenuButton menu() {
    MenuItem saveAs = new MenuItem("Save as…", new FontIcon(Feather.SAVE));
    MenuItem open = new MenuItem("Open file…", new FontIcon(Feather.FILE));
    MenuItem weights = new MenuItem("Open weights…", new FontIcon(Feather.GRID));
    MenuItem run = new MenuItem("Open a run's folder…", new FontIcon(Feather.FOLDER));
    saveAs.setId("preset-save-as");
    rename.setId("preset-rename");
    delete.setId("preset-delete");
    open.setId("preset-open-file");
    weights.setId("preset-open-weights");
    run.setId("preset-open-run");
    saveAs.setOnAction(chosen -> actions.saveAs());
    rename.setOnAction(chosen -> actions.rename());
    delete.setOnAction(chosen -> actions.delete());
    open.setOnAction(chosen -> fileOpener.askForPreset());
    weights.setOnAction(chosen -> fileOpener.askForWeights());
    run.setOnAction(chosen -> fileOpener.askForRun());
    MenuButton menu = new MenuButton(null, new FontIcon(Feather.MORE_HORIZONTAL));
    menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
    menu.getItems().addAll(saveAs, rename, delete, new SeparatorMenuItem(), open, weights, run);
    menu.setOnShowing(
        showing -> {
          boolean own = actions.own();
          rename.setDisable(!own);
          delete.setDisable(!own);
        });
    return Accessible.as(
        menu, "preset-menu", "Save, rename, delete or open presets; open weights or a stored run");
  }

  private List<MenuItem> items() {
    List<Preset> all = actions.all();
    List<MenuItem> items = new ArrayList<>();
    List<Preset> shipped = all.stream().filter(Preset::shipped).toList();
    List<Preset> own = all.stream().filter(preset -> !preset.shipped()).toList();
    draft.left().ifPresent(left -> items.add(item(left)));
    // The first steps lie open; a list of everything would be longer than the screen.
    List<String> groups =
        shipped.stream().map(preset -> preset.presetNotes().group()).distinct().toList();
    for (String group : groups) {
      List<Preset> members =
          shipped.stream().filter(preset -> preset.presetNotes().group().equals(group)).toList();
      if (group.equals(groups.get(0))) {
        addOpen(items, group, members);
        items.add(new SeparatorMenuItem());
      } else {
        items.add(folded(group, members));
      }
    }
    addOpen(items, "My presets", own);
    return items;
  }

  private void addOpen(List<MenuItem> items, String title, List<Preset> members) {
    if (members.isEmpty()) {
      return;
    }
    Label words = new Label(title);
    words.getStyleClass().add("menu-head");
    SeparatorMenuItem head = new SeparatorMenuItem();
    head.setContent(words);
    items.add(head);
    members.forEach(preset -> items.add(item(preset)));
  }

  private Menu folded(String title, List<Preset> members) {
    Menu menu = new Menu(title);
    members.forEach(preset -> menu.getItems().add(item(preset)));
    return menu;
  }

  private MenuItem item(Draft.Left left) {
    MenuItem item =
        new MenuItem(
            "Back to “" + left.preset().title() + "” with your changes",
            new FontIcon(Feather.CORNER_UP_LEFT));
    item.setId("preset-bring-back");
    item.setOnAction(chosen -> draft.bringBack());
    return item;
  }

  private RadioMenuItem item(Preset preset) {
    String duration = preset.presetNotes().duration();
    RadioMenuItem item =
        new RadioMenuItem(preset.title() + (duration.isEmpty() ? "" : "   ·   " + duration));
    item.setId("preset-item-" + preset.id());
    item.setSelected(preset.id().equals(draft.preset().id()));
    item.setOnAction(chosen -> actions.open(preset));
    return item;
  }

  private void show() {
    Preset preset = draft.preset();
    boolean edited = draft.edited();
    presets.setText(preset.title());
    presets.setGraphic(edited ? dot : null);
    Accessible.describe(
        presets, "Experiment: " + preset.title() + (edited ? " (knobs were changed)" : ""));
  }
}
