package grokscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionPairsTest {
  @Test
  void everyPairThatCanBeOccursAndNoOther() {
    Map<String, List<?>> options = new LinkedHashMap<>();
    options.put("a", List.of(1, 2, 3));
    options.put("b", List.of("x", "y", "z"));
    options.put("c", List.of(true, false));
    options.put("d", List.of(1, 2, 3));
    List<Map<String, Object>> chosen =
        OptionPairs.of(options, each -> !(each.get("a").equals(1) && each.get("b").equals("z")));
    assertThat(chosen).hasSizeBetween(9, 12); // of 48
    for (String one : options.keySet()) {
      for (String other : options.keySet()) {
        for (Object choice : options.get(one)) {
          for (Object otherChoice : options.get(other)) {
            if (!one.equals(other)) {
              boolean allowed = !(one + choice + other + otherChoice).matches("a1bz|bza1");
              assertThat(
                      chosen.stream()
                          .anyMatch(
                              each ->
                                  each.get(one).equals(choice)
                                      && each.get(other).equals(otherChoice)))
                  .as("%s %s with %s %s", one, choice, other, otherChoice)
                  .isEqualTo(allowed);
            }
          }
        }
      }
    }
  }
}
