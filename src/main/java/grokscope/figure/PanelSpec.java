package grokscope.figure;

import grokscope.telemetry.History;
import java.util.List;
import java.util.Optional;

/**
 * One panel: a title, a value axis and the curves on it. Immutable, any thread.
 *
 * @param id the panel's node id
 * @param scale how its values are shown
 * @param scales the ways to show its values, the usual one first
 * @param curves the curves, the first on top
 * @param optional whether the panel, and each of its curves, is there only for runs that measure it
 */
public record PanelSpec(
    String id,
    ValueScale scale,
    List<ValueScale> scales,
    List<CurveSpec> curves,
    boolean optional) {

  /** Copies the lists. */
  public PanelSpec {
    scales = List.copyOf(scales);
    curves = List.copyOf(curves);
  }

  /** A panel that shows its values in one way only. */
  public PanelSpec(String id, String title, ValueAxis axis, List<CurveSpec> curves) {
    this(id, List.of(new ValueScale("", title, axis)), curves, false);
  }

  /** A panel that shows its values in the first of several ways. */
  PanelSpec(String id, List<ValueScale> scales, List<CurveSpec> curves, boolean optional) {
    this(id, scales.get(0), scales, curves, optional);
  }

  /** The same panel with its values shown in the way of this name, if it has that. */
  public PanelSpec on(String name) {
    Optional<ValueScale> found =
        scales.stream().filter(other -> other.name().equals(name)).findFirst();
    return new PanelSpec(id, found.orElse(scale), scales, curves, optional);
  }

  /** The words above the plot. */
  public String title() {
    return scale.title();
  }

  /** How the value axis chooses its range. */
  public ValueAxis axis() {
    return scale.axis();
  }

  /** Whether a run has this panel. */
  public boolean isFor(History run) {
    return curves.stream().anyMatch(curve -> isFor(run, curve));
  }

  /** Whether a run has this curve of the panel. */
  public boolean isFor(History run, CurveSpec curve) {
    return !optional || run.column(curve.metricId()) >= 0;
  }

  /** The curve that the panel is about: the first that does not tell of the training examples. */
  public int main() {
    for (int curve = 0; curve < curves.size(); curve++) {
      if (!curves.get(curve).role().training()) {
        return curve;
      }
    }
    return 0;
  }
}
