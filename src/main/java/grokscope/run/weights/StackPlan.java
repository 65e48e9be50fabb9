package grokscope.run.weights;

import java.util.List;
import java.util.Optional;

/**
 * One way to understand a {@link Stack}. Immutable.
 *
 * @param embeddings none (the first layer reads one-hot tokens), one for both operands, or two
 * @param first one matrix that reads the operands side by side or added, or one for each
 * @param joined whether the one matrix reads them side by side
 * @param hidden the later hidden layers
 * @param output leads to the logits; or, where the embedding does so, back to its width
 * @param tied whether the embedding does so
 */
record StackPlan(
    List<Use> embeddings,
    List<Use> first,
    boolean joined,
    List<Use> hidden,
    Optional<Use> output,
    boolean tied) {
  StackPlan {
    embeddings = List.copyOf(embeddings);
    first = List.copyOf(first);
    hidden = List.copyOf(hidden);
  }

  /** A matrix, and whether it has to be transposed to be [inputs, outputs]. */
  record Use(Stack.Layer layer, boolean turned) {
    int in() {
      return turned ? layer.columns() : layer.rows();
    }

    int out() {
      return turned ? layer.rows() : layer.columns();
    }
  }
}
