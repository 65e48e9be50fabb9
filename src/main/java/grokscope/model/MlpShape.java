package grokscope.model;

import grokscope.kernel.Activation;

/**
 * The sizes of an {@link Mlp}.
 *
 * @param numbers tokens, and classes of the answer
 * @param operands tokens of one example
 * @param embedding numbers per token embedding
 * @param summed whether the embeddings are added; otherwise concatenated
 * @param layers hidden layers
 * @param width neurons in each hidden layer
 * @param activation of the hidden layers
 */
record MlpShape(
    int numbers,
    int operands,
    int embedding,
    boolean summed,
    int layers,
    int width,
    Activation activation) {
  /** How many different input matrices there are: one, or one per operand. */
  int inputTables() {
    return summed ? 1 : operands;
  }

  /** Which of them an operand uses. */
  int tableOf(int operand) {
    return summed ? 0 : operand;
  }
}
