package grokscope.measure.fourier;

/** Which weights of a network hold what it knows of each number. */
public enum NumberWeights {
  /** Embeddings, one table that all operands share or one for each. */
  EMBEDDING("embedding"),
  /** The first layer's own, one table for each operand or one for all. */
  INPUT("input weights");

  private final String words;

  NumberWeights(String words) {
    this.words = words;
  }

  /** Of a network with an embedding or without. */
  public static NumberWeights of(boolean embedded) {
    return embedded ? EMBEDDING : INPUT;
  }

  /** What they are called, in words that can follow "the". */
  public String words() {
    return words;
  }
}
