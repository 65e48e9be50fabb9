package grokscope.measure.fourier;

import java.util.SplittableRandom;

/** Logits of all pairs, built by hand. */
final class Cubes {
  interface Cell {
    double at(int a, int b, int c);
  }

  private Cubes() {}

  static Table of(int p, Cell cell) {
    float[] values = new float[p * p * p];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) cell.at(i / (p * p), i / p % p, i % p);
    }
    return new Table(p * p, p, values);
  }

  /** Σ height · cos(2πk(a+b−c)/p). */
  static Table cosines(int p, double height, int... frequencies) {
    return of(
        p,
        (a, b, c) -> {
          double sum = 0;
          for (int k : frequencies) {
            sum += height * Math.cos(2 * Math.PI * k * (a + b - c) / p);
          }
          return sum;
        });
  }

  static Table random(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Table(rows, columns, values);
  }

  /** Marks every third pair or so. */
  static boolean[] split(int pairs) {
    SplittableRandom random = new SplittableRandom(5);
    boolean[] train = new boolean[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      train[pair] = random.nextInt(10) < 3;
    }
    return train;
  }
}
