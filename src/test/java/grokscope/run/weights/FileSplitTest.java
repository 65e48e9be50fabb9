package grokscope.run.weights;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.run.format.ArrayFile;
import grokscope.task.PairSplit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileSplitTest {
  private static Optional<PairSplit> split(String name, Object value) throws Exception {
    return FileSplit.of(
        new ArrayFile("a PyTorch file", Map.of(), List.of(), Map.of("epoch", 3L, name, value)));
  }

  @Test
  void numbersAndPairsByTheUsualNames() throws Exception {
    assertThat(split("train_indices", List.of(5L, 7L)))
        .contains(PairSplit.ofNumbers(new long[] {5, 7}));
    assertThat(split("data.train_idx", List.of(5L))).isPresent();
    assertThat(split("train_data", List.of(List.of(1L, 2L, 113L), List.of(3L, 4L, 113L))))
        .contains(PairSplit.ofPairs(new int[] {1, 3}, new int[] {2, 4}));
  }

  @Test
  void whatIsNoSplitIsLetBe() throws Exception {
    assertThat(split("train_losses", List.of(5L, 7L))).isEmpty();
    assertThat(split("train_data", List.of("a", "b"))).isEmpty();
    assertThat(split("train_indices", List.of())).isEmpty();
    assertThat(split("train", true)).isEmpty();
  }
}
