package grokscope.story;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.task.Tasks;
import grokscope.telemetry.KnobsInForce;
import grokscope.telemetry.RunEvent;
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

  private String difference(RunConfig earlier, RunConfig present) {
    return words.difference(KnobsInForce.from(earlier), KnobsInForce.from(present));
  }

  private String headline(RunConfig config) {
    return words.headline(KnobsInForce.from(config));
  }

  private String among(RunConfig run, List<RunConfig> compared, Set<String> unseen) {
    return words.among(
        KnobsInForce.from(run), compared.stream().map(KnobsInForce::from).toList(), unseen);
  }

  @Test
  void aGhostIsNamedByWhatItHadDifferently() {
    assertThat(difference(Given.config("data.trainFraction", 0.3), Given.config()))
        .isEqualTo("data 30\u202f%");
    assertThat(difference(Given.config("optimizer.weightDecay", 0.0), Given.config()))
        .isEqualTo("decay 0");
    assertThat(difference(Given.config("seed", 3L), Given.config())).isEqualTo("seed 3");
    assertThat(difference(Given.config(), Given.config())).isEqualTo("same settings");
  }

  @Test
  void atMostThreeDifferencesAreNamed() {
    RunConfig script = Given.config("script", "at 100: optimizer.weightDecay = 0");
    String label =
        difference(
            Given.config("seed", 3L, "data.trainFraction", 0.3, "optimizer.weightDecay", 0.0),
            script);
    assertThat(label).isEqualTo("data 30\u202f%, decay 0, seed 3 and 1 more");
    assertThat(difference(Given.config(), script)).isEqualTo("no script");
    assertThat(difference(script, Given.config("seed", 3L))).isEqualTo("seed 0, with a script");
  }

  @Test
  void amongOthersARunIsNamedByAllThatIsNotTheSameInAllOfThem() {
    RunConfig first = Given.config("seed", 1L);
    RunConfig second = Given.config("seed", 2L);
    RunConfig third = Given.config("seed", 1L, "optimizer.weightDecay", 0.5);
    List<RunConfig> all = List.of(first, second, third);
    assertThat(among(first, all, Set.of())).isEqualTo("decay 1, seed 1");
    assertThat(among(third, all, Set.of())).isEqualTo("decay 0.5, seed 1");
    assertThat(among(third, all, Set.of("seed"))).isEqualTo("decay 0.5");
    assertThat(among(second, List.of(second), Set.of())).isEmpty();
  }

  @Test
  void aTaskIsItsOperationAndModulus() {
    assertThat(words.task(Given.config("task.modulus", 97L))).isEqualTo("x + y mod 97");
    assertThat(headline(Given.config("seed", 2L))).startsWith("x + y mod 59, data 40\u202f%");
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
    assertThat(headline(other)).startsWith(expected + ", data 40\u202f%");
    assertThat(difference(other, Given.config())).isEqualTo(expected);
  }

  @Test
  void unlimitedDataHaveNoShare() {
    RunConfig unlimited = Given.config("task.type", "skip-trigram", "task.data", "unlimited");
    assertThat(headline(unlimited)).isEqualTo("40 skip trigrams, unlimited, decay 1, seed 0");
  }

  @Test
  void bitsAreNamedInALegend() {
    RunConfig parity = Given.config("task.type", "parity");
    RunConfig other = Given.config("task.type", "parity", "task.bits", 40L, "task.relevant", 2L);
    assertThat(difference(other, parity)).isEqualTo("bits 40, relevant bits 2");
    RunConfig sum = Given.config("task.type", "concealed");
    assertThat(difference(Given.config("task.type", "concealed", "task.irrelevant", 40L), sum))
        .isEqualTo("irrelevant numbers 40");
  }

  @Test
  void unorderedPairsAreNamed() {
    RunConfig unordered = Given.config("task.pairs", "unordered");
    assertThat(words.task(unordered)).isEqualTo("x + y mod 59, x ≤ y");
    assertThat(difference(unordered, Given.config())).isEqualTo("pairs x ≤ y only");
    assertThat(difference(Given.config(), unordered)).isEqualTo("pairs both orders");
  }

  @Test
  void wrongAnswersAreNamed() {
    assertThat(difference(Given.config("data.outliers", 100L), Given.config()))
        .isEqualTo("outliers 100");
    assertThat(difference(Given.config("data.labelNoise", 0.1), Given.config()))
        .isEqualTo("label noise 10\u202f%");
  }

  @Test
  void aDegreeIsNamedInALegend() {
    RunConfig five = Given.config("task.type", "permutations");
    RunConfig four =
        Given.config("task.type", "permutations", "task.degree", 4L, "task.operation", "x*y*x^-1");
    assertThat(words.task(four)).isEqualTo("x·y·x⁻¹ in S₄");
    assertThat(difference(four, five)).isEqualTo("x·y·x⁻¹, degree 4");
  }

  @Test
  void aSizeIsCalledAModulusOnlyWhereItIsOne() {
    for (String type : new String[] {"modular", "concealed", "random-table"}) {
      RunConfig seven = Given.config("task.type", type, "task.modulus", 7L);
      RunConfig nine = Given.config("task.type", type, "task.modulus", 9L);
      assertThat(difference(seven, nine))
          .isEqualTo(type.equals("random-table") ? "numbers 7" : "mod 7");
    }
  }

  @Test
  void anotherKindIsNamedByItsTitle() {
    String type = Given.config().model().type().equals("mlp") ? "transformer" : "mlp";
    assertThat(difference(Given.config("model.type", type), Given.config())).isNotBlank();
  }

  @Test
  void aTurnedKnobSaysWhereTo() {
    assertThat(words.turned(Given.config(), "optimizer.weightDecay", 0.1)).isEqualTo("decay → 0.1");
  }

  private static KnobsInForce turned(RunConfig start, Object... pathsAndValues) throws Exception {
    KnobsInForce knobs = KnobsInForce.from(start);
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      knobs =
          knobs.with(
              Given.catalog(),
              new RunEvent.KnobTurned(0, i, (String) pathsAndValues[i], pathsAndValues[i + 1]));
    }
    return knobs;
  }

  @Test
  void whatWasTurnedIsNamedWithAllItHasBeen() throws Exception {
    String decay = "optimizer.weightDecay";
    KnobsInForce once = turned(Given.config(), decay, 25.0);
    assertThat(words.headline(once))
        .isEqualTo("x + y mod 59, decay 1 → 25, data 40\u202f%, seed 0");
    assertThat(words.course(once, decay)).isEqualTo("1 → 25");
    assertThat(words.course(once, "seed")).isEqualTo("0");
    assertThat(words.difference(once, KnobsInForce.from(Given.config()))).isEqualTo("decay 1 → 25");
    assertThat(words.difference(KnobsInForce.from(Given.config()), once)).isEqualTo("decay 1");
    KnobsInForce back = turned(Given.config(), decay, 25.0, decay, 1.0);
    assertThat(words.course(back, decay)).isEqualTo("1 → 25 → 1");
    assertThat(words.difference(back, KnobsInForce.from(Given.config())))
        .isNotEqualTo("same settings");
    assertThat(words.course(turned(Given.config(), decay, 2.0, decay, 3.0, decay, 0.0), decay))
        .isEqualTo("1 → … → 0");
    assertThat(words.headline(turned(Given.config(), "optimizer.learningRate", 0.1)))
        .startsWith("x + y mod 59, rate 0.001 → 0.1, data 40");
  }
}
