package grokscope.ui.curves;

import grokscope.text.NumberText;
import grokscope.train.look.ReportGroup;
import grokscope.ui.session.OpenedWeights;
import grokscope.ui.term.Terms;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What was read of the weights of a file, in words and numbers. FX thread only. */
final class WeightsReport extends ScrollPane {
  private final Label words = new Label();
  private final FlowPane groups = new FlowPane();

  WeightsReport() {
    setId("weights-report");
    getStyleClass().addAll("weights-report", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    words.setId("weights-words");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    groups.getStyleClass().add("report-groups");
    VBox content = new VBox(words, groups);
    content.getStyleClass().add("report-content");
    setContent(content);
  }

  void show(OpenedWeights weights) {
    words.setText(ReportWords.of(weights));
    groups
        .getChildren()
        .setAll(
            ReportGroup.of(weights.report()).stream()
                .map(WeightsReport::group)
                .toArray(Node[]::new));
    setVvalue(0);
  }

  private static VBox group(ReportGroup group) {
    Label title = Terms.mark(new Label(group.title()));
    title.getStyleClass().add("report-title");
    GridPane table = new GridPane();
    table.getStyleClass().add("report-table");
    for (ReportGroup.Line line : group.lines()) {
      Label value = new Label(text(line));
      value.setMinWidth(Region.USE_PREF_SIZE);
      GridPane.setHalignment(value, HPos.RIGHT);
      table.addRow(table.getRowCount(), Terms.mark(new Label(line.words())), value);
    }
    return new VBox(title, table);
  }

  /** Whole numbers as such, others with four digits. */
  private static String text(ReportGroup.Line line) {
    if (line.whyNot().isPresent()) {
      return "not read";
    }
    if (Double.isNaN(line.value())) {
      return "not a number";
    }
    return line.whole()
        ? NumberText.count((long) line.value())
        : String.format(Locale.ROOT, "%.4g", line.value());
  }
}
