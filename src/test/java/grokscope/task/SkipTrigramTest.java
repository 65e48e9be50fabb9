package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Settings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rule is found again by looking for what the answers depend on. */
class SkipTrigramTest {
  private static final int LASTS = 3;
  private static final int FIRSTS = 4;
  private static final int LENGTH = 9;

  private static Settings settings(String data) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("vocabulary", 20L);
    values.put("length", (long) LENGTH);
    values.put("lasts", (long) LASTS);
    values.put("firsts", (long) FIRSTS);
    values.put("examples", 4000L);
    values.put("data", data);
    return new Settings("skip-trigram", values);
  }

  private static final Examples TABLE =
      new SkipTrigram().examples(settings("finite"), new SplittableRandom(5));

  private static int last(Examples table, int example) {
    return table.token(example, LENGTH - 1);
  }

  private static int times(Examples table, int example, int token) {
    return (int)
        IntStream.range(0, LENGTH - 1)
            .filter(position -> table.token(example, position) == token)
            .count();
  }

  /**
   * The tokens of which each sequence ending in this one has exactly one before, and which tell.
   */
  private static Map<Integer, Integer> trigrams(Examples table, int last) {
    Map<Integer, Set<Integer>> answers = new HashMap<>();
    for (int i = 0; i < table.size(); i++) {
      for (int position = 0; last(table, i) == last && position < LENGTH - 1; position++) {
        answers
            .computeIfAbsent(table.token(i, position), token -> new HashSet<>())
            .add(table.answer(i));
      }
    }
    Map<Integer, Integer> found = new HashMap<>();
    answers.forEach(
        (token, seen) -> {
          if (seen.size() == 1) {
            found.put(token, seen.iterator().next());
          }
        });
    return found;
  }

  private static Set<Integer> lasts(Examples table) {
    Set<Integer> lasts = new HashSet<>();
    IntStream.range(0, table.size()).forEach(i -> lasts.add(last(table, i)));
    return lasts;
  }

  @Test
  void oneEarlierTokenThatOccursOnceDecidesTheAnswerToEachLastToken() {
    assertThat(lasts(TABLE)).hasSize(LASTS);
    Set<Integer> deciding = new HashSet<>(lasts(TABLE));
    for (int last : lasts(TABLE)) {
      Map<Integer, Integer> trigrams = trigrams(TABLE, last);
      assertThat(trigrams).hasSize(FIRSTS);
      assertThat(trigrams.values()).doesNotHaveDuplicates();
      assertThat(trigrams.keySet()).as("of no other last token").noneMatch(deciding::contains);
      deciding.addAll(trigrams.keySet());
      for (int i = 0; i < TABLE.size(); i++) {
        int example = i;
        assertThat(trigrams.keySet().stream().mapToInt(a -> times(TABLE, example, a)).sum())
            .as("one of them in every sequence, asked for or not")
            .isEqualTo(1);
      }
    }
  }

  @Test
  void lastTokensAnswersAndPlacesAreBalanced() {
    int[] lasts = new int[20];
    int[] places = new int[LENGTH - 1];
    Map<Integer, Integer> trigrams = trigrams(TABLE, last(TABLE, 0));
    int[] answers = new int[20];
    for (int i = 0; i < TABLE.size(); i++) {
      lasts[last(TABLE, i)]++;
      for (int position = 0; position < LENGTH - 1; position++) {
        places[position] += trigrams.containsKey(TABLE.token(i, position)) ? 1 : 0;
      }
      answers[TABLE.answer(i)] += last(TABLE, i) == last(TABLE, 0) ? 1 : 0;
    }
    for (int last : lasts(TABLE)) {
      assertThat(lasts[last]).isBetween(1333 - 150, 1333 + 150); // ± 30
    }
    for (int place : places) {
      assertThat(place).isBetween(500 - 105, 500 + 105); // ± 21
    }
    for (int completion : trigrams.values()) {
      assertThat(answers[completion]).isBetween(333 - 95, 333 + 95); // ± 18
    }
  }

  @Test
  void newExamplesFollowTheRuleOfTheTable() {
    Examples table = new SkipTrigram().examples(settings("unlimited"), new SplittableRandom(5));
    Source source =
        new SkipTrigram().source(settings("unlimited"), new SplittableRandom(5)).orElseThrow();
    Examples drawn = source.draw(4000, new SplittableRandom(6));
    for (int last : lasts(table)) {
      assertThat(trigrams(drawn, last)).isEqualTo(trigrams(table, last));
    }
    assertThat(lasts(drawn)).isEqualTo(lasts(table));
  }

  @Test
  void theSeedDrawsTheRule() {
    Examples other = new SkipTrigram().examples(settings("finite"), new SplittableRandom(6));
    assertThat(trigrams(other, last(other, 0))).isNotEqualTo(trigrams(TABLE, last(TABLE, 0)));
  }
}
