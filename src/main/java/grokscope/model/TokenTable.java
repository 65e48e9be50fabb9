package grokscope.model;

import grokscope.kernel.Indices;

/**
 * Every token at every position as one row: row = position·vocabulary + token. The residual stream
 * starts as one of these few hundred rows, so what the first block needs of it is computed for the
 * rows and not for the examples. Immutable.
 */
final class TokenTable {
  private final int vocabulary;
  private final int context;

  TokenTable(int vocabulary, int context) {
    this.vocabulary = vocabulary;
    this.context = context;
  }

  int rows() {
    return vocabulary * context;
  }

  int row(int position, int token) {
    return position * vocabulary + token;
  }

  Indices tokens() {
    Indices tokens = new Indices(rows());
    for (int row = 0; row < rows(); row++) {
      tokens.set(row, row % vocabulary);
    }
    return tokens;
  }

  Indices positions() {
    Indices positions = new Indices(rows());
    for (int row = 0; row < rows(); row++) {
      positions.set(row, row / vocabulary);
    }
    return positions;
  }
}
