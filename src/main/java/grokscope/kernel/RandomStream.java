package grokscope.kernel;

import java.util.random.RandomGenerator;

/**
 * A stream of random numbers whose state can be read and put back: SplitMix of Steele, Lea and
 * Flood 2014 (Fast splittable pseudorandom number generators, OOPSLA), which draws the same numbers
 * as Java's own {@code SplittableRandom}. One thread at a time.
 *
 * <p>The state s is a 64-bit number that grows by an odd γ at every draw, and what is drawn is a
 * mix of it: with {@code z ^= z >>> a; z *= m; z ^= z >>> b; z *= n; z ^= z >>> c} for 64 bits. A
 * stream splits off another whose state is drawn and whose γ is mixed from the next state.
 */
public final class RandomStream implements RandomGenerator {
  /** 2⁶⁴ divided by the golden ratio, made odd: γ of a stream that was not split off. */
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /** With fewer changes of bits than this a γ is too regular, and half of its bits are flipped. */
  private static final int LEAST_CHANGES = 24;

  private static final long EVERY_OTHER_BIT = 0xaaaaaaaaaaaaaaaaL;

  private long state;
  private long gamma;

  /** The stream of a seed. */
  public RandomStream(long seed) {
    this(seed, GOLDEN_GAMMA);
  }

  private RandomStream(long state, long gamma) {
    this.state = state;
    this.gamma = gamma;
  }

  /** Splits off another stream, whose numbers do not depend on how many this one still draws. */
  public RandomStream split() {
    return new RandomStream(nextLong(), mixedGamma(next()));
  }

  /** Where the stream is; with {@link #gamma} all there is to know of it. */
  public long state() {
    return state;
  }

  /** By what the state grows at every draw; odd. */
  public long gamma() {
    return gamma;
  }

  /**
   * Goes on as the stream of which these were read.
   *
   * @throws IllegalArgumentException when the gamma is even, which no stream has
   */
  public void continueFrom(long otherState, long otherGamma) {
    if ((otherGamma & 1) == 0) {
      throw new IllegalArgumentException("the gamma of a random stream is odd, not " + otherGamma);
    }
    state = otherState;
    gamma = otherGamma;
  }

  private long next() {
    state += gamma;
    return state;
  }

  @Override
  public long nextLong() {
    long z = next();
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public int nextInt() {
    long z = next();
    z = (z ^ (z >>> 33)) * 0x62a9d9ed799705f5L;
    return (int) (((z ^ (z >>> 28)) * 0xcb24d0a5c88c35b3L) >>> 32);
  }

  private static long mixedGamma(long from) {
    long z = from;
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    z = (z ^ (z >>> 33)) | 1;
    return Long.bitCount(z ^ (z >>> 1)) < LEAST_CHANGES ? z ^ EVERY_OTHER_BIT : z;
  }
}
