package grokscope.run;

import grokscope.telemetry.History;
import grokscope.telemetry.RunEvent;
import java.util.List;

/**
 * A run as its folder records it. Its history must not grow any more; any thread.
 *
 * @param listed what a list says of it: its folder, settings, state and steps
 * @param history what it measured; without columns when it measured nothing
 * @param events what happened to it, all with run id 0
 */
public record StoredRun(ListedRun listed, History history, List<RunEvent> events) {
  public StoredRun {
    events = List.copyOf(events);
  }

  /** Where it is. */
  public RunFolder folder() {
    return listed.folder();
  }

  /** The name of its folder. */
  public String name() {
    return folder().name();
  }
}
