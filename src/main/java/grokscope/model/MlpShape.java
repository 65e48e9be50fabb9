package grokscope.model;

import grokscope.kernel.Activation;

/**
 * The sizes of an {@link Mlp}.
 *
 * @param numbers tokens, and classes of the answer
 * @param operands tokens of one example
 * @param embedding numbers per token embedding; 0 for one-hot input, which has no embedding
 * @param summed whether the embeddings are added; otherwise concatenated
 * @param layers hidden layers
 * @param width neurons in each hidden layer
 * @param activation of the hidden layers
 * @param biases whether the hidden layers have them
 * @param tied whether the unembedding is the transposed embedding, after a matrix back to its width
 * @param averaged whether the logits are divided by inputs · width
 */
record MlpShape(
    int numbers,
    int operands,
    int embedding,
    boolean summed,
    int layers,
    int width,
    Activation activation,
    boolean biases,
    boolean tied,
    boolean averaged) {
  /** How many different input matrices there are: one, or one per operand. */
  int inputTables() {
    return summed ? 1 : operands;
  }

  /** Which of them an operand uses. */
  int tableOf(int operand) {
    return summed ? 0 : operand;
  }

  boolean oneHot() {
    return embedding == 0;
  }

  /** Rows of an input matrix. */
  int inputRows() {
    return oneHot() ? numbers : embedding;
  }

  /** Inputs of a neuron in the first layer. */
  int inputs() {
    return inputTables() * inputRows();
  }

  /** What the last product is multiplied with. */
  double logitFactor() {
    return averaged ? 1 / ((double) inputs() * width) : 1;
  }
}
