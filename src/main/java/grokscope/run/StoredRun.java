package grokscope.run;

import grokscope.run.format.RunText;
import grokscope.telemetry.History;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import java.util.Arrays;
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

  /**
   * Its last status.
   *
   * @param open the state of one that nobody has ended: it is in progress somewhere, or was cut off
   *     with its program
   */
  public RunStatus status(long id, RunState open) {
    return new RunStatus(
            id,
            state(open),
            listed.steps(),
            listed.config().steps(),
            0,
            listed.memorizedAt(),
            listed.generalizedAt(),
            "")
        .taking(listed.seconds().orElse(Double.NaN));
  }

  private RunState state(RunState open) {
    return Arrays.stream(RunState.values())
        .filter(state -> state.ended() && RunText.word(state).equals(listed.state()))
        .findFirst()
        .orElse(open);
  }

  /** The name of its folder. */
  public String name() {
    return folder().name();
  }
}
