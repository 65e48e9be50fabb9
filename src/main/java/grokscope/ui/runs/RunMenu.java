package grokscope.ui.runs;

import grokscope.run.export.ExportFormat;
import grokscope.run.export.ExportFormats;
import grokscope.text.NumberText;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;

/** The menu and the keys of the list of runs. FX thread only. */
final class RunMenu {
  private final RunTable table;
  private final RunOverlay overlay;
  private final RunActions actions;
  private final ThinActions thinning;

  private RunMenu(RunTable table, RunOverlay overlay, RunActions actions, ThinActions thinning) {
    this.table = table;
    this.overlay = overlay;
    this.actions = actions;
    this.thinning = thinning;
  }

  /** Gives a table its menu and its keys. */
  static void install(
      RunTable table, RunOverlay overlay, RunActions actions, ThinActions thinning) {
    RunMenu menu = new RunMenu(table, overlay, actions, thinning);
    table.setContextMenu(menu.made());
    table.addEventHandler(KeyEvent.KEY_PRESSED, menu::pressed);
  }

  private ContextMenu made() {
    Menu export = new Menu("Export as");
    export.setId("run-export");
    Menu exportChecked = new Menu("Export the shown runs as");
    exportChecked.setId("run-export-checked");
    for (ExportFormat format : ExportFormats.ALL) {
      export.getItems().add(format(format, "run-export-", this::selected));
      exportChecked.getItems().add(format(format, "run-export-checked-", overlay::shown));
    }
    MenuItem compare = item("Compare with the shown run", "run-compare", one(actions::compare));
    ContextMenu menu =
        new ContextMenu(
            item("Open", "run-bring-back", KeyCode.ENTER, one(actions::bringBack)),
            item("Go on training", "run-resume", one(actions::resume)),
            compare,
            item("Show its curves only", "run-show", one(actions::show)),
            item("Name and note…", "run-rename", KeyCode.F2, one(actions::remark)),
            item("Star", "run-star-item", one(actions::star)),
            new SeparatorMenuItem(),
            export,
            exportChecked,
            item("Open folder", "run-open", one(actions::open)),
            new SeparatorMenuItem(),
            item("Thin checkpoints…", "run-thin", () -> thinning.thin(selected())),
            item("Delete", "run-delete", KeyCode.DELETE, () -> actions.delete(selected())));
    menu.setId("run-menu");
    menu.setOnShowing(
        showing -> {
          boolean none = selected().isEmpty();
          menu.getItems().forEach(item -> item.setDisable(none));
          compare.setDisable(none || overlay.isAlone(selected().get(0)));
          exportChecked.setDisable(overlay.shown().isEmpty());
        });
    return menu;
  }

  private MenuItem format(ExportFormat format, String prefix, Supplier<List<RunRow>> runs) {
    String title = format.id() + " – " + format.sentence();
    String id = prefix + format.id();
    if (!ExportFormats.scaled(format)) {
      return item(title, id, () -> actions.export(runs.get(), format));
    }
    Menu scales = new Menu(title);
    scales.setId(id);
    for (int scale : ExportFormats.SCALES) {
      ExportFormat scaled = ExportFormats.of(format.id(), scale).orElseThrow();
      scales
          .getItems()
          .add(
              item(
                  NumberText.count(ExportFormats.width(scale)) + " pixels wide",
                  id + "-" + scale,
                  () -> actions.export(runs.get(), scaled)));
    }
    return scales;
  }

  private static MenuItem item(String title, String id, KeyCode key, Runnable action) {
    MenuItem item = item(title, id, action);
    item.setAccelerator(new KeyCodeCombination(key)); // only shown; the table hears the key
    return item;
  }

  private static MenuItem item(String title, String id, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setId(id);
    item.setOnAction(click -> action.run());
    return item;
  }

  private List<RunRow> selected() {
    return List.copyOf(table.getSelectionModel().getSelectedItems());
  }

  private Runnable one(Consumer<RunRow> action) {
    return () -> Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(action);
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case DELETE -> actions.delete(selected());
      case F2 -> one(actions::remark).run();
      case ENTER -> one(actions::bringBack).run();
      default -> {
        return;
      }
    }
    key.consume();
  }
}
