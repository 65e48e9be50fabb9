package grokscope.ui.curves;

import grokscope.train.report.Findings;
import grokscope.train.report.ReportGroup;
import grokscope.train.report.ReportLine;
import grokscope.train.report.ReportTable;
import grokscope.train.report.Value;
import grokscope.train.report.ValueText;
import grokscope.train.report.Warning;
import grokscope.ui.session.OpenedWeights;
import grokscope.ui.term.Terms;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What was read of the weights of a file: warnings, sentences and numbers. FX thread only. */
final class WeightsReport extends ScrollPane {
  private static final int DIGITS = 4;

  private final VBox warnings = new VBox();
  private final Label words = wrapping("");
  private final FlowPane groups = new FlowPane();

  WeightsReport() {
    setId("weights-report");
    getStyleClass().addAll("weights-report", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    warnings.setId("weights-warnings");
    warnings.getStyleClass().add("report-warnings");
    words.setId("weights-words");
    groups.getStyleClass().add("report-groups");
    groups.setMinWidth(0); // otherwise as wide as its widest group
    VBox content = new VBox(warnings, words, groups);
    content.getStyleClass().add("report-content");
    setContent(content);
  }

  void show(OpenedWeights weights) {
    Findings findings = weights.findings();
    warnings
        .getChildren()
        .setAll(findings.warnings().stream().map(WeightsReport::warning).toArray(Node[]::new));
    warnings.setVisible(!findings.warnings().isEmpty());
    warnings.setManaged(warnings.isVisible());
    words.setText(String.join(" ", findings.sentences()));
    groups.getChildren().setAll(findings.groups().stream().map(this::group).toArray(Node[]::new));
    setVvalue(0);
  }

  private static Label wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label warning(Warning warning) {
    Label text = wrapping(warning.text());
    text.setMaxWidth(Double.MAX_VALUE);
    text.setAccessibleText(warning.words());
    text.getStyleClass().add(warning.kind().grave() ? "report-warning" : "report-note");
    return text;
  }

  private VBox group(ReportGroup group) {
    Label title = Terms.mark(new Label(group.title()));
    title.getStyleClass().add("report-title");
    GridPane lines = new GridPane();
    lines.getStyleClass().add("report-table");
    group.lines().stream()
        .filter(ReportLine::shown)
        .forEach(
            line ->
                lines.addRow(
                    lines.getRowCount(),
                    Terms.mark(new Label(line.words())),
                    right(new Label(text(line)))));
    VBox box = new VBox(title);
    box.maxWidthProperty().bind(groups.widthProperty()); // words wrap rather than leave the pane
    if (!lines.getChildren().isEmpty()) {
      box.getChildren().add(lines);
    }
    group.table().filter(table -> !table.rows().isEmpty()).ifPresent(table -> addTable(box, table));
    return box;
  }

  private static void addTable(VBox box, ReportTable table) {
    box.getChildren().add(table(table));
    if (table.hasKeys()) {
      Label legend = new Label("Bold: a key frequency by this rule");
      legend.getStyleClass().add("report-legend");
      box.getChildren().add(legend);
    }
  }

  private static Label right(Label value) {
    value.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setHalignment(value, HPos.RIGHT);
    return value;
  }

  private static GridPane table(ReportTable table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("report-columns");
    for (int column = 0; column < table.columns().size(); column++) {
      Label title = Terms.mark(new Label(table.columns().get(column).title()));
      title.setMinWidth(Region.USE_PREF_SIZE);
      title.getStyleClass().add("report-column");
      grid.add(title, column, 0);
      for (int row = 0; row < table.rows().size(); row++) {
        Label cell = cell(table.rows().get(row).get(column));
        grid.add(cell, column, row + 1);
        GridPane.setHalignment(title, GridPane.getHalignment(cell));
      }
    }
    return grid;
  }

  private static Label cell(ReportTable.Cell cell) {
    Label label = new Label(ValueText.of(cell.value(), DIGITS));
    if (cell.key().orElse(false)) {
      label.getStyleClass().add("report-key");
      label.setAccessibleText(label.getText() + ", a key frequency by this rule");
    }
    if (!(cell.value() instanceof Value.Words)) {
      return right(label);
    }
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("report-words");
    GridPane.setHgrow(label, Priority.SOMETIMES); // and so shrinks where there is no room
    return label;
  }

  private static String text(ReportLine line) {
    return line.whyNot().isPresent()
        ? line.without()
        : ValueText.of(line.value().orElseThrow(), DIGITS);
  }
}
