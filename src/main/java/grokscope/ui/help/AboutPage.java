package grokscope.ui.help;

import grokscope.config.ProgramVersion;
import grokscope.ui.control.Accessible;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which program this is, on what it runs and what it is made of. Stateless; FX thread only. */
final class AboutPage {
  private static final double[] SHARES = {42, 23, 35}; // percent: what, licence, where

  private AboutPage() {}

  static Node make(ProgramVersion program) {
    String machine =
        String.join("\n", AboutText.machine(program, System.getProperties(), Runtime.getRuntime()));
    Label lines = HelpWords.text(machine);
    lines.setId("about-machine");
    Button copy = new Button("Copy version and machine", new FontIcon(Feather.COPY));
    copy.getStyleClass().add("small");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    Accessible.as(copy, "about-copy", "Copy these lines, for a report of a fault");
    copy.setOnAction(click -> copy(machine));
    VBox page =
        HelpWords.column(
            HelpWords.heading("Grokscope"),
            HelpWords.text(AboutText.WHAT),
            lines,
            copy,
            HelpWords.text(AboutText.LICENCE));
    List<AboutText.Part> parts = AboutText.parts();
    parts.stream()
        .map(AboutText.Part::group)
        .distinct()
        .forEach(
            group -> {
              page.getChildren().add(HelpWords.heading(group));
              page.getChildren().add(table(parts, group));
            });
    return page;
  }

  private static GridPane table(List<AboutText.Part> parts, String group) {
    GridPane table = new GridPane();
    table.getStyleClass().add("help-grid");
    for (double share : SHARES) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      table.getColumnConstraints().add(column);
    }
    for (AboutText.Part part : parts) {
      if (part.group().equals(group)) {
        String name = part.library() ? part.name() : part.name() + ", by " + part.who();
        table.addRow(
            table.getRowCount(),
            HelpWords.text(name),
            HelpWords.text(part.licence()),
            HelpWords.text(part.where()));
      }
    }
    return table;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
