package grokscope.train.step;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.kernel.RandomStream;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A recorded run can be repeated only as long as every stream keeps its place. */
class SeedsTest {
  @Test
  void everyStreamHasItsPlaceAmongTheSplitsOfTheSeed() {
    for (long seed : new long[] {0, 1, Long.MAX_VALUE}) {
      Seeds seeds = new Seeds(seed);
      SplittableRandom root = new SplittableRandom(seed);
      for (RandomStream stream :
          List.of(
              seeds.split(),
              seeds.initialization(),
              seeds.batches(),
              seeds.noise(),
              seeds.task(),
              seeds.labelNoise(),
              seeds.dropout(),
              seeds.changes())) {
        assertThat(stream.nextLong()).isEqualTo(root.split().nextLong());
      }
    }
  }
}
