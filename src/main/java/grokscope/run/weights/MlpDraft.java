package grokscope.run.weights;

import grokscope.task.TaskShape;
import grokscope.telemetry.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A multilayer perceptron. Its sizes leave only its activation open. Immutable. */
final class MlpDraft implements Draft {
  private static final String EMBED = "embed.W_E";
  private static final String UNEMBED = "unembed.W_U";
  private static final String OUTPUT_BIAS = "unembed.b_U";

  private final Renamed renamed;
  private final Map<String, Tensor> weights;
  private final Map<String, Object> knobs = new LinkedHashMap<>();
  private final int tokens; // rows of the embeddings; 0 without
  private final int inputs; // rows of a first matrix
  private final int tables; // first matrices: one for each operand, or one for all
  private final int outputs;

  MlpDraft(Renamed renamed) {
    this.renamed = renamed;
    weights = renamed.weights();
    Tensor embed = first(EMBED, EMBED + "_0");
    tokens = embed == null ? 0 : embed.shape()[0];
    boolean added = weights.containsKey("hidden.0.W");
    int count = 0;
    while (weights.containsKey("hidden.0.W_" + count)) {
      count++;
    }
    tables = added ? 1 : count;
    Tensor first = first("hidden.0.W", "hidden.0.W_0");
    inputs = first == null ? 0 : first.shape()[0];
    int width = first == null ? 0 : first.shape()[1];
    boolean tied = !weights.containsKey(UNEMBED);
    Tensor unembed = weights.get(UNEMBED);
    outputs = unembed == null ? tokens : unembed.shape()[1];
    if (embed != null) {
      knobs.put("input", "embedded");
      knobs.put("embedding", (long) embed.shape()[1]);
      knobs.put("embeddings", weights.containsKey(EMBED + "_0") ? "separate" : "shared");
    }
    knobs.put("combine", added ? "sum" : "concatenate");
    int layers = 1;
    while (weights.containsKey("hidden." + layers + ".W")) {
      layers++;
    }
    knobs.put("layers", (long) layers);
    knobs.put("width", (long) width);
    boolean biased = weights.containsKey("hidden.0.b");
    boolean everywhere = weights.containsKey(OUTPUT_BIAS);
    knobs.put("biases", everywhere ? "everywhere" : biased ? "on" : "off");
    knobs.put("unembedding", tied ? "tied" : "separate");
  }

  private @Nullable Tensor first(String name, String other) {
    Tensor tensor = weights.get(name);
    return tensor == null ? weights.get(other) : tensor;
  }

  @Override
  public String words() {
    Object layers = knobs.get("layers");
    return "an MLP of "
        + layers
        + (Objects.equals(layers, 1L) ? " hidden layer" : " hidden layers")
        + " with a width of "
        + knobs.get("width")
        + (tokens > 0 ? ", embeddings of " + tokens + " tokens" : ", " + inputs + " inputs")
        + " and "
        + outputs
        + " answers";
  }

  @Override
  public List<String> remarks() {
    return renamed.remarks();
  }

  @Override
  public String type() {
    return "mlp";
  }

  @Override
  public Map<String, Object> knobs() {
    return knobs;
  }

  @Override
  public List<Integer> numbers() {
    boolean fits = tokens == 0 || tokens == outputs || tokens == outputs + 1;
    return fits && tables <= 2 ? List.of(outputs) : List.of();
  }

  @Override
  public List<Fitting> fit(TaskShape task) {
    int answers = task.valued() ? task.outputs() : task.classes();
    boolean tied = "tied".equals(knobs.get("unembedding"));
    if (task.allAnswers() != 1 || (tied ? task.numbers() : outputs) != answers) {
      return List.of();
    }
    Map<String, Object> told = new LinkedHashMap<>(knobs);
    List<Tensor> list = new ArrayList<>(weights.values());
    List<String> remarks = new ArrayList<>();
    if (!task.hasTokens()) {
      if (tokens > 0 || inputs != task.features() || tables != 1) {
        return List.of();
      }
      told.keySet().retainAll(List.of("layers", "width", "biases"));
    } else {
      boolean summed = "sum".equals(told.get("combine"));
      if (!summed && tables != task.operands()) {
        return List.of();
      }
      if (tokens > 0) {
        int more = tokens - task.numbers();
        if (more < 0 || more > 1) {
          return List.of();
        }
        if (more == 1) {
          list.replaceAll(
              tensor ->
                  tensor.name().startsWith(EMBED)
                      ? Turned.rows(tensor, 0, task.numbers())
                      : tensor);
          if (tied) {
            list.replaceAll(
                tensor ->
                    tensor.name().equals(OUTPUT_BIAS)
                        ? Turned.rows(tensor, 0, task.numbers())
                        : tensor);
          }
          remarks.add(
              "The embedding has a row more than there are answers, as for \"=\"; an MLP does not"
                  + " read it, and it was left out.");
        }
      } else if (inputs == task.numbers()) {
        told.put("input", "one-hot");
      } else if (inputs == bits(task.numbers())) {
        told.put("input", "binary");
      } else {
        return List.of();
      }
    }
    boolean bare = "one-hot".equals(told.get("input")) && "off".equals(told.get("biases"));
    List<String> activations = bare ? Activations.ofSquares(renamed) : Activations.of(renamed);
    return List.of(new Fitting("mlp", told, Map.of("activation", activations), list, remarks));
  }

  private static int bits(int numbers) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(numbers - 1));
  }

  @Override
  public List<Fitting> fitLoosely(TaskShape task) {
    List<Fitting> all = new ArrayList<>(fit(task));
    for (Fitting fitting : List.copyOf(all)) {
      for (String biases : List.of("on", "off")) {
        List<Tensor> idle =
            fitting.weights().stream().filter(tensor -> isBias(tensor.name(), biases)).toList();
        if (!idle.isEmpty() && idle.stream().allMatch(Turned::isZero)) {
          List<Tensor> kept = new ArrayList<>(fitting.weights());
          kept.removeAll(idle);
          all.add(
              fitting
                  .with("biases", biases, kept)
                  .remarked("The biases that are zero were left out."));
        }
      }
    }
    return all;
  }

  /** Whether it is a bias that a network with such biases does not have. */
  private static boolean isBias(String name, String biases) {
    return name.equals(OUTPUT_BIAS) || (biases.equals("off") && name.matches("hidden\\.\\d+\\.b"));
  }
}
