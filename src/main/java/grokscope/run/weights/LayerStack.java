package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import grokscope.telemetry.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Networks without attention under any names, such as those of PyTorch's {@code nn.Embedding} and
 * {@code nn.Linear}: what is what follows from the shapes and from the order of the names.
 * Stateless, any thread.
 */
final class LayerStack implements Layout {
  private static final int MOST_MEANINGS = 16;

  @Override
  public String words() {
    return "layers under names of its own";
  }

  @Override
  public List<Renamed> read(NamedArrays arrays) throws InvalidConfig {
    Optional<Stack> stack = Stack.of(arrays);
    List<StackPlan> plans = stack.map(StackSearch::plans).orElse(List.of());
    if (plans.size() > MOST_MEANINGS) {
      throw new InvalidConfig(
          "",
          "the shapes of the file's arrays ("
              + arrays.some()
              + ") leave "
              + plans.size()
              + " ways to put them together");
    }
    List<Renamed> all = new ArrayList<>();
    for (StackPlan plan : plans) {
      all.add(new Filling(stack.orElseThrow(), plan, new Placement(arrays)).read());
    }
    return all;
  }

  /** Brings the arrays of a plan into this program's names. One thread. */
  private static final class Filling {
    private final StackPlan plan;
    private final Placement placement;
    private final Map<String, Tensor> weights = new LinkedHashMap<>();
    private final Map<Stack.Layer, String> biases = new LinkedHashMap<>();

    Filling(Stack stack, StackPlan plan, Placement placement) {
      this.plan = plan;
      this.placement = placement;
      List<StackPlan.Use> linear = new ArrayList<>(plan.first());
      linear.addAll(plan.hidden());
      plan.output().ifPresent(linear::add);
      List<String> free = new ArrayList<>(stack.unnamed());
      for (StackPlan.Use use : linear) {
        stack.biasOf(use.layer()).ifPresent(bias -> biases.put(use.layer(), bias));
      }
      free.removeAll(biases.values());
      for (StackPlan.Use use : linear) { // by their order, where names say nothing
        boolean next =
            !biases.containsKey(use.layer())
                && !free.isEmpty()
                && length(placement.shape(free.get(0))) == use.out();
        if (next) {
          biases.put(use.layer(), free.remove(0));
        }
      }
    }

    private static int length(int[] shape) {
      int length = 1;
      for (int each : shape) {
        length *= each;
      }
      return length;
    }

    Renamed read() throws InvalidConfig {
      boolean linear = plan.output().isEmpty() || plan.first().isEmpty();
      if (linear) {
        linear();
      } else {
        layers();
      }
      return new Renamed(weights, Map.of(), placement.finish());
    }

    private void linear() throws InvalidConfig {
      if (plan.output().isPresent()) {
        StackPlan.Use both = plan.output().get();
        halves(matrix(both), "linear.W_");
        bias(both).ifPresent(bias -> put("linear.b", bias));
        return;
      }
      for (int i = 0; i < plan.first().size(); i++) {
        put("linear.W_" + i, matrix(plan.first().get(i)));
        addBias("linear.b", plan.first().get(i));
      }
    }

    private void layers() throws InvalidConfig {
      int embeddings = plan.embeddings().size();
      for (int i = 0; i < embeddings; i++) {
        put(embeddings == 1 ? "embed.W_E" : "embed.W_E_" + i, matrix(plan.embeddings().get(i)));
      }
      if (plan.first().size() == 2) {
        put("hidden.0.W_0", matrix(plan.first().get(0)));
        put("hidden.0.W_1", matrix(plan.first().get(1)));
      } else if (plan.joined()) {
        halves(matrix(plan.first().get(0)), "hidden.0.W_");
      } else {
        put("hidden.0.W", matrix(plan.first().get(0)));
      }
      for (int i = 0; i < plan.hidden().size(); i++) {
        put("hidden." + (i + 1) + ".W", matrix(plan.hidden().get(i)));
      }
      for (StackPlan.Use use : plan.first()) {
        addBias("hidden.0.b", use);
      }
      for (int i = 0; i < plan.hidden().size(); i++) {
        addBias("hidden." + (i + 1) + ".b", plan.hidden().get(i));
      }
      StackPlan.Use output = plan.output().orElseThrow();
      put(plan.tied() ? "output.W" : "unembed.W_U", matrix(output));
      Optional<Tensor> bias = bias(output);
      if (bias.isPresent() && plan.tied()) {
        Tensor turned = Turned.transposed(Objects.requireNonNull(weights.get("embed.W_E")));
        put("unembed.b_U", Turned.product(bias.get(), turned));
        placement.remark(
            placement.whole(nameOfBias(output))
                + " was multiplied with the embedding, which makes it a bias of the logits.");
      } else {
        bias.ifPresent(tensor -> put("unembed.b_U", tensor));
      }
      fill();
    }

    /** Layers without biases have zeros where others have some. */
    private void fill() {
      int layers = 1 + plan.hidden().size();
      boolean any = weights.containsKey("unembed.b_U");
      for (int i = 0; i < layers; i++) {
        any |= weights.containsKey("hidden." + i + ".b");
      }
      for (int i = 0; any && i < layers; i++) {
        String name = "hidden." + i + ".b";
        if (!weights.containsKey(name)) {
          put(name, Turned.zeros(name, plan.first().get(0).out()));
          placement.remark(
              "Hidden layer "
                  + (i + 1)
                  + " has no biases in the file, and zeros here, because another layer has some.");
        }
      }
    }

    private void put(String name, Tensor tensor) {
      weights.put(name, OurTensor.of(name, tensor));
    }

    private Tensor matrix(StackPlan.Use use) throws InvalidConfig {
      Tensor stored = placement.take(use.layer().name()).orElseThrow();
      return use.turned() ? Turned.transposed(stored) : stored;
    }

    /** The upper half reads x and the lower one y. */
    private void halves(Tensor both, String name) {
      int rows = both.shape()[0];
      put(name + 0, Turned.rows(both, 0, rows / 2));
      put(name + 1, Turned.rows(both, rows / 2, rows));
    }

    private String nameOfBias(StackPlan.Use use) {
      return biases.getOrDefault(use.layer(), "");
    }

    private Optional<Tensor> bias(StackPlan.Use use) throws InvalidConfig {
      Optional<Tensor> taken = placement.take(nameOfBias(use));
      return taken.map(tensor -> Turned.shaped(tensor, tensor.values().length));
    }

    private void addBias(String name, StackPlan.Use use) throws InvalidConfig {
      Optional<Tensor> bias = bias(use);
      if (bias.isEmpty()) {
        return;
      }
      Tensor there = weights.get(name);
      if (there != null) {
        placement.remark(
            placement.whole(nameOfBias(use))
                + " was added to the biases of the layer beside it, as they are added anyway.");
      }
      put(name, there == null ? bias.get() : Turned.sum(there, bias.get()));
    }
  }
}
