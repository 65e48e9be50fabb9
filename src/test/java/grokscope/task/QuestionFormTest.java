package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.telemetry.snapshot.AskedSequence;
import grokscope.train.lab.Laboratory;
import grokscope.train.step.Seeds;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionFormTest {
  private static final Catalog CATALOG = new Laboratory(1L << 30).catalog();

  private static RunConfig config(String settings) throws InvalidConfig {
    RunConfig config = CATALOG.defaults();
    Matcher pairs = Pattern.compile("([a-z]+)=(\\S+)").matcher(settings);
    while (pairs.find()) {
      String text = pairs.group(2);
      Object value = text.matches("\\d+") ? (Object) Long.valueOf(text) : text;
      config = CATALOG.with(config, "task." + pairs.group(1), value);
    }
    return config;
  }

  private static QuestionForm form(String settings) throws InvalidConfig {
    RunConfig config = config(settings);
    return Tasks.of(config.task())
        .questions(config.task(), new Seeds(config.seed()).task())
        .orElseThrow();
  }

  /** Whatever the table has can be typed, and is answered as the table answers it. */
  @ParameterizedTest
  @CsvSource({
    "type=digit-addition digits=2 examples=60",
    "type=digit-addition digits=5 examples=60",
    "type=induction vocabulary=32 length=24 block=6 occurrences=3 tokens=different examples=200",
    "type=induction vocabulary=24 length=12 block=3 occurrences=4 tokens=different examples=200",
    "type=induction vocabulary=40 length=9 block=4 occurrences=2 tokens=different examples=200",
    "type=skip-trigram vocabulary=64 length=16 lasts=5 firsts=8 examples=100",
    "type=parity bits=30 relevant=3 examples=100",
    "type=concealed modulus=7 irrelevant=5 examples=100"
  })
  void whatATableHasCanBeAsked(String settings) throws Exception {
    RunConfig config = config(settings);
    Task task = Tasks.of(config.task());
    Examples examples = task.examples(config.task(), new Seeds(config.seed()).task());
    QuestionForm form = form(settings);
    assertThat(form.allowed()).endsWith(".");
    for (int row = 0; row < examples.size(); row++) {
      int[] tokens = new int[examples.shape().context()];
      for (int position = 0; position < tokens.length; position++) {
        tokens[position] = examples.token(row, position);
      }
      AskedSequence asked = form.read(form.write(tokens));
      assertThat(asked.tokens()).containsExactly(box(tokens));
      for (int n = 0; n < examples.shape().allAnswers(); n++) {
        assertThat(asked.positions().get(n)).isEqualTo(examples.position(row, n));
        assertThat(asked.answers().get(n))
            .as(form.write(tokens))
            .isEqualTo(examples.answer(row, n));
      }
    }
  }

  private static Integer[] box(int[] numbers) {
    return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
  }

  @Test
  void aSumIsTypedAsOneWritesIt() throws Exception {
    QuestionForm form = form("type=digit-addition digits=3");
    AskedSequence asked = form.read(" 309+4 = ");
    assertThat(asked.tokens()).containsExactly(3, 0, 9, 10, 0, 0, 4, 11, 0, 3, 1);
    assertThat(asked.positions()).containsExactly(7, 8, 9, 10);
    assertThat(asked.answers()).containsExactly(0, 3, 1, 3);
    assertThat(form.read("000309 + 4").tokens()).isEqualTo(asked.tokens());
  }

  /** What, where, why, and what is allowed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type=digit-addition digits=3 | 12 - 5 | This is not a sum. Two numbers from 0 to 999 with"
            + " a plus: 309 + 24.",
        "type=digit-addition digits=3 | 12 + 1000 | The second number has 4 digits, but the network"
            + " adds numbers from 0 to 999.",
        "type=parity bits=5 relevant=2 | 01201 | Bit 3 is “2”, but a bit is 0 or 1.",
        "type=parity bits=5 relevant=2 | 0110 | There are 4 bits, but a question has 5.",
        "type=concealed modulus=7 irrelevant=1 | 3 7 1 | Number 2 is “7”, but a number is a whole"
            + " number from 0 to 6.",
        "type=concealed modulus=7 irrelevant=1 | 3 1 | There are 2 numbers, but a question has 3,"
            + " with spaces between them.",
        "type=skip-trigram vocabulary=64 length=3 lasts=1 firsts=2 | 1 x 3 | Token 2 is “x”, but a"
            + " token is a whole number from 0 to 63.",
        "type=induction vocabulary=32 length=6 block=2 occurrences=2 | 1 2 3 4 5 | Nothing is"
            + " repeated as in this task, where a block of 2 tokens occurs 2 times."
      })
  void whatCannotBeReadSaysWhy(String settings, String typed, String why) throws Exception {
    QuestionForm form = form(settings);
    assertThatThrownBy(() -> form.read(typed))
        .isInstanceOf(UnreadableQuestion.class)
        .hasMessage(why);
  }

  @Test
  void aSkipTrigramNeedsItsLastTokenAndOneFirst() throws Exception {
    QuestionForm form = form("type=skip-trigram vocabulary=64 length=4 lasts=2 firsts=3");
    String allowed = form.allowed();
    String last = allowed.replaceAll(".*the last one is (\\d+) or \\d+\\.", "$1");
    assertThatThrownBy(() -> form.read("1 2 3 " + "63"))
        .isInstanceOf(UnreadableQuestion.class)
        .hasMessageStartingWith("The last token is 63, but a sequence of this task ends in ");
    assertThatThrownBy(() -> form.read(last + " " + last + " " + last + " " + last))
        .isInstanceOf(UnreadableQuestion.class)
        .hasMessageEndingWith("decides the answer, but there is none.");
  }

  @Test
  void aBlockMayTouchItsRepetitionAndEndBeforeItsLastToken() {
    int[] touching = {1, 2, 3, 1, 2, 3, 1, 2};
    assertThat(RepeatedBlock.in(touching, 3, 3))
        .hasValueSatisfying(found -> assertThat(found.starts()).containsExactly(0, 3, 6));
    assertThat(RepeatedBlock.in(new int[] {9, 1, 2, 8, 1, 2}, 2, 2))
        .hasValueSatisfying(found -> assertThat(found.starts()).containsExactly(1, 4));
    assertThat(RepeatedBlock.in(new int[] {9, 1, 2, 8, 2, 7}, 2, 2)).isEmpty();
  }
}
