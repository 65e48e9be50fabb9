package grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasureScheduleTest {
  private static List<Integer> due(int steps) {
    MeasureSchedule schedule = new MeasureSchedule(500);
    return IntStream.rangeClosed(0, steps).filter(schedule::isDue).boxed().toList();
  }

  @Test
  void everyStepUpToAHundred() {
    assertThat(due(100)).hasSize(101);
  }

  @Test
  void aboutEightHundredSamplesForFiftyThousandSteps() {
    assertThat(due(50_000).size()).isBetween(700, 900);
  }

  @Test
  void gapsGrowByAHundredthAndAreCapped() {
    List<Integer> due = due(200_000);
    for (int i = 1; i < due.size(); i++) {
      int gap = due.get(i) - due.get(i - 1);
      assertThat(gap).isBetween(1, Math.min(500, Math.max(1, due.get(i - 1) / 100)));
    }
    assertThat(due.get(due.size() - 1) - due.get(due.size() - 2)).isEqualTo(500);
  }

  @Test
  void oneOfTenEvaluationsIsThoroughWhateverIsAskedBetween() {
    MeasureSchedule schedule = new MeasureSchedule(500);
    List<Integer> thorough =
        IntStream.rangeClosed(0, 10_000)
            .filter(step -> schedule.isDue(step) && schedule.isThorough())
            .boxed()
            .toList();
    List<Integer> due = due(10_000);
    List<Integer> expected =
        IntStream.range(0, due.size()).filter(i -> i % 10 == 0).mapToObj(due::get).toList();
    assertThat(thorough).isEqualTo(expected).startsWith(0, 10, 20);
  }
}
