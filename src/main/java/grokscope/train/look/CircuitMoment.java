package grokscope.train.look;

import grokscope.measure.fourier.CircuitCurves;
import java.util.List;

/**
 * The circuit of one network, read with given key frequencies. Immutable, any thread.
 *
 * @param step how many updates the network had
 * @param keys the key frequencies, ascending
 * @param curves restricted and excluded loss and accuracy with these
 */
public record CircuitMoment(int step, List<Integer> keys, CircuitCurves curves) {
  public CircuitMoment {
    keys = List.copyOf(keys);
  }
}
