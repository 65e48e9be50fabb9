package grokscope.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.train.lab.Laboratory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  private static final Catalog CATALOG = new Laboratory(1L << 40).catalog();

  @Test
  void readsTurnsInTheirOrder() throws InvalidConfig {
    assertThat(
            Script.parse("5000 optimizer.weightDecay=2; grokked+200 data.trainFraction = .2")
                .scriptedChanges())
        .isEqualTo(
            List.of(
                new ScriptedChange(ScriptedChange.Moment.START, 5000, "optimizer.weightDecay", "2"),
                new ScriptedChange(
                    ScriptedChange.Moment.GENERALIZED, 200, "data.trainFraction", ".2")));
    assertThat(Script.parse("memorised optimizer.learningRate=1e-4").scriptedChanges())
        .containsExactly(
            new ScriptedChange(
                ScriptedChange.Moment.MEMORIZED, 0, "optimizer.learningRate", "1e-4"));
    assertThat(Script.parse("").scriptedChanges()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5000", "grok optimizer.weightDecay=2", "5 weightDecay", "1 a=1;", "-1 a=2", ";"})
  void refusesWhatIsNoTurn(String text) {
    assertThatThrownBy(() -> Script.parse(text))
        .isInstanceOf(InvalidConfig.class)
        .hasMessageStartingWith("script has the part ")
        .hasMessageContaining("must be changes such as");
  }

  @ParameterizedTest
  @CsvSource({
    "10 optimizer.weightDecay=-1, optimizer.weightDecay is -1",
    "10 task.modulus=7, task.modulus cannot change during a run",
    "10 optimizer.wieghtDecay=1, did you mean optimizer.weightDecay?"
  })
  void refusesTurnsThatCannotBe(String text, String why) throws InvalidConfig {
    RunConfig config = CATALOG.with(CATALOG.defaults(), "script", text);
    assertThat(CATALOG.problems(config))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("script");
              assertThat(problem.sentence())
                  .startsWith("has a change that is not possible: ")
                  .contains(why);
            });
  }

  @Test
  void acceptsWhatCanBe() throws InvalidConfig {
    RunConfig config =
        CATALOG.with(CATALOG.defaults(), "script", "grokked+10 optimizer.weightDecay=3");
    assertThat(CATALOG.problems(config)).isEmpty();
  }
}
