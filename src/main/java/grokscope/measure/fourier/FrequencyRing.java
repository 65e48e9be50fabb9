package grokscope.measure.fourier;

/**
 * The order of the numbers on the circle of a frequency k: x stands at the angle 2πkx/p. Where k
 * and p share a factor, as many numbers stand in one place. Immutable, any thread.
 *
 * @param p how many numbers
 * @param frequency k, from 1
 */
public record FrequencyRing(int p, int frequency) {
  /** How many different places there are. */
  public int positions() {
    return p / divisor();
  }

  /** The place of a number, counted along the circle from 0. */
  public int place(int number) {
    return (int) Math.floorMod((long) frequency * number, (long) p) / divisor();
  }

  /** What must be added to a number to get to its neighbour: s with s·k ≡ gcd(k, p) mod p. */
  public int step() {
    int places = positions();
    int turns = frequency / divisor();
    for (int s = 1; s < places; s++) {
      if ((long) s * turns % places == 1 % places) {
        return s;
      }
    }
    return 1 % p;
  }

  /** The number after another along the circle. */
  public int next(int number) {
    return (number + step()) % p;
  }

  /** The number before another along the circle. */
  public int previous(int number) {
    return Math.floorMod(number - step(), p);
  }

  private int divisor() {
    int larger = p;
    int smaller = frequency;
    while (smaller != 0) {
      int rest = larger % smaller;
      larger = smaller;
      smaller = rest;
    }
    return larger;
  }
}
