package grokscope.run.weights;

import grokscope.run.format.NamedPart;
import grokscope.telemetry.Tensor;

/** Arrays under the names of this program. Stateless. */
final class OurTensor {
  private OurTensor() {}

  /** The same values under a name of this program, with the part that it speaks for. */
  static Tensor of(String name, Tensor tensor) {
    return new Tensor(name, NamedPart.of(name), tensor.shape(), tensor.values());
  }
}
