package grokscope.ui.chart;

import grokscope.figure.CurveSpec;
import grokscope.figure.PanelSpec;
import grokscope.figure.RunIdentity;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * The live run, read again, in the legend of a chart: what it is, and an entry per curve. FX thread
 * only.
 */
final class AgainEntry extends HBox {
  /** The room that is kept for the beginning of a long label. */
  static final double SHORTEST_LABEL = 70;

  private final Label label = new Label();
  private final List<LegendEntry> entries = new ArrayList<>();

  /** A hidden entry. */
  AgainEntry(PanelSpec spec) {
    getStyleClass().add("curve-again-entry");
    setAlignment(Pos.CENTER_LEFT);
    label.getStyleClass().add("curve-run");
    getChildren().add(label);
    for (CurveSpec curve : spec.curves()) {
      String name = curve.role().label();
      LegendEntry entry = new LegendEntry(name, name, spec.axis(), () -> {});
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

  void dress(Inks inks, PanelSpec spec, RunIdentity run) {
    for (int curve = 0; curve < entries.size(); curve++) {
      entries.get(curve).dress(inks.again(spec, curve, run));
    }
  }
}
