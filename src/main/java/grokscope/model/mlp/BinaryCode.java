package grokscope.model.mlp;

import grokscope.kernel.Backend;
import grokscope.kernel.Matrix;
import grokscope.model.SharedMatrix;

/**
 * The numbers 0 … n − 1 as their binary digits, the ones first: row x has a 1 at column i where ⌊x
 * / 2ⁱ⌋ is odd. It is not trained. Read by all lanes.
 */
final class BinaryCode implements SharedMatrix, AutoCloseable {
  private final Matrix digits; // [numbers, bits(numbers)]

  BinaryCode(int numbers, Backend backend) {
    int bits = bits(numbers);
    double[] rows = new double[numbers * bits];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = ((i / bits) >> (i % bits)) & 1;
    }
    digits = backend.zeros(numbers, bits);
    digits.set(rows);
  }

  /** How many digits are needed to tell this many numbers apart; at least one. */
  static int bits(int numbers) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(numbers - 1));
  }

  @Override
  public Matrix value() {
    return digits;
  }

  @Override
  public void close() {
    digits.close();
  }
}
