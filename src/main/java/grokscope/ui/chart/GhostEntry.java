package grokscope.ui.chart;

import grokscope.figure.CurveSpec;
import grokscope.figure.PanelSpec;
import grokscope.figure.Role;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Another run in a legend: what tells it apart, and an entry per split. FX thread only. */
final class GhostEntry extends HBox {
  /** The room that is kept for the beginning of a long label. */
  static final double SHORTEST_LABEL = 70;

  private final Label label = new Label();
  private final List<LegendEntry> entries = new ArrayList<>();

  /**
   * A hidden entry.
   *
   * @param paint the paint of a piece of a role's line, as styles have it
   */
  GhostEntry(PanelSpec spec, Function<Role, String> paint) {
    getStyleClass().add("curve-ghost-entry");
    setAlignment(Pos.CENTER_LEFT);
    label.getStyleClass().add("curve-run");
    getChildren().add(label);
    for (CurveSpec curve : spec.curves()) {
      String line = paint.apply(curve.role());
      LegendEntry entry = new LegendEntry(curve.role().label(), spec.axis(), line);
      entries.add(entry);
      getChildren().add(entry);
    }
    show(false);
  }

  void show(boolean shown) {
    Visibility.reveal(this, shown);
  }

  /** Says what it is, and more under the cursor. */
  void setLabel(String text, String sentence) {
    label.setText(text);
    Accessible.describe(this, sentence);
  }

  String label() {
    return label.getText();
  }

  List<LegendEntry> entries() {
    return entries;
  }

  /** Keeps room for the beginning of the label and for the widest values. */
  void reserve() {
    label.setMinWidth(Math.min(SHORTEST_LABEL, Math.ceil(label.prefWidth(-1))));
    entries.forEach(LegendEntry::reserve);
  }

  void show(LegendEntry.Detail detail) {
    entries.forEach(entry -> entry.show(detail));
  }

  void setPointing(boolean pointing) {
    entries.forEach(entry -> entry.setPointing(pointing));
  }
}
