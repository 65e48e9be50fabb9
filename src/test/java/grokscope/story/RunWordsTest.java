package grokscope.story;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.task.Tasks;
import grokscope.ui.session.Given;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunWordsTest {
  /** What each other task says there is to learn, as it comes. */
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("permutations", "x·y in S₅"),
          Map.entry("parity", "parity of 3 of 30 bits"),
          Map.entry("concealed", "x + y mod 7, 10 irrelevant"),
          Map.entry("random-table", "random table of 59²"),
          Map.entry("toy-addition", "x + y, x ≤ y < 10"),
          Map.entry("teacher", "a teacher of 5–100–100–5"),
          Map.entry("regression", "x of x, x², x³, sin 100x"),
          Map.entry("digit-addition", "x + y of 5 digits"),
          Map.entry("induction", "block of 16, 3 times in 85"),
          Map.entry("skip-trigram", "40 skip trigrams"),
          Map.entry("images", "small handwritten digits"));

  private final RunWords words = new RunWords(Given.catalog());

  @Test
  void aGhostIsNamedByWhatItHadDifferently() {
    assertThat(words.difference(Given.config("data.trainFraction", 0.3), Given.config()))
        .isEqualTo("data 30\u202f%");
    assertThat(words.difference(Given.config("optimizer.weightDecay", 0.0), Given.config()))
        .isEqualTo("decay 0");
    assertThat(words.difference(Given.config("seed", 3L), Given.config())).isEqualTo("seed 3");
    assertThat(words.difference(Given.config(), Given.config())).isEqualTo("same settings");
  }

  @Test
  void atMostTwoDifferencesAreNamed() {
    String label =
        words.difference(
            Given.config("seed", 3L, "data.trainFraction", 0.3, "optimizer.weightDecay", 0.0),
            Given.config());
    assertThat(label).isEqualTo("seed 3, data 30\u202f% +1");
  }

  @Test
  void amongOthersARunIsNamedByAllThatIsNotTheSameInAllOfThem() {
    RunConfig first = Given.config("seed", 1L);
    RunConfig second = Given.config("seed", 2L);
    RunConfig third = Given.config("seed", 1L, "optimizer.weightDecay", 0.5);
    List<RunConfig> all = List.of(first, second, third);
    assertThat(words.among(first, all, Set.of())).isEqualTo("seed 1, decay 1");
    assertThat(words.among(third, all, Set.of())).isEqualTo("decay 0.5, seed 1");
    assertThat(words.among(third, all, Set.of("seed"))).isEqualTo("decay 0.5");
    assertThat(words.among(second, List.of(second), Set.of())).isEmpty();
  }

  @Test
  void aTaskIsItsOperationAndModulus() {
    assertThat(words.task(Given.config("task.modulus", 97L))).isEqualTo("x + y mod 97");
    assertThat(words.headline(Given.config("seed", 2L))).startsWith("x + y mod 59, data 40\u202f%");
  }

  /** Every task but the one that opens without a choice. */
  static Stream<String> otherTasks() {
    return Tasks.ALL.stream().skip(1).map(Kind::id);
  }

  @ParameterizedTest
  @MethodSource("otherTasks")
  void anotherTaskIsNamedByWhatThereIsToLearn(String type) {
    assertThat(TITLES).as("the titles by task; a new task needs a line there").containsKey(type);
    String expected = TITLES.get(type);
    RunConfig other = Given.config("task.type", type);
    assertThat(words.task(other)).isEqualTo(expected);
    assertThat(words.headline(other)).startsWith(expected + ", data 40\u202f%");
    assertThat(words.difference(other, Given.config())).isEqualTo(expected);
  }

  @Test
  void unlimitedDataHaveNoShare() {
    RunConfig unlimited = Given.config("task.type", "skip-trigram", "task.data", "unlimited");
    assertThat(words.headline(unlimited)).isEqualTo("40 skip trigrams, unlimited, decay 1, seed 0");
  }

  @Test
  void bitsAreNamedInALegend() {
    RunConfig parity = Given.config("task.type", "parity");
    RunConfig other = Given.config("task.type", "parity", "task.bits", 40L, "task.relevant", 2L);
    assertThat(words.difference(other, parity)).isEqualTo("bits 40, relevant bits 2");
    RunConfig sum = Given.config("task.type", "concealed");
    assertThat(
            words.difference(Given.config("task.type", "concealed", "task.irrelevant", 40L), sum))
        .isEqualTo("irrelevant operands 40");
  }

  @Test
  void unorderedPairsAreNamed() {
    RunConfig unordered = Given.config("task.pairs", "unordered");
    assertThat(words.task(unordered)).isEqualTo("x + y mod 59, x ≤ y");
    assertThat(words.difference(unordered, Given.config())).isEqualTo("pairs x ≤ y");
    assertThat(words.difference(Given.config(), unordered)).isEqualTo("pairs all");
  }

  @Test
  void wrongAnswersAreNamed() {
    assertThat(words.difference(Given.config("data.outliers", 100L), Given.config()))
        .isEqualTo("outliers 100");
    assertThat(words.difference(Given.config("data.labelNoise", 0.1), Given.config()))
        .isEqualTo("label noise 10\u202f%");
  }

  @Test
  void aDegreeIsNamedInALegend() {
    RunConfig five = Given.config("task.type", "permutations");
    RunConfig four =
        Given.config("task.type", "permutations", "task.degree", 4L, "task.operation", "x*y*x^-1");
    assertThat(words.task(four)).isEqualTo("x·y·x⁻¹ in S₄");
    assertThat(words.difference(four, five)).isEqualTo("x·y·x⁻¹, degree 4");
  }

  @Test
  void aSizeIsCalledAModulusOnlyWhereItIsOne() {
    for (String type : new String[] {"modular", "concealed", "random-table"}) {
      RunConfig seven = Given.config("task.type", type, "task.modulus", 7L);
      RunConfig nine = Given.config("task.type", type, "task.modulus", 9L);
      assertThat(words.difference(seven, nine))
          .isEqualTo(type.equals("random-table") ? "numbers 7" : "mod 7");
    }
  }

  @Test
  void anotherKindIsNamedByItsTitle() {
    String type = Given.config().model().type().equals("mlp") ? "transformer" : "mlp";
    assertThat(words.difference(Given.config("model.type", type), Given.config())).isNotBlank();
  }

  @Test
  void aTurnedKnobSaysWhereTo() {
    assertThat(words.turned(Given.config(), "optimizer.weightDecay", 0.1)).isEqualTo("decay → 0.1");
  }
}
