package grokscope.telemetry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a matrix of weights is in its network. Code that looks for weights asks for their part, so
 * that a network may name them as it likes; names are for people and files.
 */
public enum Part {
  /** A row for each token, which the rest of the network reads: W_E, or one for each operand. */
  EMBEDDING,
  /** A row for each position: W_pos. */
  POSITIONS,
  /** Multiplied with the inputs: of one-hot tokens it has a row for each. */
  INPUT,
  /** W_Q of an attention, a head's columns side by side. */
  QUERY,
  /** W_K, likewise. */
  KEY,
  /** W_V, likewise. */
  VALUE,
  /** W_O of an attention, the heads' rows one under the other. */
  ATTENTION_OUT,
  /** From the residual stream to hidden neurons. */
  MLP_IN,
  /** From hidden neurons to what the unembedding reads. */
  MLP_OUT,
  /** From hidden neurons to the next layer's. */
  HIDDEN,
  /** To the logits, a column for each: W_U. */
  UNEMBEDDING,
  /** Gain or bias of a layer normalisation. */
  NORM,
  /** Added to a layer's sums. */
  BIAS,
  /** No weights, such as what an optimiser remembers of them. */
  NONE;

  /** As files have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The part with a word; empty where this program knows none. */
  public static Optional<Part> of(String word) {
    return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
  }
}
