package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Settings;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** There is nothing to find: answers come evenly, and follow neither a rule nor another seed. */
class RandomTableTest {
  private static final int N = 97;

  private static Examples table(long seed) {
    return new RandomTable()
        .examples(
            new Settings("random-table", Map.of("modulus", (long) N)), new SplittableRandom(seed));
  }

  @Test
  void itHasEveryPair() {
    assertThat(table(0).size()).isEqualTo(9409);
  }

  @Test
  void answersComeEvenly() {
    for (long seed = 0; seed < 20; seed++) {
      Examples table = table(seed);
      int[] counts = new int[N];
      IntStream.range(0, table.size()).forEach(i -> counts[table.answer(i)]++);
      double chiSquare =
          IntStream.of(counts).mapToDouble(c -> (c - N) * (c - N) / (double) N).sum();
      // 96 degrees of freedom: mean 96, standard deviation √192 = 13.9.
      assertThat(chiSquare).isBetween(96 - 5 * 13.9, 96 + 5 * 13.9);
    }
  }

  @Test
  void noOperationExplainsIt() {
    Examples table = table(3);
    for (Operation operation : Operation.values()) {
      long agreeing =
          IntStream.range(0, table.size())
              .filter(i -> table.token(i, 1) > 0)
              .filter(
                  i -> operation.result(table.token(i, 0), table.token(i, 1), N) == table.answer(i))
              .count();
      // 9312 pairs, each right by chance once in 97: 96 ± 9.7.
      assertThat((double) agreeing).as("%s", operation).isCloseTo(96, Offset.offset(50.0));
    }
  }

  @Test
  void anotherSeedMakesAnotherTable() {
    Examples one = table(0);
    Examples other = table(1);
    long equal =
        IntStream.range(0, one.size()).filter(i -> one.answer(i) == other.answer(i)).count();
    assertThat((double) equal).isCloseTo(97, Offset.offset(50.0));
  }
}
