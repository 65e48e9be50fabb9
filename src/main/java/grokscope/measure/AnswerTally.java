package grokscope.measure;

import grokscope.telemetry.snapshot.AnswerGrid;

/**
 * How many pairs are answered rightly. Immutable, any thread.
 *
 * @param trained pairs that the network is trained on
 * @param trainedRight of those
 * @param hidden pairs that it never sees
 * @param hiddenRight of those
 */
public record AnswerTally(int trained, int trainedRight, int hidden, int hiddenRight) {
  public static AnswerTally of(AnswerGrid grid) {
    int[] pairs = new int[2];
    int[] right = new int[2];
    for (int i = 0; i < grid.example().length; i++) {
      if (grid.example()[i] >= 0) {
        int split = grid.train()[i] ? 0 : 1;
        pairs[split]++;
        right[split] += grid.right(i) ? 1 : 0;
      }
    }
    return new AnswerTally(pairs[0], right[0], pairs[1], right[1]);
  }
}
