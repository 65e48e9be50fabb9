package grokscope.ui.bar;

import grokscope.config.preset.Preset;
import grokscope.ui.control.Accessible;
import grokscope.ui.opening.FileOpener;
import grokscope.ui.opening.PresetActions;
import grokscope.ui.setting.Draft;
import javafx.geometry.Pos;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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
  private static final int LONGEST = 60;

  private final PresetActions actions;
  private final FileOpener fileOpener;
  private final Draft draft;
  private final PresetButton presets;
  private final Region dot = new Region();
  private final MenuItem rename = new MenuItem("Rename…", new FontIcon(Feather.EDIT_2));
  private final Menu recent = new Menu("Recent", new FontIcon(Feather.CLOCK));
  private final MenuItem delete = new MenuItem("Delete", new FontIcon(Feather.TRASH_2));

  public PresetBox(PresetActions actions, FileOpener fileOpener, Draft draft) {
    this.actions = actions;
    this.fileOpener = fileOpener;
    this.draft = draft;
    this.presets = new PresetButton(new PresetMenu(actions, draft));
    getStyleClass().add("preset-box");
    setAlignment(Pos.CENTER_LEFT);
    presets.getStyleClass().add("preset");
    dot.getStyleClass().add("edited-dot");
    Accessible.as(presets, "preset", "Choose an experiment");
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
    MenuItem checkpoints =
        new MenuItem("Open checkpoints of another program…", new FontIcon(Feather.LAYERS));
    checkpoints.setId("preset-open-checkpoints");
    checkpoints.setOnAction(chosen -> fileOpener.askForCheckpoints());
    saveAs.setId("preset-save-as");
    rename.setId("preset-rename");
    delete.setId("preset-delete");
    open.setId("preset-open-file");
    weights.setId("preset-open-weights");
    run.setId("preset-open-run");
    recent.setId("preset-open-recent");
    saveAs.setOnAction(chosen -> actions.saveAs());
    rename.setOnAction(chosen -> actions.rename());
    delete.setOnAction(chosen -> actions.delete());
    open.setOnAction(chosen -> fileOpener.askForPreset());
    weights.setOnAction(chosen -> fileOpener.askForWeights());
    run.setOnAction(chosen -> fileOpener.askForRun());
    MenuButton menu = new MenuButton(null, new FontIcon(Feather.MORE_HORIZONTAL));
    menu.getStyleClass().addAll("button-icon", "flat", "no-arrow");
    menu.getItems()
        .addAll(
            saveAs,
            rename,
            delete,
            new SeparatorMenuItem(),
            open,
            weights,
            run,
            checkpoints,
            recent);
    menu.setOnShowing(
        showing -> {
          boolean own = actions.own();
          rename.setDisable(!own);
          delete.setDisable(!own);
          listRecent();
        });
    return Accessible.as(
        menu, "preset-menu", "Save, rename, delete or open presets; open weights or a stored run");
  }

  private void listRecent() {
    recent.getItems().setAll(fileOpener.recent().stream().map(this::recent).toList());
    recent.setDisable(recent.getItems().isEmpty());
  }

  private MenuItem recent(String path) {
    MenuItem item = new MenuItem(ending(path));
    item.setMnemonicParsing(false); // the names of files have underscores
    item.setOnAction(chosen -> fileOpener.openRecent(path));
    return item;
  }

  /** As much of a path's end as there is room for. */
  private static String ending(String path) {
    return path.length() <= LONGEST ? path : "…" + path.substring(path.length() - LONGEST + 1);
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
