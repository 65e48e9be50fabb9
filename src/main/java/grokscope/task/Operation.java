package grokscope.task;

import grokscope.config.knob.Option;

/**
 * A binary operation on the whole numbers modulo n: those of Power et al. (2022). Immutable, any
 * thread.
 */
public enum Operation implements Option {
  /** x + y. */
  ADD("x+y", "x + y") {
    @Override
    int result(long x, long y, int n) {
      return mod(x + y, n);
    }

    @Override
    boolean commutes() {
      return true;
    }
  },
  /** x − y. */
  SUBTRACT("x-y", "x − y") {
    @Override
    int result(long x, long y, int n) {
      return mod(x - y, n);
    }
  },
  /** x · y, which the code of Power et al. has beside the paper's. */
  MULTIPLY("x*y", "x · y") {
    @Override
    int result(long x, long y, int n) {
      return mod(x * y, n);
    }

    @Override
    boolean commutes() {
      return true;
    }
  },
  /** x · y⁻¹, for y ≠ 0. */
  DIVIDE("x/y", "x / y") {
    @Override
    int result(long x, long y, int n) {
      return mod(x * inverse(y, n), n);
    }

    @Override
    int firstY() {
      return 1;
    }

    @Override
    boolean divides() {
      return true;
    }
  },
  /** x · y⁻¹ where y is odd, x − y where it is even; 0 is even, so no pair is lost. */
  DIVIDE_OR_SUBTRACT("x/y if y odd else x-y", "x / y if y is odd, else x − y") {
    @Override
    int result(long x, long y, int n) {
      return y % 2 == 1 ? mod(x * inverse(y, n), n) : mod(x - y, n);
    }

    @Override
    boolean divides() {
      return true;
    }
  },
  /** x² + y². */
  SQUARES("x^2+y^2", "x² + y²") {
    @Override
    int result(long x, long y, int n) {
      return mod(x * x + y * y, n);
    }

    @Override
    boolean commutes() {
      return true;
    }
  },
  /** x² + xy + y². */
  QUADRATIC("x^2+xy+y^2", "x² + xy + y²") {
    @Override
    int result(long x, long y, int n) {
      return mod(x * x + x * y + y * y, n);
    }

    @Override
    boolean commutes() {
      return true;
    }
  },
  /** x² + xy + y² + x. */
  QUADRATIC_PLUS_X("x^2+xy+y^2+x", "x² + xy + y² + x") {
    @Override
    int result(long x, long y, int n) {
      return mod(x * x + x * y + y * y + x, n);
    }
  },
  /** x³ + xy. */
  CUBIC("x^3+xy", "x³ + xy") {
    @Override
    int result(long x, long y, int n) {
      return mod(x * x * x + x * y, n);
    }
  },
  /** x³ + xy² + y. */
  CUBIC_PLUS_Y("x^3+xy^2+y", "x³ + xy² + y") {
    @Override
    int result(long x, long y, int n) {
      return mod(x * x * x + x * y * y + y, n);
    }
  };

  private final String id;
  private final String title;

  Operation(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The result for x and y in 0 … n − 1. With an n up to 199 nothing overflows. */
  abstract int result(long x, long y, int n);

  /** The smallest y of the table; 1 where 0 has no result. */
  int firstY() {
    return 0;
  }

  /** Whether it needs inverses, and with them a prime modulus. */
  boolean divides() {
    return false;
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether x and y can change places. */
  boolean commutes() {
    return false;
  }

  /** The number whose product with y is 1 modulo a prime n: y to the power n − 2 (Fermat). */
  static int inverse(long y, int n) {
    long result = 1;
    for (int i = 0; i < n - 2; i++) {
      result = result * y % n;
    }
    return (int) result;
  }

  static boolean isPrime(int n) {
    for (int d = 2; d * d <= n; d++) {
      if (n % d == 0) {
        return false;
      }
    }
    return n > 1;
  }

  private static int mod(long value, int n) {
    return (int) Math.floorMod(value, (long) n);
  }

  @Override
  public String id() {
    return id;
  }
}
