package grokscope.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where a block occurs several times in a sequence whose last token is left out, as {@link
 * Induction} has it. Immutable, any thread.
 *
 * @param starts of the occurrences, in order
 */
record RepeatedBlock(List<Integer> starts) {
  RepeatedBlock {
    starts = List.copyOf(starts);
  }

  /**
   * The first block that occurs as often as is wanted, without overlap.
   *
   * @param block its length; of the last occurrence the last token may be the one that is left out
   */
  static Optional<RepeatedBlock> in(int[] tokens, int block, int occurrences) {
    for (int first = 0; first + block <= tokens.length; first++) {
      List<Integer> starts = new ArrayList<>(List.of(first));
      for (int at = first + block;
          at + block - 1 <= tokens.length && starts.size() < occurrences;
          at++) {
        if (same(tokens, first, at, Math.min(block, tokens.length - at))) {
          starts.add(at);
          at += block - 1;
        }
      }
      if (starts.size() == occurrences) {
        return Optional.of(new RepeatedBlock(starts));
      }
    }
    return Optional.empty();
  }

  private static boolean same(int[] tokens, int one, int other, int length) {
    for (int i = 0; i < length; i++) {
      if (tokens[one + i] != tokens[other + i]) {
        return false;
      }
    }
    return true;
  }
}
