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
    assertThat(due(0, 0, 140))
        .containsExactly(0, 1, 2, 5, 10, 20, 50, 100, 105, 110, 115, 120, 126, 132, 138);
    List<Integer> late = due(0, 0, 100_000);
    for (int i = late.size() - 20; i < late.size(); i++) {
      assertThat(late.get(i) / (double) late.get(i - 1)).isBetween(1.049, 1.051);
    }
  }

  @Test
  void aResumedRunHasTheSame() {
    assertThat(due(0, 111, 140)).containsExactly(115, 120, 126, 132, 138);
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
