package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Kind;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.config.knob.ChoiceKnob;
import grokscope.config.knob.Knob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every task in the list keeps to. */
class TasksContractTest {
  static List<Kind<Task>> kinds() {
    return Tasks.ALL;
  }

  /** Every task as it comes, and with each option of each choice, if that alone can be run. */
  static Stream<Settings> settings() {
    return Tasks.ALL.stream()
        .flatMap(
            kind ->
                Stream.concat(
                    Stream.of(kind.defaults()),
                    kind.knobs().stream()
                        .filter(ChoiceKnob.class::isInstance)
                        .map(ChoiceKnob.class::cast)
                        .flatMap(
                            choice ->
                                choice.options().stream()
                                    .map(o -> with(kind, choice.name(), o.id()))
                                    .filter(settings -> allowed(kind, settings)))));
  }

  private static boolean allowed(Kind<Task> kind, Settings settings) {
    return kind.check().problems(new RunConfig(Map.of("task", settings))).isEmpty();
  }

  private static Settings with(Kind<Task> kind, String knob, Object value) {
    Map<String, Object> values = new LinkedHashMap<>(kind.defaults().values());
    values.put(knob, value);
    return new Settings(kind.id(), values);
  }

  @Test
  void idsAndTitlesAreDifferent() {
    assertThat(Tasks.ALL).extracting(Kind::id).doesNotHaveDuplicates();
    assertThat(Tasks.ALL).extracting(Kind::title).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyTaskAndKnobHasItsSentence(Kind<Task> kind) {
    assertThat(kind.sentence()).as("the sentence of %s", kind.id()).endsWith(".");
    assertThat(kind.knobs()).extracting(Knob::name).doesNotHaveDuplicates();
    for (Knob knob : kind.knobs()) {
      assertThat(knob.title()).isNotBlank();
      assertThat(knob.sentence()).as(knob.name()).endsWith(".");
      assertThat(knob.accept(knob.initial())).contains(knob.initial());
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void theTableHasTheShapeThatWasAnnounced(Settings settings) {
    Task task = Tasks.of(settings);
    Examples table = task.examples(settings, new SplittableRandom(1));
    TaskShape shape = task.shape(settings);
    assertThat(table.shape()).isEqualTo(shape);
    assertThat(table.size()).isEqualTo(shape.examples()).isPositive();
    assertThat(shape.hasTokens()).isEqualTo(shape.numbers() > 0);
    int answers = shape.valued() ? table.values().count() : shape.classes();
    for (int i = 0; i < table.size(); i++) {
      for (int n = 0; n < shape.allAnswers(); n++) {
        assertThat(table.answer(i, n))
            .as("answer %d of example %d", n, i)
            .isBetween(0, answers - 1);
      }
    }
    if (shape.hasTokens()) {
      assertTokensAreAllowed(table);
      for (int i = 0; i < table.size(); i++) {
        assertPositionsAscend(table, i, 0, shape.answers());
        assertPositionsAscend(table, i, shape.answers(), shape.allAnswers());
      }
    }
  }

  private static void assertPositionsAscend(Examples table, int example, int from, int to) {
    for (int n = from; n < to; n++) {
      int least = n == from ? 0 : table.position(example, n - 1) + 1;
      assertThat(table.position(example, n)).isBetween(least, table.shape().context() - 1);
    }
  }

  private static void assertTokensAreAllowed(Examples table) {
    TaskShape shape = table.shape();
    if (shape.endsInMark()) {
      assertThat(shape.vocabulary())
          .isEqualTo(shape.numbers() + shape.context() - shape.operands());
    }
    for (int i = 0; i < table.size(); i++) {
      for (int position = 0; position < shape.context(); position++) {
        int mark = shape.numbers() + position - shape.operands();
        int token = table.token(i, position);
        if (!shape.endsInMark()) {
          assertThat(token)
              .as("token %d of example %d", position, i)
              .isBetween(0, shape.vocabulary() - 1);
        } else if (position < shape.operands()) {
          assertThat(token)
              .as("token %d of example %d", position, i)
              .isBetween(0, shape.numbers() - 1);
        } else {
          assertThat(token)
              .as("the mark at position %d of example %d", position, i)
              .isEqualTo(mark);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void noTwoExamplesAreTheSame(Settings settings) {
    Examples table = Tasks.of(settings).examples(settings, new SplittableRandom(1));
    assertThat(IntStream.range(0, table.size()).mapToObj(i -> tokens(table, i)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void theSameStreamMakesTheSameTable(Settings settings) {
    Task task = Tasks.of(settings);
    Examples once = task.examples(settings, new SplittableRandom(1));
    Examples again = task.examples(settings, new SplittableRandom(1));
    for (int i = 0; i < once.size(); i++) {
      assertThat(answers(again, i)).isEqualTo(answers(once, i));
      assertThat(tokens(again, i)).isEqualTo(tokens(once, i));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void newExamplesComeWithoutEndWhereTheShapeSaysSo(Settings settings) {
    Task task = Tasks.of(settings);
    Optional<Source> source = task.source(settings, new SplittableRandom(1));
    assertThat(source.isPresent()).isEqualTo(task.shape(settings).fresh());
    assertThat(task.fresh(settings)).isEqualTo(task.shape(settings).fresh());
    source.ifPresent(drawing -> assertDraws(drawing, task, settings));
  }

  private static void assertDraws(Source source, Task task, Settings settings) {
    SplittableRandom stream = new SplittableRandom(2);
    Examples first = source.draw(50, stream);
    Examples second = source.draw(50, stream);
    Examples again =
        task.source(settings, new SplittableRandom(1))
            .orElseThrow()
            .draw(50, new SplittableRandom(2));
    assertThat(first.size()).isEqualTo(50);
    assertThat(first.shape()).isEqualTo(task.shape(settings));
    for (int i = 0; i < 50; i++) {
      assertThat(tokens(again, i)).isEqualTo(tokens(first, i));
      assertThat(answers(again, i)).isEqualTo(answers(first, i));
    }
    assertThat(IntStream.range(0, 50).filter(i -> tokens(first, i).equals(tokens(second, i))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everyTaskSaysWhatThereIsToLearn(Settings settings) {
    assertThat(Tasks.of(settings).title(settings)).isNotBlank().hasSizeLessThan(48);
  }

  private static List<Integer> answers(Examples table, int example) {
    return IntStream.range(0, table.shape().allAnswers())
        .mapToObj(n -> table.answer(example, n))
        .toList();
  }

  /** What is to be seen of an example: its tokens, or its real numbers. */
  private static List<? extends Number> tokens(Examples table, int example) {
    if (!table.shape().hasTokens()) {
      float[] row = new float[table.shape().features()];
      table.copyFeatures(example, row, 0);
      return IntStream.range(0, row.length).mapToObj(i -> row[i]).toList();
    }
    return IntStream.range(0, table.shape().context())
        .mapToObj(position -> table.token(example, position))
        .toList();
  }
}
