package grokscope.run.weights;

import grokscope.telemetry.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of a file in this program's names and shapes. Immutable, any thread.
 *
 * @param weights by this program's names
 * @param told what else the file says of the network, by the names of knobs: "mask"
 * @param remarks sentences on what was merged or left out
 */
record Renamed(Map<String, Tensor> weights, Map<String, String> told, List<String> remarks) {
  Renamed {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
    remarks = List.copyOf(remarks);
  }

  /** The same with more sentences before its own. */
  Renamed after(Collection<String> earlier) {
    List<String> all = new ArrayList<>(earlier);
    all.addAll(remarks);
    return new Renamed(weights, told, all);
  }
}
