package grokscope.model;

import grokscope.kernel.Activation;

/**
 * The sizes of an {@link Mlp}.
 *
 * @param numbers tokens; 0 when an example is a row of real numbers
 * @param operands tokens of one example
 * @param features real numbers of one example; 0 when it has tokens
 * @param outputs logits, or real numbers that answer
 * @param embedding numbers per token embedding; 0 for one-hot input and for real numbers, which
 *     have no embedding
 * @param summed whether the embeddings are added; otherwise concatenated
 * @param layers hidden layers
 * @param width neurons in each hidden layer
 * @param activation of the hidden layers
 * @param biases which layers have them
 * @param tied whether the unembedding is the transposed embedding, after a matrix back to its width
 * @param averaged whether the logits are divided by inputs · width
 */
record MlpShape(
    int numbers,
    int operands,
    int features,
    int outputs,
    int embedding,
    boolean summed,
    int layers,
    int width,
    Activation activation,
    Biases biases,
    boolean tied,
    boolean averaged) {

  /** Which layers have biases. */
  enum Biases {
    /** None. */
    OFF,
    /** The hidden ones. */
    ON,
    /** The hidden ones and the output. */
    EVERYWHERE
  }

  /** Whether examples are rows of real numbers. */
  boolean hasFeatures() {
    return features > 0;
  }

  /** How many different input matrices there are: one, or one per operand. */
  int inputTables() {
    return summed || hasFeatures() ? 1 : operands;
  }

  /** Which of them an operand uses. */
  int tableOf(int operand) {
    return summed ? 0 : operand;
  }

  boolean hasEmbedding() {
    return embedding > 0;
  }

  /** Rows of an input matrix. */
  int inputRows() {
    return hasFeatures() ? features : hasEmbedding() ? embedding : numbers;
  }

  /** Inputs of a neuron in the first layer. */
  int inputs() {
    return inputTables() * inputRows();
  }

  boolean hasBiases() {
    return biases != Biases.OFF;
  }

  boolean hasOutputBias() {
    return biases == Biases.EVERYWHERE;
  }

  /** What the last product is multiplied with. */
  double logitFactor() {
    return averaged ? 1 / ((double) inputs() * width) : 1;
  }
}
