package grokscope.telemetry.snapshot;

/**
 * A network's answers to every pair (a, b), in the order a·side + b. Nobody writes to the arrays
 * after construction; any thread may read.
 *
 * @param side how many values an operand has
 * @param example the row of the task's table of each pair; −1 where the table has no such pair
 * @param answer what the network is to answer; −1 likewise
 * @param train whether it is trained on the pair
 * @param predicted the class with the largest logit; −1 where there is no pair
 * @param probability what the softmax gives to the right answer; 0 likewise
 * @param confidence what it gives to the predicted one; 0 likewise
 */
// Plain arrays on purpose: they are large, and nothing compares grids.
@SuppressWarnings("ArrayRecordComponent")
public record AnswerGrid(
    int side,
    int[] example,
    int[] answer,
    boolean[] train,
    int[] predicted,
    float[] probability,
    float[] confidence) {
  /** Whether there is a pair (a, b). */
  public boolean has(int a, int b) {
    return example[index(a, b)] >= 0;
  }

  /** Whether an entry is answered rightly; what has no number for a probability is no answer. */
  public boolean right(int index) {
    return predicted[index] == answer[index] && !Float.isNaN(probability[index]);
  }

  /** Where the arrays hold the pair (a, b). */
  public int index(int a, int b) {
    return a * side + b;
  }
}
