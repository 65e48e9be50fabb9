package grokscope.train;

import java.util.SplittableRandom;

/**
 * The independent random streams of a run, derived from its one seed. Each call starts the stream
 * anew. Immutable, any thread.
 */
record Seeds(long seed) {

  /** Which examples are trained on. */
  SplittableRandom split() {
    return stream(1);
  }

  /** The initial weights. */
  SplittableRandom initialization() {
    return stream(2);
  }

  /** The order of mini-batches. */
  SplittableRandom batches() {
    return stream(3);
  }

  /** The noise on gradients and weights. */
  SplittableRandom noise() {
    return stream(4);
  }

  /** What a task draws to make its table. */
  SplittableRandom task() {
    return stream(5);
  }

  /** Which training examples get which wrong answer. */
  SplittableRandom labelNoise() {
    return stream(6);
  }

  /** What dropout leaves out. */
  SplittableRandom dropout() {
    return stream(7);
  }

  private SplittableRandom stream(int number) {
    // Splitting from a generator of the seed keeps the streams apart even for neighbouring seeds.
    SplittableRandom root = new SplittableRandom(seed);
    SplittableRandom stream = root.split();
    for (int i = 1; i < number; i++) {
      stream = root.split();
    }
    return stream;
  }
}
