package grokscope.model;

/**
 * What can be seen inside a network: the neurons and the attention of the batch that went forward
 * last. That lane's thread only, and only until the next pass.
 */
public interface Activations {
  /** A network in which there is nothing to see but its logits. */
  Activations NOTHING =
      new Activations() {
        @Override
        public int layers() {
          return 0;
        }

        @Override
        public int neurons() {
          return 0;
        }

        @Override
        public void copyNeurons(int layer, int example, float[] to, int at) {
          throw new IllegalStateException("there are no neurons");
        }

        @Override
        public boolean squares() {
          return false;
        }

        @Override
        public void copySums(int layer, int example, float[] to, int at) {
          throw new IllegalStateException("there are no neurons");
        }

        @Override
        public int heads() {
          return 0;
        }

        @Override
        public int context() {
          return 0;
        }

        @Override
        public int[] asking(int layer, int example) {
          throw new IllegalStateException("there are no heads");
        }

        @Override
        public void copyAttention(int layer, int example, int n, float[] to, int at) {
          throw new IllegalStateException("there are no heads");
        }
      };

  /** How many layers there are, of neurons, heads or both. */
  int layers();

  /** How many neurons a layer has; 0 for none. */
  int neurons();

  /** Copies the activations of a layer's neurons where an example is answered first. */
  void copyNeurons(int layer, int example, float[] to, int at);

  /** Whether a neuron's activation is the square of what it sums up. */
  boolean squares();

  /** Copies what these neurons sum up with their biases; only where they square it. */
  void copySums(int layer, int example, float[] to, int at);

  /** How many attention heads a layer has; 0 for none. */
  int heads();

  /** How many positions of a sequence there are to look at; 0 without heads. */
  int context();

  /** The positions of an example that ask in a layer, in the order of the queries. */
  int[] asking(int layer, int example);

  /**
   * Copies where the n-th query of an example looks: for each head a weight for each of the {@link
   * #context} positions, 0 where it cannot look.
   */
  void copyAttention(int layer, int example, int n, float[] to, int at);
}
