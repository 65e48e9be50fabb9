package grokscope.train.step;

import grokscope.kernel.RoundingMark;
import grokscope.model.Parameter;
import grokscope.telemetry.Tensor;
import java.util.List;

/**
 * A network and its data, with what trains it and what looks at it. It knows nothing of runs, time
 * or listeners. Trainer thread only.
 *
 * @param passes what both share
 * @param training changes the weights
 * @param look shows and evaluates them
 */
public record Experiment(LanePasses passes, TrainingStep training, NetworkProbe look)
    implements AutoCloseable {

  /** The names of the trainable matrices, in their order. */
  public List<String> parameterNames() {
    return passes.network().parameters().list().stream().map(Parameter::name).toList();
  }

  /** Copies of the weights as they are now. */
  public List<Tensor> weights() {
    return passes.network().tensorForm().copy(passes.network().parameters());
  }

  /** The word for what computes it. */
  public String backend() {
    return passes.backend().id();
  }

  /** On how many lanes. */
  public int lanes() {
    return passes.backend().lanes();
  }

  /** A mark of how that rounds, for what is computed elsewhere to be compared with. */
  public String rounding() {
    return RoundingMark.of(passes.backend());
  }

  @Override
  public void close() {
    training.close();
    passes.close();
  }
}
