package grokscope.model.transformer;

import grokscope.config.knob.Option;

/**
 * What a transformer is made of, beside its sizes.
 *
 * @param norm where it has layer normalisation
 * @param positions how it knows the order of the tokens
 * @param mlp whether a block has an MLP after its attention
 * @param biases whether the MLPs have them
 * @param tied whether the unembedding is the transposed embedding, of as many tokens as there are
 *     logits
 * @param dropout the share of activations that is left out after the embeddings, after attention
 *     and after the MLP, while gradients are taken
 * @param mask what a position sees
 */
record TransformerForm(
    Norm norm,
    Positions positions,
    boolean mlp,
    boolean biases,
    boolean tied,
    double dropout,
    Mask mask) {

  /** What a position sees. */
  enum Mask implements Option {
    /** Itself and what comes before it. */
    CAUSAL("causal"),
    /** The whole sequence. */
    NONE("none");

    private final String id;

    Mask(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }
  }

  /** Where layer normalisation stands. */
  enum Norm implements Option {
    /** Nowhere. */
    NONE("none"),
    /** Before attention, before the MLP, and before the unembedding. */
    PRE("pre"),
    /** After each sum of the residual stream, as in Vaswani et al. 2017 (arXiv 1706.03762). */
    POST("post");

    private final String id;

    Norm(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }
  }

  /** What is added to the embeddings. */
  enum Positions implements Option {
    /** A trained row for each position. */
    LEARNED("learned"),
    /** Sines and cosines, as in Vaswani et al. 2017, over √d_model as the embeddings are. */
    SINUSOIDAL("sinusoidal"),
    /** Nothing: only a causal mask tells positions apart, and with one layer nothing does. */
    NONE("none");

    private final String id;

    Positions(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }
  }

  boolean causal() {
    return mask == Mask.CAUSAL;
  }

  /** Whether this is the form of Nanda et al. 2023 (arXiv 2301.05217), up to the mask. */
  boolean isNandas() {
    return norm == Norm.NONE
        && positions == Positions.LEARNED
        && mlp
        && biases
        && !tied
        && dropout == 0;
  }

  /** Whether there are biases or gains. */
  boolean vectors() {
    return norm != Norm.NONE || (mlp && biases);
  }

  boolean pre() {
    return norm == Norm.PRE;
  }

  boolean post() {
    return norm == Norm.POST;
  }

  /** How many layer normalisations a block has. */
  int normsPerBlock() {
    return norm == Norm.NONE ? 0 : mlp ? 2 : 1;
  }
}
