package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
  @Test
  void trainAndTestNeverOverlapAndTogetherAreEverything() {
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 200; trial++) {
      int size = 2 + random.nextInt(500);
      double fraction = (1 + random.nextInt(size - 1)) / (double) size;
      Split split = Split.random(size, fraction, random.split());
      assertThat(IntStream.concat(IntStream.of(split.train()), IntStream.of(split.test())).sorted())
          .containsExactlyElementsOf(IntStream.range(0, size).boxed().toList());
    }
  }

  @Test
  void thirtyPercentOfThePapersTableAre3830() {
    Split split = Split.random(12_769, 0.3, new SplittableRandom(0));
    assertThat(split.train()).hasSize(3830);
    assertThat(split.test()).hasSize(8939);
  }

  @Test
  void aFractionThatIsAWholeNumberOfExamplesIsNotLostToRounding() {
    assertThat(Split.trainingExamples(100, 0.07)).isEqualTo(7);
    assertThat(Split.trainingExamples(100, 0.29)).isEqualTo(29);
  }

  @Test
  void theSeedDecides() {
    int[] once = Split.random(100, 0.4, new SplittableRandom(5)).train();
    assertThat(Split.random(100, 0.4, new SplittableRandom(5)).train()).isEqualTo(once);
    assertThat(Split.random(100, 0.4, new SplittableRandom(6)).train()).isNotEqualTo(once);
  }

  @Test
  void anEmptySideIsRefused() {
    assertThatThrownBy(() -> Split.random(10, 0.01, new SplittableRandom(0)))
        .hasMessageContaining("one side empty");
  }

  @Test
  void aShareOfFewDigitsTrainsOnAsMany() {
    assertThat(Split.share(1_044, 9_409)).isEqualTo(0.111);
    assertThat(Split.share(50, 100)).isEqualTo(0.5);
    for (int trained = 1; trained < 2_000; trained++) {
      assertThat(Split.trainingExamples(2_000, Split.share(trained, 2_000))).isEqualTo(trained);
      assertThat(Split.trainingExamples(12_769, Split.share(trained, 12_769))).isEqualTo(trained);
    }
  }
}
