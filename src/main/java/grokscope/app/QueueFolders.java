package grokscope.app;

import grokscope.config.InvalidConfig;
import grokscope.config.PlannedRun;
import grokscope.config.QueuePlan;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.run.ListedRun;
import grokscope.run.RunLines;
import grokscope.run.RunRecorder;
import grokscope.run.RunStore;
import grokscope.run.StoppedRun;
import grokscope.telemetry.RunState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the runs of a queue are written: each below a folder under its own name, so that the same
 * queue finds them again, or without one in the store. Main thread only.
 *
 * @param out the folder; empty for the store
 */
record QueueFolders(RunStore store, Optional<Path> out) {

  /**
   * Makes sure that what lies in the folders are these runs.
   *
   * @throws InvalidConfig naming a folder with something else
   */
  void check(QueuePlan plan) throws InvalidConfig {
    for (PlannedRun run : plan.runs()) {
      Optional<ListedRun> there = find(run);
      if (there.isPresent()) {
        refuseOther(run, there.get().config(), there.get().folder().path());
      }
    }
  }

  private static void refuseOther(PlannedRun run, RunConfig there, Path folder)
      throws InvalidConfig {
    List<String> differences = new ArrayList<>(run.config().differences(there));
    if (there.steps() <= run.config().steps()) {
      differences.remove(SettingPaths.STEPS); // a run may be made longer
    }
    if (!differences.isEmpty()) {
      String path = differences.get(0);
      throw new InvalidConfig(
              "",
              "there is another run in this folder: "
                  + path
                  + " is "
                  + there.get(path)
                  + " there, but "
                  + run.config().get(path)
                  + " in the queue")
          .in(folder.toString());
    }
  }

  /** The run on disk, if it needs no more steps. */
  Optional<ListedRun> over(PlannedRun run, Goal goal) throws InvalidConfig {
    return find(run).filter(there -> over(there, run, goal));
  }

  private static boolean over(ListedRun there, PlannedRun run, Goal goal) {
    boolean reached = there.steps() >= run.config().steps();
    boolean early = goal == Goal.GROKKED && there.grokkedAt().isPresent();
    return there.state().equals(RunLines.word(RunState.DIVERGED))
        || (there.state().equals(RunLines.word(RunState.FINISHED)) && (reached || early));
  }

  /** The run on disk, if it has begun; nobody else can write it until it is closed. */
  Optional<StoppedRun> stopped(PlannedRun run) throws InvalidConfig {
    return find(run).isPresent() ? Optional.of(store.stopped(place(run))) : Optional.empty();
  }

  /** Records a run that begins. */
  RunRecorder recorder(PlannedRun run) throws InvalidConfig {
    return out.isPresent()
        ? store.recordInto(place(run), run.config())
        : store.record(run.config());
  }

  private Optional<ListedRun> find(PlannedRun run) throws InvalidConfig {
    return out.isPresent() ? store.find(place(run)) : Optional.empty();
  }

  private Path place(PlannedRun run) {
    return out.orElseThrow().resolve(run.folder());
  }
}
