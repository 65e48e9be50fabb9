package grokscope.ui.chart;

import grokscope.figure.CurveSpec;
import grokscope.figure.PanelSpec;
import grokscope.figure.Role;
import grokscope.ui.color.Palette;
import grokscope.ui.control.Accessible;
import grokscope.ui.control.Visibility;
import grokscope.ui.term.Terms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * The line above a plot: its title and the legend with the values at the cursor. FX thread only.
 *
 * <p>It stays on one line: short of room, the other runs show their values in the place of their
 * splits, then not at all (but the live run read again, which is there to be compared with the live
 * run, keeps them), and the last of them are only counted; only then does the live run show its
 * values in the place of its names.
 */
final class PanelHeader extends HBox {
  /** From more curves than these on, their entries stand closer together. */
  private static final int MANY = 4;

  private final Label title = new Label();
  private final Label more = new Label();
  private final List<LegendEntry> live = new ArrayList<>();
  private final PanelSpec spec;
  private final List<GhostEntry> byRank = new ArrayList<>();
  private final Set<Integer> hiddenCurves = new HashSet<>();
  private final GhostEntry again;
  private Optional<ReplayedCurves> shownAgain = Optional.empty();
  private List<Ghost> shownGhosts = List.of();
  private List<GhostEntry> others = List.of(); // those that are shown, in their order
  private double fittedWidth = Double.NaN;

  PanelHeader(PanelSpec spec) {
    this.spec = spec;
    getStyleClass().add("curve-header");
    setAlignment(Pos.CENTER_LEFT);
    if (spec.curves().size() > MANY) {
      getStyleClass().add("crowded");
    }
    setId(spec.id() + "-header");
    setManaged(false); // so that a new value lays out this line only
    title.getStyleClass().add("curve-title");
    title.setText(spec.title());
    Terms.mark(title);
    title.setMinWidth(USE_PREF_SIZE);
    more.getStyleClass().add("curve-run");
    more.setMinWidth(USE_PREF_SIZE);
    getChildren().add(title);
    for (CurveSpec curve : spec.curves()) {
      live.add(new LegendEntry(curve.legend(), spec.axis(), curve.role().color()));
    }
    again = new GhostEntry(spec, PanelHeader::dashes);
    getChildren().addAll(live);
    getChildren().addAll(again, more);
    entry(Palette.GHOSTS - 1);
  }

  private static String dashes(Role role) {
    String piece = role.color() + " 60%, transparent 60%";
    return "linear-gradient(from 0px 0px to 5px 0px, repeat, " + piece + ")";
  }

  void setTitle(String words) {
    title.setText(words);
    fittedWidth = Double.NaN;
    requestLayout();
  }

  void setGhosts(List<Ghost> shown) {
    shownGhosts = shown;
    setOthers();
  }

  /** Shows the entry of the live run as it was read again, or none. */
  void setReadAgain(Optional<ReplayedCurves> shown) {
    shownAgain = shown;
    setOthers();
  }

  private void setOthers() {
    again.show(false);
    byRank.forEach(entry -> entry.show(false));
    others = new ArrayList<>();
    List<String> words = new ArrayList<>();
    shownAgain.ifPresent(
        read -> {
          again.setLabel(read.label(), read.sentence());
          others.add(again);
          words.add(read.label() + ". " + read.sentence());
        });
    for (int place = 0; place < shownGhosts.size(); place++) {
      Ghost ghost = shownGhosts.get(place);
      GhostEntry entry = entry(ghost.rank(place));
      entry.setLabel(ghost.label(), ghost.label());
      others.add(entry);
      words.add(ghost.label());
    }
    more.setTooltip(Accessible.tooltip(String.join("\n", words)));
    fittedWidth = Double.NaN;
    requestLayout();
  }

  /** The entry of a rank; made when it is first needed. */
  private GhostEntry entry(int rank) {
    while (byRank.size() <= rank) {
      int next = byRank.size();
      GhostEntry made = new GhostEntry(spec, role -> role.ghostColor(next));
      hiddenCurves.forEach(curve -> Visibility.reveal(made.entries().get(curve), false));
      byRank.add(made);
      getChildren().add(getChildren().indexOf(more), made);
    }
    return byRank.get(rank);
  }

  /** Whether a curve has entries. */
  void showCurve(int curve, boolean shown) {
    if (shown) {
      hiddenCurves.remove(curve);
    } else {
      hiddenCurves.add(curve);
    }
    Visibility.reveal(live.get(curve), shown);
    Visibility.reveal(again.entries().get(curve), shown);
    byRank.forEach(ghost -> Visibility.reveal(ghost.entries().get(curve), shown));
    fittedWidth = Double.NaN;
    requestLayout();
  }

  /** The entry of a live curve. */
  LegendEntry live(int curve) {
    return live.get(curve);
  }

  /** The entries of the run of a rank, which must have been shown. */
  GhostEntry ghost(int rank) {
    return byRank.get(rank);
  }

  /** The entries of the live run as it was read again. */
  GhostEntry again() {
    return again;
  }

  /** Whether the cursor points somewhere. */
  void setPointing(boolean pointing) {
    others.forEach(other -> other.setPointing(pointing));
    live.forEach(entry -> entry.setPointing(pointing));
  }

  @Override
  protected void layoutChildren() {
    if (fittedWidth != getWidth()) {
      fittedWidth = getWidth();
      fit(fittedWidth);
    }
    super.layoutChildren();
  }

  /** Shows as much as has room. */
  private void fit(double width) {
    live.forEach(LegendEntry::reserve);
    live.forEach(entry -> entry.setShortened(false));
    live.forEach(entry -> entry.show(LegendEntry.Detail.ALL));
    others.forEach(GhostEntry::reserve);
    fitOthers(width);
    for (LegendEntry.Detail detail : LegendEntry.Detail.values()) {
      live.forEach(entry -> entry.show(detail));
      if (least() <= width) {
        return;
      }
    }
    live.forEach(entry -> entry.setShortened(true));
  }

  /** The least width of what is shown; {@code minWidth} may be remembered during a layout. */
  private double least() {
    List<Node> children = getManagedChildren();
    double entries = children.stream().mapToDouble(child -> child.minWidth(-1)).sum();
    double gaps = (children.size() - 1) * getSpacing();
    return entries + gaps + snappedLeftInset() + snappedRightInset();
  }

  private void fitOthers(double width) {
    for (LegendEntry.Detail detail : LegendEntry.Detail.values()) {
      showOthers(others.size(), detail);
      double needed = detail == LegendEntry.Detail.ALL ? prefWidth(-1) : least();
      if (others.isEmpty() || needed <= width) {
        return;
      }
    }
    for (int shown = others.size(); shown > 0 && least() > width; ) {
      shown--;
      showOthers(shown, LegendEntry.Detail.NAME);
    }
  }

  private void showOthers(int shown, LegendEntry.Detail detail) {
    for (int place = 0; place < others.size(); place++) {
      GhostEntry other = others.get(place);
      boolean keepsValues = other == again && detail == LegendEntry.Detail.NAME;
      other.show(place < shown);
      other.show(keepsValues ? LegendEntry.Detail.IN_TURN : detail);
    }
    more.setText("+" + (others.size() - shown));
    Visibility.reveal(more, shown < others.size());
  }
}
