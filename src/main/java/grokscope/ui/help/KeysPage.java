package grokscope.ui.help;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The keys of the window, group by group. Stateless; FX thread only. */
final class KeysPage {
  private KeysPage() {}

  static Node make() {
    FlowPane groups = new FlowPane();
    groups.getStyleClass().add("help-keys");
    for (WindowKey.Group group : WindowKey.Group.values()) {
      groups.getChildren().add(group(group));
    }
    return groups;
  }

  private static VBox group(WindowKey.Group group) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("help-grid");
    for (WindowKey key : group.keys()) {
      Label keys = new Label(key.keys());
      keys.getStyleClass().add("help-key");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(grid.getRowCount(), keys, HelpWords.text(key.words()));
    }
    VBox box = new VBox(HelpWords.heading(group.title()), grid);
    box.getStyleClass().add("help-group");
    return box;
  }
}
