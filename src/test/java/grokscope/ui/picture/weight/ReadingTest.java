package grokscope.ui.picture.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import grokscope.measure.AnswerTally;
import grokscope.measure.Ranking;
import grokscope.measure.WeightReading;
import grokscope.measure.fourier.EmbeddingReading;
import grokscope.measure.fourier.FourierBasis;
import grokscope.telemetry.Part;
import grokscope.telemetry.Tensor;
import grokscope.telemetry.snapshot.AnswerSet;
import grokscope.ui.picture.activation.NeuronBlock;
import grokscope.ui.picture.answer.AnswerBars;
import grokscope.ui.picture.answer.TallyText;
import grokscope.ui.picture.answer.TaskFormula;
import grokscope.ui.picture.paint.Pair;
import grokscope.ui.picture.paint.SplitKnowledge;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingTest {
  @Test
  void formulasHaveNumbersInThePlaceOfTheirOperands() {
    Pair pair = new Pair(12, 40);
    assertThat(TaskFormula.of("x + y mod 59", pair, 52)).isEqualTo("12 + 40 mod 59 = 52");
    assertThat(TaskFormula.of("x + y mod 59, x ≤ y", pair, 52)).isEqualTo("12 + 40 mod 59 = 52");
    assertThat(TaskFormula.of("x² + xy + y² mod 97", pair, 1))
        .isEqualTo("12² + 12·40 + 40² mod 97 = 1");
    assertThat(TaskFormula.of("x / y if y is odd, else x − y mod 97", pair, 69))
        .isEqualTo("12 / 40 if 40 is odd, else 12 − 40 mod 97 = 69");
    assertThat(TaskFormula.of("random table of 59²", pair, 7)).isEqualTo("(12, 40) → 7");
  }

  @Test
  void answersAreCountedBySplitAndWithoutWhatIsNotInTheTable() {
    AnswerSet answers =
        new AnswerSet(
            new int[] {0, 1, 1, -1},
            new int[] {0, 1, 1, -1},
            new boolean[] {true, true, false, false},
            new int[] {0, 0, 1, -1},
            new float[4],
            new float[4]);
    assertThat(AnswerTally.of(answers)).isEqualTo(new AnswerTally(2, 1, 1, 1, 0, 0, 0));
    assertThat(
            TallyText.of(new AnswerTally(3830, 3830, 8939, 612, 0, 0, 0), SplitKnowledge.OWN_RUN))
        .isEqualTo("3\u202f830 trained: 3\u202f830 right; 8\u202f939 hidden: 612 right.");
  }

  @Test
  void wrongLabelsAreCountedApartByWhatIsAnswered() {
    AnswerSet answers =
        new AnswerSet(
            new int[] {0, 3, 3, 3, 1},
            new int[] {0, 1, 1, 1, 1},
            new boolean[] {true, true, true, true, false},
            new int[] {0, 3, 1, 2, 2},
            new float[5],
            new float[5]);
    assertThat(AnswerTally.of(answers)).isEqualTo(new AnswerTally(1, 1, 1, 0, 3, 1, 1));
    assertThat(
            TallyText.of(
                new AnswerTally(1690, 1690, 1741, 1739, 50, 48, 2), SplitKnowledge.OWN_RUN))
        .isEqualTo(
            "1\u202f690 trained by the rule: 1\u202f690 right; 50 with a wrong label: 48 learned as"
                + " given, 2 answered by the rule; 1\u202f741 hidden: 1\u202f739 right.");
  }

  @Test
  void ofWeightsFromElsewhereNobodyKnowsWhatTheyWereTrainedOn() {
    AnswerTally tally = new AnswerTally(10, 9, 20, 19, 0, 0, 0);
    assertThat(TallyText.of(tally, SplitKnowledge.ASSUMED))
        .isEqualTo(
            "10 in the training part of the settings' split: 9 right; 20 in its hidden"
                + " part: 19 right. What the weights were trained on is not known.");
  }

  @Test
  void theMostLikelyAnswersComeFirst() {
    Ranking ranking = Ranking.of(new float[] {0, (float) Math.log(3), 1000 - 1000});
    assertThat(ranking.first(3)).containsExactly(1, 0, 2);
    assertThat(ranking.probabilities()[1]).isCloseTo(0.6, within(1e-7));
    assertThat(AnswerBars.words(ranking, 2)).isEqualTo("1 (60.0\u202f%), 0 (20.0\u202f%)");
    assertThat(Ranking.of(new float[] {1000, 0}).probabilities()).containsExactly(1, 0);
  }

  @Test
  void aProductOfWavesIsOneEntryOfItsBlock() {
    int p = 11;
    FourierBasis basis = new FourierBasis(p);
    float[] map = new float[p * p];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        double angle = 2 * Math.PI * 4 / p;
        map[a * p + b] = (float) (2 / (double) p * Math.cos(angle * a) * Math.sin(angle * b));
      }
    }
    double[][] block = NeuronBlock.of(basis, map, 4).coefficients();
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double expected = row == 1 && column == 2 ? 1 : 0;
        assertThat(block[row][column]).isCloseTo(expected, within(1e-6));
      }
    }
  }

  @Test
  void weightsAreSummedAndSmallOnesCounted() {
    Tensor tensor =
        new Tensor("blocks.0.attn.W_Q", new int[] {1, 2, 2}, new float[] {-2, 0.01f, 1, 0});
    WeightReading reading = new WeightReading(tensor);
    assertThat(WeightsPicture.title(tensor)).isEqualTo("blocks.0.attn.W_Q  1 × 2 × 2");
    assertThat(reading.rows()).isEqualTo(2);
    assertThat(reading.at(1, 0)).isEqualTo(1);
    assertThat(reading.largest()).isEqualTo(2);
    assertThat(reading.squares()).isCloseTo(5.0001, within(1e-6));
    assertThat(reading.smallShare()).isEqualTo(0.5);
  }

  @Test
  void weightsThatAreNotNumbersAreCountedAndSpoilNoOthers() {
    float[] values = {-2, Float.NaN, 1, Float.POSITIVE_INFINITY};
    Tensor tensor = new Tensor("embed.W_E", Part.EMBEDDING, new int[] {2, 2}, values);
    WeightReading reading = new WeightReading(tensor);
    assertThat(reading.broken()).isEqualTo(2);
    assertThat(reading.largest()).isEqualTo(2);
    assertThat(reading.squares()).isEqualTo(5);
    assertThat(EmbeddingReading.of(List.of(tensor), 2, Optional.empty()))
        .flatMap(EmbeddingReader::notNumbers)
        .hasValueSatisfying(why -> assertThat(why).startsWith("2 of 4 weights"));
    assertThat(Ranking.of(new float[] {1, Float.NaN}).undefined()).isTrue();
    assertThat(Ranking.of(new float[] {1, 2}).undefined()).isFalse();
  }
}
