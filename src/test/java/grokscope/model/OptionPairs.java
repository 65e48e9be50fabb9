package grokscope.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A few combinations of options in which every pair of choices occurs that can occur together, for
 * tests that would take too long with all combinations. Chosen greedily, always the same.
 */
public final class OptionPairs {
  private OptionPairs() {}

  /**
   * The combinations.
   *
   * @param options the choices of each option
   * @param allowed which combinations can be
   */
  public static List<Map<String, Object>> of(
      Map<String, List<?>> options, Predicate<Map<String, Object>> allowed) {
    List<Map<String, Object>> all = combinations(options).stream().filter(allowed).toList();
    List<BitSet> pairs = all.stream().map(each -> pairs(each, options)).toList();
    BitSet missing = new BitSet();
    pairs.forEach(missing::or);
    List<Map<String, Object>> chosen = new ArrayList<>();
    while (!missing.isEmpty()) {
      int best = mostOf(missing, pairs);
      chosen.add(all.get(best));
      missing.andNot(pairs.get(best));
    }
    return chosen;
  }

  private static List<Map<String, Object>> combinations(Map<String, List<?>> options) {
    List<Map<String, Object>> all = List.of(Map.of());
    for (String option : options.keySet()) {
      List<Map<String, Object>> longer = new ArrayList<>();
      for (Map<String, Object> combination : all) {
        for (Object choice : options.get(option)) {
          Map<String, Object> more = new HashMap<>(combination);
          more.put(option, choice);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  /** One bit for each pair of choices. */
  private static BitSet pairs(Map<String, Object> combination, Map<String, List<?>> options) {
    int choices = options.values().stream().mapToInt(List::size).sum();
    List<Integer> made = new ArrayList<>();
    int first = 0;
    for (Map.Entry<String, List<?>> option : options.entrySet()) {
      made.add(first + option.getValue().indexOf(combination.get(option.getKey())));
      first += option.getValue().size();
    }
    BitSet pairs = new BitSet();
    for (int one : made) {
      for (int other : made) {
        if (one < other) {
          pairs.set(one * choices + other);
        }
      }
    }
    return pairs;
  }

  /** The first of the sets with the most of what is missing. */
  private static int mostOf(BitSet missing, List<BitSet> sets) {
    int best = 0;
    int most = 0;
    for (int i = 0; i < sets.size(); i++) {
      BitSet common = (BitSet) missing.clone();
      common.and(sets.get(i));
      if (common.cardinality() > most) {
        best = i;
        most = common.cardinality();
      }
    }
    return best;
  }
}
