package grokscope.ui.chart;

import java.util.List;

/**
 * One panel: a title, a value axis and the curves on it. Immutable, any thread.
 *
 * @param id the panel's node id
 * @param title the words above the plot
 * @param rootTitle the words above the plot while norms are shown as roots; empty for a panel that
 *     does not follow that switch
 * @param axis how the value axis chooses its range
 * @param curves the curves, the first on top
 */
public record PanelSpec(
    String id, String title, String rootTitle, ValueAxis axis, List<CurveSpec> curves) {

  /** Copies the list of curves. */
  public PanelSpec {
    curves = List.copyOf(curves);
  }

  /** A panel that shows its metrics as they are. */
  public PanelSpec(String id, String title, ValueAxis axis, List<CurveSpec> curves) {
    this(id, title, "", axis, curves);
  }

  /** Whether the panel shows square roots while norms are shown as roots. */
  boolean hasRoot() {
    return !rootTitle.isEmpty();
  }
}
