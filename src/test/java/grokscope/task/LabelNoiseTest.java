package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.Settings;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exactly so many training answers are wrong, and nothing else changes. */
class LabelNoiseTest {
  private static final Examples TRUTH =
      new ModularArithmetic()
          .examples(
              new Settings(
                  "modular", Map.of("operation", "x+y", "modulus", 31L, "pairs", "ordered")),
              new SplittableRandom(0));
  private static final Split SPLIT = Split.random(TRUTH.size(), 0.5, new SplittableRandom(7));

  private static Examples corrupted(long count, long seed) {
    return LabelNoise.corrupt(TRUTH, SPLIT, count, new SplittableRandom(seed));
  }

  private static long changed(Examples examples, int[] ids) {
    return IntStream.of(ids).filter(i -> examples.answer(i) != TRUTH.answer(i)).count();
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "17", "479", "480"})
  void soManyTrainingAnswersAreWrongAndNoTestAnswer(long count) {
    assertThat(SPLIT.train()).hasSize(480);
    for (long seed = 0; seed < 10; seed++) {
      Examples examples = corrupted(count, seed);
      assertThat(changed(examples, SPLIT.train())).isEqualTo(count);
      assertThat(changed(examples, SPLIT.test())).isZero();
      assertThat(examples.shape()).isEqualTo(TRUTH.shape());
      for (int i = 0; i < examples.size(); i++) {
        assertThat(examples.answer(i)).isBetween(0, 30);
        assertThat(examples.token(i, 0)).isEqualTo(TRUTH.token(i, 0));
        assertThat(examples.token(i, 1)).isEqualTo(TRUTH.token(i, 1));
      }
    }
  }

  @Test
  void theTruthAndTheSplitStayAsTheyWere() {
    int[] train = SPLIT.train().clone();
    int[] answers = TRUTH.answers();
    assertThat(corrupted(400, 1)).isNotSameAs(TRUTH);
    assertThat(SPLIT.train()).isEqualTo(train);
    assertThat(TRUTH.answers()).isEqualTo(answers);
  }

  @Test
  void wrongAnswersComeEvenly() {
    int[] shifts = new int[31];
    for (long seed = 0; seed < 100; seed++) {
      Examples examples = corrupted(480, seed);
      for (int i : SPLIT.train()) {
        shifts[Math.floorMod(examples.answer(i) - TRUTH.answer(i), 31)]++;
      }
    }
    assertThat(shifts[0]).isZero();
    // 48,000 draws over 30 wrong answers: 1600 ± 39 each.
    for (int shift = 1; shift < 31; shift++) {
      assertThat(shifts[shift]).isBetween(1600 - 200, 1600 + 200);
    }
  }

  @Test
  void everyTrainingExampleMayBeChosen() {
    int[] chosen = new int[TRUTH.size()];
    for (long seed = 0; seed < 1000; seed++) {
      Examples examples = corrupted(48, seed);
      for (int i : SPLIT.train()) {
        chosen[i] += examples.answer(i) == TRUTH.answer(i) ? 0 : 1;
      }
    }
    // Each is one of 48 of 480 in 1000 draws: 100 ± 9.5.
    for (int i : SPLIT.train()) {
      assertThat(chosen[i]).isBetween(100 - 50, 100 + 50);
    }
  }

  @Test
  void moreOutliersKeepTheOnesBefore() {
    Examples few = corrupted(20, 3);
    Examples many = corrupted(200, 3);
    for (int i : SPLIT.train()) {
      if (few.answer(i) != TRUTH.answer(i)) {
        assertThat(many.answer(i)).isEqualTo(few.answer(i));
      }
    }
  }

  @Test
  void outliersAndAShareAddUp() {
    assertThat(LabelNoise.count(data(0, 0), 911)).isZero();
    assertThat(LabelNoise.count(data(0, 0.1), 911)).isEqualTo(91);
    assertThat(LabelNoise.count(data(10, 0.1), 911)).isEqualTo(101);
    assertThat(LabelNoise.count(data(3000, 1), 911)).isEqualTo(3911);
  }

  private static Settings data(long outliers, double labelNoise) {
    return new Settings(
        "", Map.of("trainFraction", 0.4, "outliers", outliers, "labelNoise", labelNoise));
  }

  @Test
  void moreThanAreTrainedOnAreRefused() {
    assertThatThrownBy(() -> corrupted(481, 0)).hasMessageContaining("481 wrong answers among 480");
  }
}
