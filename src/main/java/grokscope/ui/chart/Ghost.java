package grokscope.ui.chart;

import grokscope.figure.RunIdentity;
import grokscope.telemetry.History;
import java.util.Optional;

/**
 * An earlier run, a chosen one or a published one, drawn behind the live one in its own colour. Its
 * history must not grow any more; FX thread.
 *
 * @param run what it is told by; of several runs, the first
 * @param label what it is called in a legend, such as “#3 decay 2 · data 30 %”
 * @param history what it measured
 * @param chosen whether it was chosen to be drawn; what nobody has asked for is paler
 * @param spread between what values the runs lie of which this is the middle, if it is one
 */
public record Ghost(
    RunIdentity run, String label, History history, boolean chosen, Optional<Spread> spread) {
  /** A pale run. */
  public Ghost(RunIdentity run, String label, History history) {
    this(run, label, history, false, Optional.empty());
  }
}
