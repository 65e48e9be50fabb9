package grokscope.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * The characters of the irreducible representations of a symmetric group, by the rule of Murnaghan
 * and Nakayama: remove from the partition of a representation border strips as long as the cycles
 * of a permutation, one after the other, each with the sign of its height. A partition is the set
 * of its first column's hook lengths λᵢ + n − 1 − i, in which a strip of length r is a hook that
 * becomes r shorter. Sagan, "The Symmetric Group", section 4.10. Stateless, any thread.
 */
final class Characters {
  private Characters() {}

  /** The partitions of n, each falling: (n) first, which is the trivial representation. */
  static List<List<Integer>> partitions(int n) {
    List<List<Integer>> all = new ArrayList<>();
    addPartitions(n, n, List.of(), all);
    return all;
  }

  private static void addPartitions(
      int rest, int greatest, List<Integer> begun, List<List<Integer>> all) {
    if (rest == 0) {
      all.add(begun);
    }
    for (int part = Math.min(rest, greatest); part > 0; part--) {
      List<Integer> longer = new ArrayList<>(begun);
      longer.add(part);
      addPartitions(rest - part, part, longer, all);
    }
  }

  /** The character of a partition's representation at a permutation with cycles of such lengths. */
  static int of(List<Integer> partition, int[] cycles) {
    int n = partition.stream().mapToInt(Integer::intValue).sum();
    int hooks = 0; // a bit for each length
    for (int i = 0; i < n; i++) {
      int part = i < partition.size() ? partition.get(i) : 0;
      hooks |= 1 << (part + n - 1 - i);
    }
    return without(hooks, cycles, 0);
  }

  private static int without(int hooks, int[] cycles, int next) {
    if (next == cycles.length) {
      return 1;
    }
    int sum = 0;
    for (int to = 0; to + cycles[next] < Integer.SIZE - 1; to++) {
      int from = to + cycles[next];
      if ((hooks >> from & 1) == 1 && (hooks >> to & 1) == 0) {
        int passed = Integer.bitCount(hooks & ((1 << from) - (2 << to)));
        int rest = without(hooks ^ (1 << from | 1 << to), cycles, next + 1);
        sum += passed % 2 == 0 ? rest : -rest;
      }
    }
    return sum;
  }
}
