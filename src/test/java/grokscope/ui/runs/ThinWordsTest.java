package grokscope.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.run.checkpoint.CheckpointEntry;
import grokscope.run.checkpoint.Thinning;
import grokscope.telemetry.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinWordsTest {
  private static Thinning thinning(int count) {
    return Thinning.of(
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new CheckpointEntry(
                        1000 + 10 * i, Checkpoint.Reason.DUE, Path.of("c" + i), 500_000))
            .toList());
  }

  @Test
  void itIsSaidHowMuchGoesAndWhatStays() {
    ThinWords words = new ThinWords(List.of(thinning(22), thinning(4)));
    assertThat(words.question())
        .startsWith("This deletes 22 checkpoints of these 2 runs for good and frees 11\u202fMB of")
        .contains("13\u202fMB", "memorised and generalised");
    assertThat(words.yes()).isEqualTo("Delete 22 checkpoints");
    assertThat(words.done()).isEqualTo("22 checkpoints deleted, 11\u202fMB freed.");
    ThinWords none = new ThinWords(List.of(thinning(2)));
    assertThat(none.count()).isZero();
    assertThat(none.nothing()).isEqualTo("The checkpoints of this run are thin already.");
  }
}
