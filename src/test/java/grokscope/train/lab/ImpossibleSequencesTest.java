package grokscope.train.lab;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Catalog;
import grokscope.config.Problem;
import grokscope.config.RunConfig;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequences that cannot be are refused at the knob, in words. */
class ImpossibleSequencesTest {
  private final Catalog catalog = new Laboratory(4L << 30).catalog();

  @ParameterizedTest
  @CsvSource({
    "digit-addition, digits=2 examples=10000, ''",
    "digit-addition, digits=2 examples=10001, 'task.examples is 10001, but there are only 10000"
        + " different sequences'",
    "induction, length=48, ''",
    "induction, length=47, 'task.length is 47, but task.occurrences = 3 of task.block = 16 tokens"
        + " need at least 48'",
    "induction, tokens=different vocabulary=53, ''",
    "induction, tokens=different vocabulary=52, 'task.vocabulary is 52, but a sequence needs 53"
        + " different tokens; take at least as many, or task.tokens = \"any\"'",
    "induction, vocabulary=2 length=4 block=2 occurrences=2 examples=5, 'task.examples is 5, but"
        + " there are only 4 different sequences'",
    "skip-trigram, lasts=3 firsts=4 vocabulary=16, ''",
    "skip-trigram, lasts=3 firsts=4 vocabulary=15, 'task.vocabulary is 15, but task.lasts = 3,"
        + " each with task.firsts = 4, and a token to fill in need at least 16'",
    "skip-trigram, lasts=3 firsts=4 vocabulary=15 length=4 examples=100, ''",
    "skip-trigram, length=5, 'task.length is 5, but a first token for each of task.lasts = 5 and a"
        + " last one need at least 6'",
    "skip-trigram, lasts=1 firsts=2 vocabulary=4 length=2 examples=4, 'task.examples is 4, but"
        + " there are only 2 different sequences'",
  })
  void isRefusedInWords(String type, String changes, String expected) throws Exception {
    RunConfig config = catalog.with(catalog.defaults(), "task.type", type);
    for (String change : changes.split(" ", -1)) {
      String[] parts = change.split("=", -1);
      Object value = parts[1].matches("\\d+") ? (Object) Long.valueOf(parts[1]) : parts[1];
      config = catalog.with(config, "task." + parts[0], value);
    }
    assertThat(catalog.problems(config))
        .extracting(Problem::toString)
        .filteredOn(problem -> problem.startsWith("task"))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }
}
