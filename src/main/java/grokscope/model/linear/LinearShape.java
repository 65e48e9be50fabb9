package grokscope.model.linear;

/**
 * The sizes of a {@link Linear} network.
 *
 * @param numbers tokens; 0 when an example is a row of real numbers
 * @param operands tokens of one example
 * @param features real numbers of one example; 0 when it has tokens
 * @param outputs logits, or real numbers that answer
 * @param biased whether the outputs have biases
 */
record LinearShape(int numbers, int operands, int features, int outputs, boolean biased) {
  /** Real or one-hot inputs of an output. */
  long inputs() {
    return features > 0 ? features : (long) operands * numbers;
  }
}
