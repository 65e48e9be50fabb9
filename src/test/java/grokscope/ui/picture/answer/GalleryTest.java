package grokscope.ui.picture.answer;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.telemetry.snapshot.AnswerSet;
import grokscope.telemetry.snapshot.Membership;
import grokscope.telemetry.snapshot.Prediction;
import grokscope.ui.picture.paint.SplitKnowledge;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GalleryTest {
  /** Example i is a 4; it is trained on if i is even, and taken for a 9 if 3 divides i. */
  private static AnswerSet answers(int count, int mislabeled) {
    int[] rule = IntStream.range(0, count).map(i -> 4).toArray();
    int[] label = rule.clone();
    int[] predicted = IntStream.range(0, count).map(i -> i % 3 == 0 ? 9 : 4).toArray();
    boolean[] train = new boolean[count];
    for (int i = 0; i < count; i += 2) {
      train[i] = true;
    }
    if (mislabeled >= 0) {
      label[mislabeled] = 9;
    }
    return new AnswerSet(label, rule, train, predicted, new float[count], new float[count]);
  }

  @Test
  void wrongOnesComeFirstAndHiddenAndTrainedApart() {
    Gallery gallery = Gallery.of(answers(12, -1), SplitKnowledge.OWN_RUN, 300, 40);
    assertThat(gallery.sections())
        .extracting(Gallery.Section::heading)
        .containsExactly(
            "Hidden, wrong: 2", "Trained, wrong: 2", "Hidden, right: 4", "Trained, right: 4");
    assertThat(gallery.sections().get(0).examples()).containsExactly(3, 9);
    assertThat(gallery.between(0, gallery.height())).hasSize(12);
  }

  @Test
  void aWrongLabelThatIsLearnedIsNoRightAnswer() {
    AnswerSet answers = answers(12, 6);
    assertThat(Gallery.of(answers, SplitKnowledge.OWN_RUN, 300, 40).sections())
        .extracting(Gallery.Section::heading)
        .contains("Trained with a wrong label, learned as given: 1", "Trained, right: 4");
    assertThat(ImageAnswers.caption(answers, 6)).isEqualTo("4, said 9");
    assertThat(ImageAnswers.caption(answers, 1)).isEqualTo("4");
  }

  @Test
  void onlyWhatCanBeSeenIsLookedUp() {
    Gallery gallery = Gallery.of(answers(6000, -1), SplitKnowledge.OWN_RUN, 300, 40);
    assertThat(gallery.between(500, 800)).hasSizeBetween(20, 35);
    Gallery.Place place = gallery.between(500, 800).get(7);
    assertThat(gallery.at(place.x() + 1, place.y() + 1)).hasValue(place.example());
    assertThat(gallery.at(Double.NaN, Double.NaN)).isEmpty();
  }

  @Test
  void answersArePutInTheOrderOfTheirPlaces() {
    float[] logits = new float[3 * 4];
    logits[1] = 9; // of the answer at place 5: 1
    logits[4 + 2] = 9; // at place 7: 2
    logits[8 + 3] = 9; // at place 2: 3, which nobody could know
    Prediction said =
        new Prediction(
            -1,
            new int[] {0, 1, 2, 3, 0, 1, 2, 3},
            new int[] {5, 7, 2},
            new int[] {1, 3, 0},
            new int[] {1, 3, 0},
            Membership.FOREIGN,
            logits);
    AnswerTiles tiles = new AnswerTiles(said, 2, token -> "t" + token);
    assertThat(tiles.words())
        .isEqualTo(
            "Right: t1 t3. The network answers t1 t2: 1 of 2 are right. At one more place,"
                + " nothing read so far tells the answer.");
    assertThat(tiles.wordsAt(300, 100, 100, 10))
        .hasValueSatisfying(
            words -> assertThat(words).startsWith("Place 6, having read t1: t1, right · most"));
  }
}
