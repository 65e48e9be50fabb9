package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.InvalidConfig;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairSplitTest {
  /** The pairs of 5 numbers; without y = 0 where one divides. */
  private static Examples table(int firstY) {
    return PairTable.of(PairTable.shape(5, 5 * (5 - firstY)), x -> firstY, (x, y) -> (x + y) % 5);
  }

  @Test
  void pairsAndNumbersNameTheSameExamples() throws Exception {
    Split byPairs = PairSplit.ofPairs(new int[] {4, 0}, new int[] {3, 1}).of(table(0));
    Split byNumbers = PairSplit.ofNumbers(new long[] {23, 1}).of(table(0));
    assertThat(byPairs.train()).containsExactly(23, 1).isEqualTo(byNumbers.train());
    assertThat(byPairs.test())
        .isEqualTo(IntStream.range(0, 25).filter(i -> i != 23 && i != 1).toArray());
    assertThat(PairSplit.ofNumbers(new long[] {1, 1, 2}).of(table(1)).train())
        .as("x·p + y, whatever rows the table has; once each")
        .containsExactly(0, 1);
  }

  @Test
  void aTableOfOneOrderTakesBoth() throws Exception {
    Examples half = PairTable.of(PairTable.shape(5, 15), x -> x, (x, y) -> (x + y) % 5);
    assertThat(PairSplit.ofPairs(new int[] {3}, new int[] {1}).of(half).train())
        .isEqualTo(PairSplit.ofPairs(new int[] {1}, new int[] {3}).of(half).train());
  }

  @Test
  void aPairThatATableOfBothOrdersLacksIsNotTakenForTheOther() {
    assertThatThrownBy(() -> PairSplit.ofPairs(new int[] {3}, new int[] {0}).of(table(1)))
        .as("x / 0, which must not become 0 / x")
        .hasMessage("the split names the pair (3, 0), which this task does not have.");
    assertThatThrownBy(() -> PairSplit.ofNumbers(new long[] {15}).of(table(1)))
        .hasMessage("the split names pair number 15, which this task does not have.");
  }

  @Test
  void whatTheTableDoesNotHaveIsNamed() {
    assertThatThrownBy(() -> PairSplit.ofPairs(new int[] {1}, new int[] {5}).of(table(0)))
        .isInstanceOf(InvalidConfig.class)
        .hasMessage(
            "the split names the pair (1, 5), which this task does not have: its numbers go from 0"
                + " to 4.");
    assertThatThrownBy(() -> PairSplit.ofNumbers(new long[] {25}).of(table(0)))
        .hasMessageStartingWith("the split names pair number 25");
    assertThatThrownBy(() -> PairSplit.ofNumbers(new long[] {-1}).of(table(0)))
        .hasMessageStartingWith("the split names pair number -1");
    long[] all = IntStream.range(0, 25).asLongStream().toArray();
    assertThatThrownBy(() -> PairSplit.ofNumbers(all).of(table(0)))
        .hasMessage("the split hides no pair of this task.");
  }
}
