package grokscope.ui.help;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Makes the texts of the help. Stateless; FX thread only. */
final class HelpWords {
  private HelpWords() {}

  /** A title of several parts. */
  static Label heading(String words) {
    return styled(words, "help-heading");
  }

  /** A title with its text. */
  static VBox part(String title, String words) {
    VBox part = new VBox(styled(title, "help-title"), text(words));
    part.getStyleClass().add("help-part");
    return part;
  }

  /** A text that breaks its lines. */
  static Label text(String words) {
    return styled(words, "help-text");
  }

  /** Parts, one below the other. */
  static VBox column(Node... parts) {
    VBox column = new VBox(parts);
    column.getStyleClass().add("help-column");
    return column;
  }

  private static Label styled(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
