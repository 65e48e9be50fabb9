package grokscope.train;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.Script;
import grokscope.config.Turn;
import grokscope.kernel.CarriedState;
import grokscope.telemetry.StepInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which knobs of a run's script turn after a step. Trainer thread only. */
final class ScriptFollower {
  private final List<Turn> turns;
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
      turns = Script.parse(config.run().choice(Script.KNOB)).turns();
    } catch (InvalidConfig unchecked) {
      throw new IllegalArgumentException(unchecked.getMessage(), unchecked);
    }
    this.measures = measures;
    done = new boolean[turns.size()];
  }

  /** The turns that are due after a step and were not given out before, in their order. */
  List<Turn> due(int step) {
    List<Turn> due = new ArrayList<>();
    for (int i = 0; i < done.length; i++) {
      Turn turn = turns.get(i);
      Optional<Integer> from = moment(turn.moment());
      if (!done[i] && from.isPresent() && step >= (long) from.get() + turn.after()) {
        done[i] = true;
        due.add(turn);
      }
    }
    return due;
  }

  private Optional<Integer> moment(Turn.Moment moment) {
    return switch (moment) {
      case START -> Optional.of(0);
      case MEMORISED -> measures.memorized().found().map(StepInterval::by);
      case GROKKED -> measures.grokked().found().map(StepInterval::by);
    };
  }

  /** Carries over which turns were given out. */
  void carry(CarriedState state) {
    for (int i = 0; i < done.length; i++) {
      done[i] = state.flag("script." + i, done[i]);
    }
  }
}
