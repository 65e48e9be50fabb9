package grokscope.train.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The steps at which checkpoints are due. */
class CheckpointScheduleTest {
  private static List<Integer> due(int every, int from, int to) {
    CheckpointSchedule schedule = new CheckpointSchedule(every);
    return IntStream.rangeClosed(from, to).filter(schedule::isDue).boxed().toList();
  }

  @Test
  void growsWithTheStep() {
    assertThat(due(0, 0, 300)).containsExactly(0, 10, 30, 100, 130, 169, 219, 284);
    List<Integer> late = due(0, 0, 100_000);
    for (int i = late.size() - 10; i < late.size(); i++) {
      assertThat(late.get(i) / (double) late.get(i - 1)).isBetween(1.298, 1.301);
    }
  }

  /** A quarter of what it was when a twentieth part of the step was the distance: 77 and 131. */
  @Test
  void aRunHasFewEnoughOfThemForManyRunsBesideEachOther() {
    assertThat(due(0, 0, 2_500)).hasSizeLessThan(77 / 4);
    assertThat(due(0, 0, 40_000)).hasSizeLessThan(131 / 4);
    assertThat(due(0, 60, 1_300)).as("from memorised to grokked").hasSizeGreaterThan(9);
  }

  @Test
  void aResumedRunHasTheSame() {
    assertThat(due(0, 111, 300)).containsExactly(130, 169, 219, 284);
    assertThat(due(7, 22, 40)).containsExactly(28, 35);
  }

  @Test
  void aFixedDistanceStaysAndNothingOverflows() {
    assertThat(due(7, 0, 30)).containsExactly(0, 7, 14, 21, 28);
    CheckpointSchedule wide = new CheckpointSchedule(Integer.MAX_VALUE);
    assertThat(wide.isDue(5)).isFalse();
    assertThat(wide.isDue(Integer.MAX_VALUE)).isTrue();
    assertThat(new CheckpointSchedule(0).isDue(Integer.MAX_VALUE)).isTrue();
  }
}
