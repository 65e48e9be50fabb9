package grokscope.figure;

import grokscope.telemetry.History;
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
 * @param optional whether the panel, and each of its curves, is there only for runs that measure it
 */
public record PanelSpec(
    String id,
    String title,
    String rootTitle,
    ValueAxis axis,
    List<CurveSpec> curves,
    boolean optional) {

  /** Copies the list of curves. */
  public PanelSpec {
    curves = List.copyOf(curves);
  }

  /** A panel that shows its metrics as they are. */
  public PanelSpec(String id, String title, ValueAxis axis, List<CurveSpec> curves) {
    this(id, title, "", axis, curves, false);
  }

  /** A panel for runs that measure what it shows. */
  static PanelSpec optional(String id, String title, ValueAxis axis, List<CurveSpec> curves) {
    return new PanelSpec(id, title, "", axis, curves, true);
  }

  /** Whether a run has this panel. */
  public boolean isFor(History run) {
    return curves.stream().anyMatch(curve -> isFor(run, curve));
  }

  /** Whether a run has this curve of the panel. */
  public boolean isFor(History run, CurveSpec curve) {
    return !optional || run.column(curve.metricId()) >= 0;
  }

  /** Whether the panel shows square roots while norms are shown as roots. */
  public boolean hasRoot() {
    return !rootTitle.isEmpty();
  }
}
