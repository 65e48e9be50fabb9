package grokscope.ui.help;

import grokscope.figure.PanelSpec;
import grokscope.story.Account;
import grokscope.telemetry.RunState;
import java.util.List;

/**
 * What is on the screen at a moment, for the help on it. Immutable, any thread.
 *
 * @param preset the title of the chosen experiment
 * @param story what there is to see in it; may be empty
 * @param run what the shown run is called; empty before the first one
 * @param state of the shown run
 * @param trained whether the shown run was trained, and is not the weights of a file
 * @param account what is said of it
 * @param panels the charts that are drawn
 * @param picture the title of the picture beside the curves; empty for none
 * @param guide what the picture shows of this run; may be empty
 * @param comparing whether two steps or two runs stand side by side
 * @param queue what is said of a queue that goes on; empty for none
 * @param folded the keys of the parts of the window that are folded to a strip
 */
public record Situation(
    String preset,
    String story,
    String run,
    RunState state,
    boolean trained,
    Account account,
    List<PanelSpec> panels,
    String picture,
    String guide,
    boolean comparing,
    String queue,
    List<WindowKey> folded) {
  public Situation {
    panels = List.copyOf(panels);
    folded = List.copyOf(folded);
  }
}
