package grokscope.measure;

import grokscope.measure.fourier.NeuronFrequencies;
import grokscope.measure.fourier.Table;
import java.util.List;

/**
 * A thorough look inside a network: each part is computed when it is first asked for, and then
 * kept. A part is asked for only where {@link Applicability} says that there is one. Trainer thread
 * only, and only until the next step.
 */
public interface ThoroughProbe {
  /** What the network does with a table of sums. */
  CircuitReport circuit();

  /**
   * The frequencies of the last hidden layer's neurons over all pairs of a table of sums; of
   * quadratic ones, of what they square.
   */
  NeuronFrequencies neurons();

  /** From the last hidden layer's neurons to the logits of a table of sums. */
  LogitMap logitMap();

  /** What each number of a table of sums first meets, as every operand: a row for each. */
  Table numbers();

  /**
   * How much of the logits of a table of products are characters, for each irreducible
   * representation but the trivial one.
   */
  List<RepresentationShare> characterShares();

  /** The embedding: a row for each token. */
  Table embedding();

  /** Activations of the last hidden layer: a row for each of at most 1,000 examples. */
  Table features();

  /** How far the softmax of the training examples has left its working precision. */
  SoftmaxSaturation saturation();

  /** How many linear regions meet around training examples: all layers' neurons together. */
  double trainComplexity();

  /** The same around hidden examples. */
  double testComplexity();
}
