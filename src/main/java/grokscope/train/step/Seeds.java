package grokscope.train.step;

import grokscope.kernel.RandomStream;

/**
 * The independent random streams of a run, derived from its one seed. Each call starts the stream
 * anew. Immutable, any thread.
 */
public record Seeds(long seed) {

  /** Which examples are trained on. */
  public RandomStream split() {
    return stream(1);
  }

  /** The initial weights. */
  public RandomStream initialization() {
    return stream(2);
  }

  /** The order of mini-batches. */
  public RandomStream batches() {
    return stream(3);
  }

  /** The noise on gradients and weights. */
  RandomStream noise() {
    return stream(4);
  }

  /** What a task draws to make its table. */
  public RandomStream task() {
    return stream(5);
  }

  /** Which training examples get which wrong answer. */
  RandomStream labelNoise() {
    return stream(6);
  }

  /** What dropout leaves out. */
  RandomStream dropout() {
    return stream(7);
  }

  /** What a run draws from once the share of its training examples has changed. */
  RandomStream changes() {
    return stream(8);
  }

  /** What measures draw. */
  RandomStream measures() {
    return stream(9);
  }

  private RandomStream stream(int number) {
    // Splitting from a generator of the seed keeps the streams apart even for neighbouring seeds.
    RandomStream root = new RandomStream(seed);
    RandomStream stream = root.split();
    for (int i = 1; i < number; i++) {
      stream = root.split();
    }
    return stream;
  }
}
