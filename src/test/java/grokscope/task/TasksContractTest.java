package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Kind;
import grokscope.config.Knob;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                        .filter(Knob.Choice.class::isInstance)
                        .map(Knob.Choice.class::cast)
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
    assertThat(kind.sentence()).endsWith(".");
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
      assertThat(table.answer(i)).isBetween(0, answers - 1);
    }
    if (!shape.hasTokens()) {
      return;
    }
    assertThat(shape.vocabulary()).isEqualTo(shape.numbers() + shape.context() - shape.operands());
    for (int i = 0; i < table.size(); i++) {
      for (int position = 0; position < shape.context(); position++) {
        int mark = shape.numbers() + position - shape.operands();
        int token = table.token(i, position);
        if (position < shape.operands()) {
          assertThat(token).isBetween(0, shape.numbers() - 1);
        } else {
          assertThat(token).as("the mark").isEqualTo(mark);
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
      assertThat(again.answer(i)).isEqualTo(once.answer(i));
      assertThat(tokens(again, i)).isEqualTo(tokens(once, i));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everyTaskSaysWhatThereIsToLearn(Settings settings) {
    assertThat(Tasks.of(settings).title(settings)).isNotBlank().hasSizeLessThan(48);
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
