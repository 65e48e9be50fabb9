package grokscope.run.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.telemetry.Checkpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which checkpoints stay where room is wanted. */
class ThinningTest {
  private static CheckpointEntry entry(int step, Checkpoint.Reason reason) {
    return new CheckpointEntry(step, reason, Path.of("step-" + step), 10);
  }

  private static List<CheckpointEntry> due(int... steps) {
    List<CheckpointEntry> entries = new ArrayList<>();
    for (int step : steps) {
      entries.add(entry(step, Checkpoint.Reason.DUE));
    }
    return entries;
  }

  private static List<Integer> stay(List<CheckpointEntry> entries) {
    return Thinning.of(entries).stay().stream().map(CheckpointEntry::step).toList();
  }

  @Test
  void theFirstTheLastAndOneForEveryDoublingStay() {
    List<CheckpointEntry> entries =
        due(0, 1, 2, 5, 10, 20, 50, 100, 110, 130, 169, 219, 284, 369, 400);
    assertThat(stay(entries)).containsExactly(0, 2, 5, 10, 20, 50, 100, 219, 400);
    Thinning thinning = Thinning.of(entries);
    assertThat(thinning.freed()).isEqualTo(60);
    assertThat(thinning.go()).hasSize(6);
    assertThat(Thinning.of(thinning.stay()).go()).as("thin already").isEmpty();
    assertThat(stay(due(7))).containsExactly(7);
    assertThat(stay(List.of())).isEmpty();
  }

  @Test
  void whatWasReachedStaysWithItsNeighborsAndWhatWasAskedForAlone() {
    List<CheckpointEntry> entries = due(0, 100, 105, 110, 115, 120, 126, 132, 138, 144, 151);
    entries.set(3, entry(110, Checkpoint.Reason.MEMORIZED));
    entries.set(7, entry(132, Checkpoint.Reason.ASKED));
    assertThat(stay(entries)).containsExactly(0, 100, 105, 110, 115, 132, 151);
  }
}
