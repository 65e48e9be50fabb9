package grokscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The numbers of Java's own generator, and a state that can be put back. */
class RandomStreamTest {
  private static final int DRAWS = 5000;
  private static final long[] SEEDS = {0, 1, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE, 0x9e3779b9L};

  /** Every way in which numbers are drawn. */
  private static final List<Function<RandomGenerator, Object>> WAYS =
      List.of(
          RandomGenerator::nextLong,
          RandomGenerator::nextInt,
          random -> random.nextInt(1),
          random -> random.nextInt(64),
          random -> random.nextInt(97),
          random -> random.nextInt((1 << 30) + 7), // refused draws are common here
          random -> random.nextInt(-5, 12),
          random -> random.nextLong(1L << 62 | 5),
          RandomGenerator::nextDouble,
          random -> random.nextDouble(-0.3, 0.7),
          RandomGenerator::nextFloat,
          RandomGenerator::nextBoolean,
          RandomGenerator::nextGaussian);

  @Test
  void drawsWhatJavasGeneratorDrawsInEveryWay() {
    for (long seed : SEEDS) {
      RandomGenerator theirs = new SplittableRandom(seed);
      RandomGenerator ours = new RandomStream(seed);
      for (int i = 0; i < DRAWS; i++) {
        Function<RandomGenerator, Object> way = WAYS.get(i % WAYS.size());
        assertThat(way.apply(ours)).isEqualTo(way.apply(theirs));
      }
    }
  }

  @Test
  void splitsAsJavasGeneratorDoes() {
    for (long seed : SEEDS) {
      SplittableRandom theirs = new SplittableRandom(seed);
      RandomStream ours = new RandomStream(seed);
      // So many that some gammas are too regular and have their bits flipped.
      for (int i = 0; i < DRAWS; i++) {
        SplittableRandom theirChild = theirs.split();
        RandomStream ourChild = ours.split();
        assertThat(ourChild.split().nextLong()).isEqualTo(theirChild.split().nextLong());
        assertThat(ourChild.nextLong()).isEqualTo(theirChild.nextLong());
      }
      assertThat(ours.nextGaussian()).isEqualTo(theirs.nextGaussian());
    }
  }

  @Test
  void goesOnFromAStateThatWasRead() {
    RandomStream stream = new RandomStream(3).split();
    stream.nextGaussian();
    RandomStream other = new RandomStream(0);
    other.continueFrom(stream.state(), stream.gamma());
    for (int i = 0; i < DRAWS; i++) {
      assertThat(other.nextGaussian()).isEqualTo(stream.nextGaussian());
    }
    assertThat(other.split().nextInt(1000)).isEqualTo(stream.split().nextInt(1000));
  }

  @Test
  void refusesAGammaThatNoStreamHas() {
    assertThatThrownBy(() -> new RandomStream(0).continueFrom(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("odd");
  }
}
