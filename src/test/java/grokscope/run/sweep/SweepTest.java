package grokscope.run.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.RunConfig;
import grokscope.telemetry.StepInterval;
import grokscope.ui.session.Given;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What varies among runs is found from the runs, and medians are not of the lucky ones only. */
class SweepTest {
  private static final String DECAY = "optimizer.weightDecay";

  private static String step(double step) {
    return String.valueOf(Math.round(step));
  }

  private static SweepRun run(int memorized, int generalized, String state, RunConfig config) {
    return new SweepRun(
        "run", config, state, 5000, at(memorized), at(generalized), generalized > 0 ? 1 : 0.1);
  }

  private static Optional<StepInterval> at(int step) {
    return step > 0 ? Optional.of(new StepInterval(step - 1, step)) : Optional.empty();
  }

  private static RunConfig decay(double decay, long seed) {
    return Given.config(DECAY, decay, "seed", seed);
  }

  private static List<SweepRun> grid() {
    return List.of(
        run(100, 2000, "finished", decay(2, 0)),
        run(120, 1800, "finished", decay(2, 1)),
        run(90, 0, "finished", decay(2, 2)),
        run(80, 600, "finished", decay(10, 0)),
        run(80, 0, "stopped", decay(10, 1)),
        run(0, 0, "failed", decay(10, 2)),
        run(0, 0, "diverged", decay(0.5, 0)));
  }

  @Test
  void theSettingThatDiffersIsFoundAndItsValuesAreInOrder() {
    Sweep sweep = Sweep.of(grid());
    assertThat(sweep.varied()).containsExactly(DECAY);
    assertThat(sweep.numeric(DECAY)).isTrue();
    assertThat(sweep.by(DECAY, Optional.empty()))
        .extracting(group -> group.value().orElseThrow())
        .containsExactly(0.5, 2.0, 10.0);
  }

  @Test
  void medianAndRangeAreOverAllThatCount() {
    List<SweepGroup> groups = Sweep.of(grid()).by(DECAY, Optional.empty());
    SweepGroup two = groups.get(1);
    assertThat(two.memorizedWords(SweepTest::step)).isEqualTo("100 (90–120)");
    assertThat(two.generalizedWords(SweepTest::step)).isEqualTo("2000 (1800–never)");
    assertThat(two.delayWords(SweepTest::step)).isEqualTo("1900 (1680–never)");
    assertThat(two.grokked()).isEqualTo("2/3");
    SweepGroup ten = groups.get(2);
    assertThat(ten.runs()).hasSize(3);
    assertThat(ten.counted()).as("what was stopped or failed says nothing").hasSize(1);
    assertThat(ten.generalizedWords(SweepTest::step)).isEqualTo("600");
    assertThat(groups.get(0).generalizedWords(SweepTest::step)).isEqualTo("never");
    assertThat(groups.get(0).runs().get(0).fate()).isEqualTo(SweepRun.Fate.DIVERGED);
  }

  @Test
  void twoSettingsMakeSeriesAndChoicesAreNoNumbers() {
    List<SweepRun> runs =
        List.of(
            run(1, 50, "finished", Given.config(DECAY, 1.0, "task.operation", "x+y")),
            run(1, 60, "finished", Given.config(DECAY, 2.0, "task.operation", "x+y")),
            run(1, 70, "finished", Given.config(DECAY, 3.0, "task.operation", "x+y")),
            run(1, 80, "finished", Given.config(DECAY, 1.0, "task.operation", "x*y")));
    Sweep sweep = Sweep.of(runs);
    assertThat(sweep.varied()).containsExactly(DECAY, "task.operation");
    assertThat(sweep.numeric("task.operation")).isFalse();
    assertThat(sweep.by(DECAY, Optional.of("task.operation"))).hasSize(4);
    assertThat(sweep.by("task.operation", Optional.empty())).hasSize(2);
  }

  @Test
  void aRunWithoutSuchASettingHasNoValueOfIt() {
    RunConfig network = Given.config("model.type", "transformer");
    Sweep sweep =
        Sweep.of(List.of(run(1, 50, "finished", Given.config()), run(1, 60, "finished", network)));
    assertThat(sweep.varied()).contains("model.type");
    assertThat(Sweep.value(network, "no.such")).isEmpty();
    assertThat(Sweep.value(network, "model.type")).contains("transformer");
  }

  @Test
  void onlySeedsThatDifferAreOneGroup() {
    Sweep sweep = Sweep.of(grid().subList(0, 3));
    assertThat(sweep.varied()).isEmpty();
    assertThat(Sweep.of(List.of()).varied()).isEmpty();
  }

  @Test
  void otherProgramsReadPlainNumbers() {
    Sweep sweep = Sweep.of(grid());
    assertThat(SweepCsv.of(List.of("Weight decay, λ"), sweep.by(DECAY, Optional.empty())).lines())
        .containsExactly(
            "\"Weight decay, λ\",runs,counted,memorised median,memorised least,memorised most,"
                + "generalised median,generalised least,generalised most,grokked",
            "0.5,1,1,never,never,never,never,never,never,0",
            "2.0,3,3,100,90,120,2000,1800,never,2",
            "10.0,3,1,80,80,80,600,600,600,1");
  }
}
