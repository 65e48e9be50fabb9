package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Kind;
import grokscope.config.Settings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Tasks whose examples or answers are real numbers. */
class RealTasksTest {
  private static Examples table(Kind<Task> kind, Map<String, Object> changes) {
    Map<String, Object> values = new HashMap<>(kind.defaults().values());
    values.putAll(changes);
    return kind.factory().examples(new Settings(kind.id(), values), new SplittableRandom(4));
  }

  private static float[] row(Examples table, int example) {
    float[] row = new float[table.shape().features()];
    table.copyFeatures(example, row, 0);
    return row;
  }

  @Test
  void aPointHasFourFeaturesAndOneOfThemIsTheAnswer() {
    for (int chosen = 0; chosen < 4; chosen++) {
      String answer = new String[] {"x", "x^2", "x^3", "sin 100x"}[chosen];
      Examples table = table(Regression.KIND, Map.of("answer", answer));
      for (int i = 0; i < table.size(); i++) {
        float[] row = row(table, i);
        double x = row[0];
        assertThat(x).isBetween(-1.0, 1.0);
        assertThat(row[1]).isCloseTo((float) (x * x), Offset.offset(1e-6f));
        assertThat(row[2]).isCloseTo((float) (x * x * x), Offset.offset(1e-6f));
        // x was rounded to a float, and the sine's slope is 100
        assertThat(row[3]).isCloseTo((float) Math.sin(100 * x), Offset.offset(1e-5f));
        assertThat(table.values().rows()[table.answer(i)])
            .isCloseTo(row[chosen], Offset.offset(1e-6));
      }
    }
  }

  @Test
  void aTeacherAnswersInputsOfUnitVarianceWithSmallNumbers() {
    Examples table = table(TeacherStudent.KIND, Map.of("examples", 2000L));
    double squares = 0;
    for (int i = 0; i < table.size(); i++) {
      for (float x : row(table, i)) {
        squares += x * x;
      }
    }
    assertThat(squares / (2000 * 5)).isCloseTo(1, Offset.offset(0.05));
    double[] answers = table.values().rows();
    assertThat(Arrays.stream(answers).map(Math::abs).max().orElse(9)).isLessThan(2);
    double mean = Arrays.stream(answers).average().orElse(0);
    double variance = Arrays.stream(answers).map(y -> (y - mean) * (y - mean)).average().orElse(0);
    assertThat(variance).isGreaterThan(0.001);
  }

  /** What counts as right does not change the teacher. */
  @Test
  void theSameSeedHasTheSameTeacher() {
    Examples once = table(TeacherStudent.KIND, Map.of());
    Examples again = table(TeacherStudent.KIND, Map.of("tolerance", 0.1));
    assertThat(again.values().rows()).isEqualTo(once.values().rows());
  }

  @Test
  void toySumsShareTheirLabels() {
    Examples table = table(ToyAddition.KIND, Map.of());
    assertThat(table.size()).isEqualTo(55);
    assertThat(table.values().count()).isEqualTo(19);
    for (int i = 0; i < table.size(); i++) {
      assertThat(table.token(i, 0)).isLessThanOrEqualTo(table.token(i, 1));
      assertThat(table.answer(i)).isEqualTo(table.token(i, 0) + table.token(i, 1));
    }
  }
}
