package grokscope.run.weights;

import grokscope.task.TaskShape;
import grokscope.telemetry.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A network without a hidden layer. Immutable. */
final class LinearDraft implements Draft {
  private static final String BIAS = "linear.b";

  private final Map<String, Tensor> weights;
  private final List<String> remarks;
  private final int tables;
  private final int inputs;
  private final int outputs;

  LinearDraft(Renamed renamed) {
    weights = renamed.weights();
    remarks = renamed.remarks();
    int[] shape =
        weights.values().stream()
            .filter(tensor -> !tensor.name().equals(BIAS))
            .findFirst()
            .orElseThrow()
            .shape();
    inputs = shape[0];
    outputs = shape[1];
    tables = weights.size() - (weights.containsKey(BIAS) ? 1 : 0);
  }

  @Override
  public String words() {
    return "a linear network of " + inputs + " inputs for each operand and " + outputs + " answers";
  }

  @Override
  public List<String> remarks() {
    return remarks;
  }

  @Override
  public String type() {
    return "linear";
  }

  @Override
  public Map<String, Object> knobs() {
    return Map.of("biases", weights.containsKey(BIAS) ? "on" : "off");
  }

  @Override
  public List<Integer> numbers() {
    return inputs == outputs && tables == 2 ? List.of(outputs) : List.of();
  }

  @Override
  public List<Fitting> fit(TaskShape task) {
    boolean fits =
        task.hasTokens()
            ? tables == task.operands() && inputs == task.numbers()
            : tables == 1 && inputs == task.features();
    boolean answers =
        task.allAnswers() == 1 && outputs == (task.valued() ? task.outputs() : task.classes());
    return fits && answers
        ? List.of(
            new Fitting("linear", knobs(), Map.of(), List.copyOf(weights.values()), List.of()))
        : List.of();
  }

  @Override
  public List<Fitting> fitLoosely(TaskShape task) {
    List<Fitting> all = new ArrayList<>(fit(task));
    Tensor bias = weights.get(BIAS);
    if (bias != null && Turned.isZero(bias)) {
      for (Fitting fitting : List.copyOf(all)) {
        all.add(
            fitting
                .with(
                    "biases",
                    "off",
                    fitting.weights().stream().filter(each -> !each.name().equals(BIAS)).toList())
                .remarked("The biases are zero and were left out."));
      }
    }
    return all;
  }
}
