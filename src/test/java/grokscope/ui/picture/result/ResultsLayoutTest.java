package grokscope.ui.picture.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.run.sweep.Sweep;
import grokscope.run.sweep.SweepRun;
import grokscope.telemetry.StepInterval;
import grokscope.ui.session.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Marks of runs lie where their values and steps belong. */
class ResultsLayoutTest {
  private static final String DECAY = "optimizer.weightDecay";

  private static SweepRun run(double decay, long seed, int generalized) {
    return new SweepRun(
        "run",
        Given.config(DECAY, decay, "seed", seed),
        "finished",
        5000,
        Optional.of(new StepInterval(99, 100)),
        generalized > 0
            ? Optional.of(new StepInterval(generalized - 1, generalized))
            : Optional.empty(),
        1);
  }

  private static ResultsLayout layout(boolean log, SweepRun... runs) {
    return ResultsLayout.of(
        Sweep.of(List.of(runs)), Optional.of(DECAY), Optional.empty(), log, 60, 60, 400, 200);
  }

  @Test
  void aRatioIsADistanceOnALogarithmicAxis() {
    ResultsLayout log = layout(true, run(1, 0, 500), run(10, 0, 400), run(100, 0, 300));
    double first = log.x(log.values().get(0));
    double second = log.x(log.values().get(1));
    double third = log.x(log.values().get(2));
    assertThat(third - second).isEqualTo(second - first, within(1e-9));
    ResultsLayout linear = layout(false, run(1, 0, 500), run(10, 0, 400), run(100, 0, 300));
    assertThat(linear.x(linear.values().get(1)) - linear.x(linear.values().get(0)))
        .isEqualTo((third - first) * 9 / 99, within(1e-9));
  }

  @Test
  void whatNeverCameLiesAboveTheAxisAndIsCounted() {
    ResultsLayout layout =
        layout(false, run(1, 0, 1000), run(1, 1, 0), run(1, 2, 0), run(2, 0, 900));
    List<ResultsLayout.Dot> never =
        layout.dots().stream().filter(ResultsLayout.Dot::never).toList();
    assertThat(never).hasSize(2).allMatch(dot -> dot.y() < layout.top());
    assertThat(layout.never(layout.groups().get(0))).isEqualTo(2);
    assertThat(layout.median(layout.groups().get(0), true)).isInfinite();
    assertThat(layout.median(layout.groups().get(1), true)).isEqualTo(900);
    assertThat(layout.dots())
        .filteredOn(dot -> !dot.never())
        .allMatch(dot -> dot.y() >= layout.top() && dot.y() <= layout.top() + layout.height());
  }

  @Test
  void theDotsOfAValueLieSideBySide() {
    ResultsLayout layout = layout(false, run(1, 0, 800), run(1, 1, 800), run(2, 0, 800));
    List<Double> places = new ArrayList<>();
    layout.dots().stream()
        .filter(ResultsLayout.Dot::generalized)
        .forEach(dot -> places.add(dot.x()));
    assertThat(places).doesNotHaveDuplicates();
    assertThat((places.get(0) + places.get(1)) / 2)
        .isEqualTo(layout.x(layout.values().get(0)), within(1e-9));
  }

  @Test
  void aSettingThatIsZeroSomewhereHasNoLogarithms() {
    Sweep sweep = Sweep.of(List.of(run(0, 0, 10), run(1, 0, 10)));
    assertThat(ResultsLayout.canBeLog(sweep, DECAY)).isFalse();
    assertThat(ResultsLayout.canBeLog(Sweep.of(List.of(run(3, 0, 10), run(1, 0, 10))), DECAY))
        .isTrue();
  }
}
