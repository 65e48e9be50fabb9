package grokscope.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * The line above a plot: its title and the legend with the values at the cursor. FX thread only.
 *
 * <p>It stays on one line: short of room, the earlier runs show their values in the place of their
 * splits, then not at all, and the oldest of them are only counted.
 */
final class PanelHeader extends HBox {
  private final Label title = new Label();
  private final Label run = new Label();
  private final Label more = new Label();
  private final List<LegendEntry> live = new ArrayList<>();
  private final List<GhostEntry> ghosts = new ArrayList<>();
  private int ghostCount;
  private double fittedWidth = Double.NaN;

  PanelHeader(PanelSpec spec) {
    getStyleClass().add("curve-header");
    setAlignment(Pos.CENTER_LEFT);
    setId(spec.id() + "-header");
    setManaged(false); // so that a new value lays out this line only
    title.getStyleClass().add("curve-title");
    title.setText(spec.title());
    title.setMinWidth(USE_PREF_SIZE);
    run.getStyleClass().add("curve-run");
    more.getStyleClass().add("curve-run");
    more.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(title, run);
    for (CurveSpec curve : spec.curves()) {
      live.add(new LegendEntry(curve.legend(), spec.axis(), curve.role().word()));
    }
    getChildren().addAll(live);
    for (int rank = 0; rank < Palette.GHOSTS; rank++) {
      ghosts.add(new GhostEntry(spec, rank));
    }
    getChildren().addAll(ghosts);
    getChildren().add(more);
    setRun("");
  }

  void setTitle(String words) {
    title.setText(words);
    fittedWidth = Double.NaN;
    requestLayout();
  }

  void setRun(String words) {
    run.setText(words);
    run.setVisible(!words.isEmpty());
    run.setManaged(!words.isEmpty());
    fittedWidth = Double.NaN;
    requestLayout();
  }

  void setGhosts(List<Ghost> shown) {
    ghostCount = shown.size();
    more.setTooltip(
        new Tooltip(shown.stream().map(Ghost::label).collect(Collectors.joining("\n"))));
    for (int rank = 0; rank < ghostCount; rank++) {
      ghosts.get(rank).setLabel(shown.get(rank).label());
    }
    fittedWidth = Double.NaN;
    requestLayout();
  }

  /** The entry of a live curve. */
  LegendEntry live(int curve) {
    return live.get(curve);
  }

  /** The entries of an earlier run. */
  GhostEntry ghost(int rank) {
    return ghosts.get(rank);
  }

  /** Whether the cursor points somewhere. */
  void setPointing(boolean pointing) {
    ghosts.forEach(ghost -> ghost.setPointing(pointing));
  }

  @Override
  protected void layoutChildren() {
    if (fittedWidth != getWidth()) {
      fittedWidth = getWidth();
      fit(fittedWidth - snappedLeftInset() - snappedRightInset());
    }
    super.layoutChildren();
  }

  /** Shows as much as has room. */
  private void fit(double width) {
    live.forEach(LegendEntry::reserve);
    ghosts.forEach(GhostEntry::reserve);
    run.setMinWidth(Math.min(GhostEntry.SHORTEST_LABEL, Math.ceil(run.prefWidth(-1))));
    for (LegendEntry.Detail detail : LegendEntry.Detail.values()) {
      showGhosts(ghostCount, detail);
      double needed = detail == LegendEntry.Detail.ALL ? prefWidth(-1) : minWidth(-1);
      if (ghostCount == 0 || needed <= width) {
        return;
      }
    }
    for (int shown = ghostCount; shown > 0 && minWidth(-1) > width; ) {
      shown--;
      showGhosts(shown, LegendEntry.Detail.NAME);
    }
  }

  private void showGhosts(int shown, LegendEntry.Detail detail) {
    for (int rank = 0; rank < ghosts.size(); rank++) {
      ghosts.get(rank).show(rank < shown);
      ghosts.get(rank).show(detail);
    }
    more.setText("+" + (ghostCount - shown));
    more.setVisible(shown < ghostCount);
    more.setManaged(shown < ghostCount);
  }
}
