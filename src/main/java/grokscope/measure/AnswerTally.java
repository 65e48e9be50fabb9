package grokscope.measure;

import grokscope.telemetry.snapshot.AnswerSet;

/**
 * How many examples are answered rightly. Immutable, any thread.
 *
 * @param trained examples that the network is trained on with their right answers
 * @param trainedRight of those
 * @param hidden examples that it is not trained on
 * @param hiddenRight of those
 * @param mislabeled examples that it is trained on with a wrong answer
 * @param asGiven of those, answered with that wrong answer
 * @param byRule of those, answered rightly all the same
 */
public record AnswerTally(
    int trained,
    int trainedRight,
    int hidden,
    int hiddenRight,
    int mislabeled,
    int asGiven,
    int byRule) {
  /** Counts the entries that have an example. */
  public static AnswerTally of(AnswerSet answers) {
    int[] trained = new int[2];
    int[] hidden = new int[2];
    int[] mislabeled = new int[3];
    for (int i = 0; i < answers.size(); i++) {
      int right = answers.right(i) ? 1 : 0;
      if (!answers.has(i)) {
        continue;
      }
      if (answers.mislabeled(i)) {
        mislabeled[0]++;
        mislabeled[1] += right;
        mislabeled[2] += answers.byRule(i) ? 1 : 0;
      } else {
        int[] side = answers.train()[i] ? trained : hidden;
        side[0]++;
        side[1] += right;
      }
    }
    return new AnswerTally(
        trained[0], trained[1], hidden[0], hidden[1], mislabeled[0], mislabeled[1], mislabeled[2]);
  }
}
