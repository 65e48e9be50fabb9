package grokscope.telemetry;

import java.util.List;

/**
 * Numbers of the same kind at one step, one for each of several things: what a curve is for a
 * single number. Nobody writes to the array after construction; any thread may read.
 *
 * @param run the id of the run
 * @param step how many updates the network had
 * @param about what is measured
 * @param labels of what, one for each value; the same list at every step
 * @param values one for each label
 */
// A plain array on purpose: there are many profiles, and nothing compares them.
@SuppressWarnings("ArrayRecordComponent")
public record Profile(long run, int step, About about, List<String> labels, float[] values) {

  /** What may be measured. */
  public enum About {
    /** Each frequency's share of the embedding's power, the constant left out. */
    EMBEDDING_SHARES,
    /** Σw² of each matrix of weights. */
    NORMS
  }

  /**
   * A profile.
   *
   * @throws IllegalArgumentException when there is not a value for each label
   */
  public Profile {
    if (labels.size() != values.length) {
      throw new IllegalArgumentException(values.length + " values for " + labels.size());
    }
  }
}
