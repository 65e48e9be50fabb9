package grokscope.story;

import grokscope.telemetry.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The states of the table. */
final class MadeUpStates {
  private static final Map<String, Object> FRESH = Map.of();

  private MadeUpStates() {}

  private static final double[] KNOWN = {0.01, 8, 1, 0.01, 3000, 0.8};
  private static final double[] DEEP = {1e-4, 12, 1, 0.012, 4000, 0.3};
  private static final double[] FORMED = {1e-5, 9, 1, 0.03, 4100, 2};
  private static final double[] CLIMBING = {1e-6, 3, 1, 0.28, 3900, 3};
  private static final double[] HALFWAY = {1e-6, 1, 1, 0.7, 3000, 3.5};
  private static final double[] UNDERSTOOD = {1e-6, 1e-3, 1, 1, 2000, 4};
  private static final double[] CLEAN = {1e-6, 2e-6, 1, 1, 900, 4};
  private static final double[] DEAD = {4.07, 4.07, 0.02, 0.015, 10, 4.07};

  private static MadeUpState sums(String name) {
    return MadeUpState.of(name, "strong-decay").at(1, 4, 4, 0, 0, 1000, 4);
  }

  private static MadeUpState learned(String name) {
    return sums(name).to(12, KNOWN);
  }

  private static MadeUpState formed(String name) {
    return learned(name).to(30, DEEP).to(30, FORMED);
  }

  private static MadeUpState grokked(String name) {
    return formed(name).to(20, CLIMBING).to(10, HALFWAY).to(5, UNDERSTOOD).at(20, UNDERSTOOD);
  }

  private static MadeUpState fresh(String name) {
    return MadeUpState.of(name, "induction", FRESH).at(1, 4, 4, 0, 0, 1000, 4);
  }

