package grokscope.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.DoubleArrayRef;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** The trainable tensors of a network, made of the given ones as it asks for them. */
final class Weights {
  private final Map<String, Given.Values> given;
  private final torch.ScalarType type;
  private final Map<String, Tensor> made = new HashMap<>();

  /** Weights in one precision, that of all arithmetic with them. */
  Weights(Map<String, Given.Values> given, torch.ScalarType type) {
    this.given = given;
    this.type = type;
  }

  /** A given matrix; a single row is a bias and has one dimension. */
  Tensor get(String name) {
    return made.computeIfAbsent(name, this::leaf);
  }

  /** Whether such a matrix was given. */
  boolean has(String name) {
    return given.containsKey(name);
  }

  private Tensor leaf(String name) {
    Given.Values values = values(name);
    Tensor flat = tensor(values);
    Tensor shaped = values.rows() == 1 ? flat : flat.reshape(values.rows(), values.columns());
    return shaped.clone().requires_grad_();
  }

  /** Given matrices one under the other, as one trainable matrix. */
  Tensor stacked(List<String> names) {
    TensorVector parts = new TensorVector();
    for (String name : names) {
      Given.Values values = values(name);
      parts.push_back(tensor(values).reshape(values.rows(), values.columns()));
    }
    Tensor whole = torch.cat(parts, 0).clone().requires_grad_();
    made.put(String.join("+", names), whole);
    return whole;
  }

  private Tensor tensor(Given.Values values) {
    double[] flat = values.flat();
    return torch.tensor(new DoubleArrayRef(new DoublePointer(flat), flat.length)).to(type);
  }

  private Given.Values values(String name) {
    Given.Values values = given.get(name);
    if (values == null) {
      throw new IllegalArgumentException("no weights called " + name + " in " + given.keySet());
    }
    return values;
  }

  /** All that were asked for. */
  TensorVector all() {
    List<Tensor> tensors = new ArrayList<>(made.values());
    return new TensorVector(tensors.toArray(new Tensor[0]));
  }
}
