package grokscope.run;

import grokscope.telemetry.Computed;
import grokscope.telemetry.History;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.RunEvent;
import java.util.List;

/**
 * What a resumed run had written until its checkpoint. Its history must not grow any more; any
 * thread.
 *
 * @param history what it measured, in the columns of a run of this program
 * @param events the turned knobs, what was reached, and where it branched; all with run id 0
 * @param knobs its settings until then
 * @param computed with what it was computed until then
 */
public record RunPast(
    History history, List<RunEvent> events, KnobsInForce knobs, List<Computed> computed) {
  public RunPast {
    events = List.copyOf(events);
    computed = List.copyOf(computed);
  }
}
