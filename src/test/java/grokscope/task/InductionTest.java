package grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;

import grokscope.config.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The block is found in the sequences themselves, by looking where tokens were before. */
class InductionTest {
  private static Settings settings(
      long vocabulary, long length, long block, long occurrences, String tokens) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("vocabulary", vocabulary);
    values.put("length", length);
    values.put("block", block);
    values.put("occurrences", occurrences);
    values.put("tokens", tokens);
    values.put("examples", 400L);
    values.put("data", "finite");
    return new Settings("induction", values);
  }

  private static Examples table(Settings settings) {
    return new Induction().examples(settings, new SplittableRandom(7));
  }

  private static List<Integer> tokens(Examples table, int example) {
    return IntStream.range(0, table.shape().context())
        .mapToObj(position -> table.token(example, position))
        .toList();
  }

  /** With all tokens different, an earlier occurrence of a token tells what follows it. */
  @Test
  void theAnswerIsWhatFollowedTheTokenBefore() {
    Examples table = table(settings(30, 25, 4, 3, "different"));
    assertThat(table.shape().answers()).isEqualTo(6);
    for (int i = 0; i < table.size(); i++) {
      List<Integer> tokens = tokens(table, i);
      for (int n = 0; n < 6; n++) {
        int position = table.position(i, n);
        int before = tokens.indexOf(tokens.get(position));
        assertThat(before).isLessThan(position);
        assertThat(table.answer(i, n)).isEqualTo(tokens.get(before + 1));
      }
    }
  }

  @Test
  void withDifferentTokensOnlyThoseOfTheBlockComeAgainAndAsOftenAsAsked() {
    Examples table = table(settings(17, 25, 4, 3, "different"));
    for (int i = 0; i < table.size(); i++) {
      List<Integer> whole = new ArrayList<>(tokens(table, i));
      Set<Integer> block = new HashSet<>();
      for (int n = 0; n < table.shape().answers(); n++) {
        block.add(whole.get(table.position(i, n)));
        block.add(table.answer(i, n));
      }
      assertThat(block).hasSize(4);
      for (int token : new HashSet<>(whole)) {
        long times = whole.stream().filter(other -> other == token).count();
        boolean unseen = times == 2 && table.position(i, 5) == 23 && table.answer(i, 5) == token;
        assertThat(times).isEqualTo(!block.contains(token) ? 1 : unseen ? 2 : 3);
      }
    }
  }

  @Test
  void watchedAreTheTokensOfTheFirstOccurrence() {
    Examples table = table(settings(30, 25, 4, 3, "different"));
    assertThat(table.shape().watched()).isEqualTo(3);
    for (int i = 0; i < table.size(); i++) {
      List<Integer> tokens = tokens(table, i);
      for (int n = 6; n < 9; n++) {
        int position = table.position(i, n);
        assertThat(tokens.get(position + 1)).isEqualTo(table.answer(i, n));
        assertThat(tokens.indexOf(table.answer(i, n))).isEqualTo(position + 1);
        assertThat(tokens.lastIndexOf(tokens.get(position))).isGreaterThan(position);
      }
    }
  }

  /** A block of 2 that occurs twice in 6 tokens has six ways of lying in it. */
  @Test
  void everyPlacingIsEquallyLikely() {
    Source source =
        new Induction()
            .source(unlimited(settings(8, 6, 2, 2, "any")), new SplittableRandom(1))
            .orElseThrow();
    Examples drawn = source.draw(6000, new SplittableRandom(2));
    Map<List<Integer>, Integer> placings = new LinkedHashMap<>();
    for (int i = 0; i < drawn.size(); i++) {
      placings.merge(List.of(drawn.position(i, 1), drawn.position(i, 0)), 1, Integer::sum);
    }
    assertThat(placings.keySet())
        .containsExactlyInAnyOrder(
            List.of(0, 2),
            List.of(0, 3),
            List.of(0, 4),
            List.of(1, 3),
            List.of(1, 4),
            List.of(2, 4));
    assertThat(placings.values()).allSatisfy(n -> assertThat(n).isBetween(850, 1150)); // ± 29
  }

  @Test
  void everyTokenIsEquallyLikelyAsAnAnswer() {
    Source source =
        new Induction()
            .source(unlimited(settings(10, 20, 5, 3, "any")), new SplittableRandom(1))
            .orElseThrow();
    Examples drawn = source.draw(5000, new SplittableRandom(2));
    int[] counts = new int[10];
    IntStream.range(0, drawn.size()).forEach(i -> counts[drawn.answer(i, 0)]++);
    for (int count : counts) {
      assertThat(count).isBetween(500 - 110, 500 + 110); // ± 21
    }
  }

  private static Settings unlimited(Settings finite) {
    Map<String, Object> values = new LinkedHashMap<>(finite.values());
    values.put("data", "unlimited");
    return new Settings("induction", values);
  }
}
