package grokscope.model.mlp;

import grokscope.config.knob.Option;
import grokscope.kernel.Activation;

/**
 * The sizes of an {@link Mlp}.
 *
 * @param numbers tokens; 0 when an example is a row of real numbers
 * @param operands tokens of one example
 * @param features real numbers of one example; 0 when it has tokens
 * @param outputs logits, or real numbers that answer
 * @param input how a number comes in
 * @param embedding numbers per token embedding; 0 where there is none
 * @param embeddings how many tables of them there are: one, or one for each operand; 0 likewise
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
    Input input,
    int embedding,
    int embeddings,
    boolean summed,
    int layers,
    int width,
    Activation activation,
    Biases biases,
    boolean tied,
    boolean averaged) {

  /** How the first layer reads a number of an example. */
  enum Input implements Option {
    /** By its embedding. */
    EMBEDDED("embedded"),
    /** By an input of its own. */
    ONE_HOT("one-hot"),
    /** By its binary digits. */
    BINARY("binary");

    private final String id;

    Input(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }
  }

  /** Which layers have biases. */
  enum Biases implements Option {
    /** The hidden ones. */
    ON("on", "hidden layers"),
    /** None. */
    OFF("off", "none"),
    /** The hidden ones and the output. */
    EVERYWHERE("everywhere", "hidden layers and output");

    private final String id;
    private final String title;

    Biases(String id, String title) {
      this.id = id;
      this.title = title;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** Whether examples are rows of real numbers. */
  boolean hasFeatures() {
    return features > 0;
  }

  /** How many different input matrices there are: one, or one per operand. */
  int inputMatrices() {
    return summed || hasFeatures() ? 1 : operands;
  }

  /** Which of them an operand uses. */
  int inputMatrixOf(int operand) {
    return summed ? 0 : operand;
  }

  /** How many different ways a number can come in: by its embedding and input matrix. */
  int tables() {
    return Math.max(inputMatrices(), embeddings);
  }

  /** Which of them an operand uses. */
  int tableOf(int operand) {
    return tables() == 1 ? 0 : operand;
  }

  boolean hasEmbedding() {
    return embeddings > 0;
  }

  /** Which table of embeddings an operand uses. */
  int embeddingOf(int operand) {
    return embeddings == 1 ? 0 : operand;
  }

  /** Rows of an input matrix. */
  int inputRows() {
    if (hasFeatures()) {
      return features;
    }
    return switch (input) {
      case EMBEDDED -> embedding;
      case ONE_HOT -> numbers;
      case BINARY -> BinaryCode.bits(numbers);
    };
  }

  /** Inputs of a neuron in the first layer. */
  int inputs() {
    return inputMatrices() * inputRows();
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
