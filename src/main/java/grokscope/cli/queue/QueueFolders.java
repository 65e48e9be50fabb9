package grokscope.cli.queue;

import grokscope.cli.Goal;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.config.queue.PlannedRun;
import grokscope.config.queue.QueuePlan;
import grokscope.run.ContinuedRun;
import grokscope.run.ListedRun;
import grokscope.run.Recorder;
import grokscope.run.RunLibrary;
import grokscope.run.RunPreset;
import grokscope.run.RunWriter;
import grokscope.run.format.RunText;
import grokscope.telemetry.RunState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the runs of a queue are written: each below a folder under its own name, so that the same
 * queue finds them again, or without one in the user's folder. Main thread only.
 *
 * @param runs finds what is there
 * @param writer writes the runs
 * @param from the preset that the runs are variations of
 * @param out the folder; empty for the user's
 */
public record QueueFolders(RunLibrary runs, RunWriter writer, RunPreset from, Optional<Path> out) {

  /**
   * Makes sure that what lies in the folders are these runs.
   *
   * @throws InvalidConfig naming a folder with something else
   */
  public void check(QueuePlan plan) throws InvalidConfig {
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
              "this folder holds another run: its "
                  + path
                  + " is "
                  + there.get(path)
                  + ", but that of the queue is "
                  + run.config().get(path))
          .in(folder.toString());
    }
  }

  /** The run on disk, if it needs no more steps. */
  Optional<ListedRun> over(PlannedRun run, Goal goal) throws InvalidConfig {
    return find(run).filter(there -> over(there, run, goal));
  }

  private static boolean over(ListedRun there, PlannedRun run, Goal goal) {
    boolean reached = there.steps() >= run.config().steps();
    boolean early = goal.early(there.generalizedAt().isPresent());
    return there.state().equals(RunText.word(RunState.DIVERGED))
        || (there.state().equals(RunText.word(RunState.FINISHED)) && (reached || early));
  }

  /** Goes on with the run on disk, if it has begun. */
  Optional<ContinuedRun> resumed(PlannedRun run) throws InvalidConfig {
    return find(run).isPresent()
        ? Optional.of(writer.resume(place(run), (began, done) -> run.config().steps()))
        : Optional.empty();
  }

  /** Records a run that begins. */
  Recorder recorder(PlannedRun run) throws InvalidConfig {
    return out.isPresent()
        ? writer.recordInto(place(run), run.config(), from)
        : writer.record(run.config(), from);
  }

  private Optional<ListedRun> find(PlannedRun run) throws InvalidConfig {
    return out.isPresent() ? runs.find(place(run)) : Optional.empty();
  }

  private Path place(PlannedRun run) {
    return out.orElseThrow().resolve(run.folder());
  }
}