  static List<MadeUpState> all() {
    List<MadeUpState> all = new ArrayList<>();
    all.add(MadeUpState.of("not run yet", "strong-decay").in(RunState.IDLE));
    all.add(MadeUpState.of("being prepared", "strong-decay").in(RunState.PREPARING));
    all.add(sums("at its first step"));
    all.add(sums("learning").to(6, 2, 5, 0.4, 0.01, 1500, 2));
    all.add(
        sums("ended before it has learned").to(6, 2, 5, 0.4, 0.01, 1500, 2).in(RunState.FINISHED));
    all.add(learned("has just memorised").at(5, KNOWN));
    all.add(learned("memorised, goes deeper").to(30, DEEP));
    all.add(formed("memorised, a circuit forms").at(10, FORMED));
    all.add(formed("paused while a circuit forms").at(10, FORMED).in(RunState.PAUSED));
    all.add(formed("stopped while a circuit forms").at(10, FORMED).in(RunState.STOPPED));
    all.add(formed("ended while a circuit forms").at(20, FORMED).in(RunState.FINISHED));
    all.add(formed("ended just after a turn").in(RunState.FINISHED));
    all.add(formed("a quarter is right").to(20, CLIMBING));
    all.add(formed("a quarter is right at the end").to(20, CLIMBING).in(RunState.FINISHED));
    all.add(formed("more than half is right").to(20, CLIMBING).to(10, HALFWAY).at(3, HALFWAY));
    all.add(
        formed("more than half is right at the end")
            .to(20, CLIMBING)
            .to(10, HALFWAY)
            .at(20, HALFWAY)
            .in(RunState.FINISHED));
    all.add(grokked("has grokked"));
    all.add(grokked("has grokked, at the end").in(RunState.FINISHED));
    all.add(grokked("has grokked and is cleaned up").to(30, CLEAN).at(12, CLEAN));
    all.add(
        grokked("has grokked and is cleaned up, at the end")
            .to(30, CLEAN)
            .at(12, CLEAN)
            .in(RunState.FINISHED));
    all.add(grokked("grokked, replayed at step 60").in(RunState.FINISHED).lookedAt(60));
    all.add(grokked("grokked, replayed at step 200").in(RunState.FINISHED).lookedAt(200));
    all.add(grokked("grokked, replayed at step 850").in(RunState.FINISHED).lookedAt(850));
    all.add(grokked("grokked, replayed at step 1010").in(RunState.FINISHED).lookedAt(1010));
    all.add(formed("decay turned to 0").turn("optimizer.weightDecay", 0.0).at(10, FORMED));
    all.add(
        formed("decay turned to 25: dead")
            .turn("optimizer.weightDecay", 25.0)
            .to(3, DEAD)
            .at(20, DEAD));
    all.add(
        grokked("grokked, then decay turned to 25")
            .turn("optimizer.weightDecay", 25.0)
            .to(3, DEAD)
            .at(20, DEAD)
            .in(RunState.FINISHED));
    all.add(
        MadeUpState.of(
                "decay 25 from the start", "strong-decay", Map.of("optimizer.weightDecay", 25.0))
            .at(1, 4, 4, 0, 0, 1000, 4)
            .to(5, DEAD)
            .at(20, DEAD));
    all.add(
        MadeUpState.of("no decay, by preset", "no-weight-decay")
            .at(1, 4, 4, 0, 0, 1000, 4)
            .to(12, KNOWN)
            .to(40, DEEP));
    all.add(
        MadeUpState.of(
                "decay 0 in a preset with decay",
                "strong-decay",
                Map.of("optimizer.weightDecay", 0.0))
            .at(1, 4, 4, 0, 0, 1000, 4)
            .to(12, KNOWN)
            .to(40, DEEP));
    all.add(
        MadeUpState.of("twice the decay", "strong-decay", Map.of("optimizer.weightDecay", 6.0))
            .at(1, 4, 4, 0, 0, 1000, 4)
            .to(12, KNOWN)
            .to(40, DEEP));
    all.add(
        MadeUpState.of("other data", "strong-decay", Map.of("data.trainFraction", 0.6))
            .at(1, 4, 4, 0, 0, 1000, 4)
            .to(12, KNOWN)
            .to(40, DEEP));
    all.add(
        MadeUpState.of("cut to 300 steps", "strong-decay", Map.of("steps", 300L))
            .at(1, 4, 4, 0, 0, 1000, 4)
            .to(12, KNOWN)
            .to(18, DEEP)
            .in(RunState.FINISHED));
    all.add(learned("later than expected").to(30, DEEP).at(400, DEEP));
    all.add(
        MadeUpState.of("nothing to find", "random-table")
            .at(1, 4, 4, 0, 0, 1000, 4)
            .to(12, KNOWN)
            .to(40, DEEP));
    all.add(
        MadeUpState.of("no delay", "enough-data")
            .at(1, 4, 4, 0, 0, 1000, 4)
            .to(12, 0.5, 1, 0.995, 0.9, 3000, 1)
            .to(3, UNDERSTOOD)
            .at(10, UNDERSTOOD));
    all.add(
        sums("understood before the training examples")
            .to(6, 1, 1, 0.7, 0.995, 2000, 2)
            .at(4, 1, 1, 0.7, 1, 2000, 2)
            .to(3, UNDERSTOOD)
            .at(10, UNDERSTOOD)
            .in(RunState.FINISHED));
    all.add(
        sums("understood, with wrong labels")
            .to(6, 1, 1, 0.7, 0.995, 2000, 2)
            .at(40, 0.5, 0.1, 0.8, 1, 2000, 2)
            .in(RunState.FINISHED));
    all.add(
        learned("a short delay")
            .to(8, 0.01, 0.1, 1, 1, 3000, 2)
            .at(20, UNDERSTOOD)
            .in(RunState.FINISHED));
    all.add(
        learned("understood, evaluated too seldom to say when")
            .every(1000)
            .to(1, UNDERSTOOD)
            .at(20, UNDERSTOOD)
            .in(RunState.FINISHED));
    all.add(
        MadeUpState.of("nobody knows what was trained on", "enough-data")
            .every(1000)
            .at(5, Double.NaN, 4, Double.NaN, 0.3, 1000, Double.NaN)
            .at(5, Double.NaN, 1e-6, Double.NaN, 1, 900, Double.NaN)
            .in(RunState.FINISHED));
    all.add(
        MadeUpState.of("right from the start", "analytic")
            .at(5, 1e-6, 1e-6, 1, 1, 1000, 4)
            .in(RunState.FINISHED));
    all.add(
        grokked("lost again").to(5, 1e-4, 9, 1, 0.1, 3000, 3).at(20, 1e-4, 9, 1, 0.08, 3000, 3));
    all.add(
        grokked("lost again, at the end")
            .to(5, 1e-4, 9, 1, 0.1, 3000, 3)
            .at(20, 1e-4, 9, 1, 0.08, 3000, 3)
            .in(RunState.FINISHED));
    all.add(
        learned("forgotten, weights still there")
            .to(30, DEEP)
            .turn("data.trainFraction", 0.9)
            .at(20, 6, 8, 0.3, 0.02, 3000, 3));
    all.add(formed("diverged").at(1, 2e9, 3e9, 0.02, 0.01, 9e9, 5).in(RunState.DIVERGED));
    all.add(
        grokked("diverged after grokking")
            .at(1, 2e9, 3e9, 0.02, 0.01, 9e9, 5)
            .in(RunState.DIVERGED));
    all.add(formed("failed").in(RunState.FAILED));
    all.add(fresh("new data: learning").to(10, 3, 3, 0.03, 0.03, 1200, 3));
    all.add(
        fresh("new data: a batch all right by luck")
            .to(10, 3, 3, 1, 0.03, 1200, 3)
            .at(5, 3, 3, 1, 0.03, 1200, 3));
    all.add(fresh("new data: a part").to(20, 1, 1, 0.6, 0.6, 2000, 3));
    all.add(
        fresh("new data: understood")
            .to(20, 0.1, 0.1, 1, 1, 2000, 3)
            .at(5, 0.01, 0.01, 1, 1, 2000, 3));
    all.add(
        fresh("new data: understood, at the end")
            .to(20, 0.1, 0.1, 1, 1, 2000, 3)
            .at(5, 0.01, 0.01, 1, 1, 2000, 3)
            .in(RunState.FINISHED));
    all.add(
        fresh("new data: not learned at the end")
            .to(20, 3, 3, 0.03, 0.03, 1200, 3)
            .in(RunState.FINISHED));
    all.add(
        fresh("new data: a part at the end").to(20, 1, 1, 0.6, 0.6, 2000, 3).in(RunState.FINISHED));
    all.add(fresh("new data: dead").to(20, 3, 3, 0.1, 0.1, 2000, 3).to(3, DEAD).at(20, DEAD));
    return all;
  }
}
