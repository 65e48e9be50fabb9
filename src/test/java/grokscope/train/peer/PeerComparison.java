package grokscope.train.peer;

import java.util.Map;

/**
 * What came out for one network.
 *
 * @param losses of each side before the last of the common steps
 * @param results of each side by name; the products only for the paper's network
 */
record PeerComparison(
    PeerNetwork network, Map<String, Double> losses, Map<String, Race.Result> results) {
  /** The name of libtorch in double precision, which trains along but does not race. */
  static final String EXACT = "exact";

  /** The name of our own double precision. */
  static final String OURS_IN_DOUBLE = "ours in double";

  boolean has(String side) {
    return results.containsKey(side);
  }

  double millis(String side) {
    return results.get(side).millis();
  }

  /** How many times the one's step takes the other's. */
  double ratio(String side, String other) {
    return millis(side) / millis(other);
  }
}
