package grokscope.run.weights;

import grokscope.telemetry.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way in which weights are a network for tasks of some sizes. Immutable, any thread.
 *
 * @param type of the network: "mlp"
 * @param knobs what the weights tell of its settings, by the names of its knobs
 * @param open what they do not tell, with the values that it may have, the likeliest first
 * @param weights in this program's names and shapes
 * @param remarks sentences on what was left out for it
 */
record Fitting(
    String type,
    Map<String, Object> knobs,
    Map<String, List<String>> open,
    List<Tensor> weights,
    List<String> remarks) {
  Fitting {
    knobs = Collections.unmodifiableMap(new LinkedHashMap<>(knobs));
    open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
    weights = List.copyOf(weights);
    remarks = List.copyOf(remarks);
  }

  /** The same with one setting told otherwise, and without some weights. */
  Fitting with(String knob, Object value, List<Tensor> fewer) {
    Map<String, Object> changed = new LinkedHashMap<>(knobs);
    changed.put(knob, value);
    return new Fitting(type, changed, open, fewer, remarks);
  }

  /** The same with more sentences before its own. */
  Fitting after(List<String> earlier) {
    List<String> all = new ArrayList<>(earlier);
    all.addAll(remarks);
    return new Fitting(type, knobs, open, weights, all);
  }

  /** The same with one more sentence. */
  Fitting remarked(String sentence) {
    List<String> more = new ArrayList<>(remarks);
    more.add(sentence);
    return new Fitting(type, knobs, open, weights, more);
  }
}
