package grokscope.train.loop;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.Script;
import grokscope.config.ScriptedChange;
import grokscope.kernel.StateArchive;
import grokscope.telemetry.StepInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which knobs of a run's script turn after a step. Trainer thread only. */
final class ScriptFollower {
  private final List<ScriptedChange> scriptedChanges;
  private final RunMeasures measures;
  private final boolean[] done;

  /**
   * A follower.
   *
   * @param config with a script that the catalog has checked
   * @param measures tell when the run memorised and grokked
   */
  ScriptFollower(RunConfig config, RunMeasures measures) {
    try {
      scriptedChanges = Script.parse(config.run().choice(Script.KNOB)).scriptedChanges();
    } catch (InvalidConfig unchecked) {
      throw new IllegalArgumentException(unchecked.getMessage(), unchecked);
    }
    this.measures = measures;
    done = new boolean[scriptedChanges.size()];
  }

  /** The turns that are due after a step and were not given out before, in their order. */
  List<ScriptedChange> due(int step) {
    List<ScriptedChange> due = new ArrayList<>();
    for (int i = 0; i < done.length; i++) {
      ScriptedChange scriptedChange = scriptedChanges.get(i);
      Optional<Integer> from = moment(scriptedChange.moment());
      if (!done[i] && from.isPresent() && step >= (long) from.get() + scriptedChange.after()) {
        done[i] = true;
        due.add(scriptedChange);
      }
    }
    return due;
  }

  private Optional<Integer> moment(ScriptedChange.Moment moment) {
    return switch (moment) {
      case START -> Optional.of(0);
      case MEMORIZED -> measures.memorized().found().map(StepInterval::by);
      case GENERALIZED -> measures.generalized().found().map(StepInterval::by);
    };
  }

  /** Carries over which turns were given out. */
  void archive(StateArchive state) {
    for (int i = 0; i < done.length; i++) {
      done[i] = state.flag("script." + i, done[i]);
    }
  }
}
