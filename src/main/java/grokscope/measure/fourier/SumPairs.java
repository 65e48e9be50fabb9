package grokscope.measure.fourier;

import java.util.Arrays;

/**
 * All p² pairs (a, b) of numbers modulo p, pair a·p + b, with their sum a+b or difference a−b,
 * which is the right answer as well. Every sum belongs to p pairs, a "diagonal". Immutable, any
 * thread.
 */
public final class SumPairs {
  private final FourierBasis basis;
  private final int[] sums;
  private final int[] bySum;

  private SumPairs(FourierBasis basis, int factor) {
    int p = basis.p();
    this.basis = basis;
    this.sums = new int[p * p];
    this.bySum = new int[p * p];
    Arrays.setAll(sums, pair -> Math.floorMod(pair / p + factor * (pair % p), p));
    int[] filled = new int[p];
    for (int pair = 0; pair < sums.length; pair++) {
      int sum = sums[pair];
      bySum[sum * p + filled[sum]++] = pair;
    }
  }

  /** The pairs with a+b mod p. */
  public static SumPairs added(FourierBasis basis) {
    return new SumPairs(basis, 1);
  }

  /** The pairs with a−b mod p; every statement about sums then holds for differences. */
  public static SumPairs subtracted(FourierBasis basis) {
    return new SumPairs(basis, -1);
  }

  /** The basis on single numbers. */
  public FourierBasis basis() {
    return basis;
  }

  int p() {
    return basis.p();
  }

  int count() {
    return sums.length;
  }

  /** The sum of a pair. */
  int sum(int pair) {
    return sums[pair];
  }

  /** The pair number n, 0 … p−1, of those with a sum. */
  int pairWith(int sum, int n) {
    return bySum[sum * p() + n];
  }

  /**
   * u_k of length 1 on the p² pairs: (√2/p)·cos(2πk(a+b)/p), which is (c_k⊗c_k − s_k⊗s_k)/√2 in
   * rows of the basis.
   */
  public double[] cosineDirection(int frequency) {
    double[] direction = new double[count()];
    double scale = Math.sqrt(2) / p();
    Arrays.setAll(direction, pair -> scale * Math.cos(basis.angle(frequency, sums[pair])));
    return direction;
  }

  /**
   * v_k of length 1 on the p² pairs: (√2/p)·sin(2πk(a+b)/p), which is (s_k⊗c_k + c_k⊗s_k)/√2 in
   * rows of the basis.
   */
  public double[] sineDirection(int frequency) {
    double[] direction = new double[count()];
    double scale = Math.sqrt(2) / p();
    Arrays.setAll(direction, pair -> scale * Math.sin(basis.angle(frequency, sums[pair])));
    return direction;
  }
}
