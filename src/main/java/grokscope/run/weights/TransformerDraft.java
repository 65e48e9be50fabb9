package grokscope.run.weights;

import grokscope.task.TaskShape;
import grokscope.telemetry.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A transformer. What its sizes leave open: whether "=" stands behind the numbers (where no learned
 * positions tell), what the MLP's neurons do, and with several layers what sees what. Immutable.
 */
final class TransformerDraft implements Draft {
  private static final String EMBED = "embed.W_E";
  private static final String POSITIONS = "pos_embed.W_pos";
  private static final String UNEMBED = "unembed.W_U";
  private static final int MARKED = 3; // x y =
  private static final int OPERANDS = 2; // x y

  private final Renamed renamed;
  private final Map<String, Tensor> weights;
  private final Map<String, Object> knobs = new LinkedHashMap<>();
  private final int vocabulary;
  private final int outputs;
  private final int positions; // 0 where they are not learned

  TransformerDraft(Renamed renamed) {
    this.renamed = renamed;
    weights = renamed.weights();
    Tensor embed = length(EMBED);
    vocabulary = embed.shape()[0];
    boolean tied = !weights.containsKey(UNEMBED);
    outputs = tied ? vocabulary : length(UNEMBED).shape()[1];
    positions = weights.containsKey(POSITIONS) ? length(POSITIONS).shape()[0] : 0;
    int layers = 0;
    while (weights.containsKey("blocks." + layers + ".attn.W_Q")) {
      layers++;
    }
    knobs.put("layers", (long) layers);
    knobs.put("heads", (long) length("blocks.0.attn.W_Q").shape()[0]);
    knobs.put("dModel", (long) embed.shape()[1]);
    boolean mlp = weights.containsKey("blocks.0.mlp.W_in");
    if (mlp) {
      knobs.put("dMlp", (long) length("blocks.0.mlp.W_in").shape()[1]);
    }
    knobs.put("block", mlp ? "attention-mlp" : "attention");
    if (mlp) {
      knobs.put("biases", weights.containsKey("blocks.0.mlp.b_in") ? "on" : "off");
    }
    boolean normed = weights.containsKey("blocks.0.ln1.w");
    boolean last = weights.containsKey("ln_final.w");
    knobs.put("layerNorm", last ? "pre" : normed ? "post" : "none");
    if (positions > 0) {
      knobs.put("positions", "learned");
    }
    knobs.put("unembedding", tied ? "tied" : "separate");
    String mask = renamed.told().get("mask");
    if (mask != null && layers > 1) {
      knobs.put("mask", mask);
    }
  }

  private Tensor length(String name) {
    Tensor tensor = weights.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return tensor;
  }

  @Override
  public String words() {
    Object layers = knobs.get("layers");
    return "a transformer of "
        + layers
        + (Objects.equals(layers, 1L) ? " layer, " : " layers, ")
        + knobs.get("heads")
        + " heads and a width of "
        + knobs.get("dModel")
        + ", for "
        + vocabulary
        + " tokens"
        + (positions > 0 ? " at " + positions + " positions" : "")
        + " and with "
        + outputs
        + " answers";
  }

  @Override
  public List<String> remarks() {
    return renamed.remarks();
  }

  @Override
  public String type() {
    return "transformer";
  }

  @Override
  public Map<String, Object> knobs() {
    return knobs;
  }

  @Override
  public List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    if (positions == MARKED || positions == 0) {
      add(numbers, vocabulary - 1);
    }
    if (positions == OPERANDS || positions == 0) {
      add(numbers, vocabulary);
      add(numbers, vocabulary - 1);
    }
    return numbers;
  }

  private void add(List<Integer> numbers, int p) {
    boolean answered = outputs == p || outputs == p + 1;
    if (answered && !numbers.contains(p)) {
      numbers.add(p);
    }
  }

  @Override
  public List<Fitting> fit(TaskShape task) {
    List<Fitting> all = new ArrayList<>();
    if (!task.hasTokens() || task.valued()) {
      return all;
    }
    if (vocabulary == task.vocabulary() && (positions == 0 || positions == task.context())) {
      add(all, task, "marked", task.outputs(), List.copyOf(weights.values()));
    }
    boolean pairs = task.operands() == OPERANDS && task.context() == MARKED;
    if (pairs && (positions == 0 || positions == OPERANDS)) {
      if (vocabulary == task.numbers()) {
        add(all, task, "operands", task.numbers(), List.copyOf(weights.values()));
      } else if (vocabulary == task.numbers() + 1) {
        List<Tensor> cut = new ArrayList<>(weights.values());
        cut.replaceAll(
            tensor ->
                tensor.name().equals(EMBED) ? Turned.rows(tensor, 0, task.numbers()) : tensor);
        int before = all.size();
        add(all, task, "operands", task.numbers(), cut);
        for (int i = before; i < all.size(); i++) {
          all.set(
              i,
              all.get(i)
                  .remarked(
                      "The embedding has a row more than there are numbers, which nothing reads"
                          + " where \"=\" does not stand; it was left out."));
        }
      }
    }
    return all;
  }

  private void add(
      List<Fitting> all, TaskShape task, String sequence, int tokens, List<Tensor> list) {
    boolean tied = "tied".equals(knobs.get("unembedding"));
    boolean pairs = task.operands() == OPERANDS && task.context() == MARKED;
    boolean usual = outputs == tokens;
    boolean numbers = pairs && outputs == task.numbers() && !(tied && sequence.equals("marked"));
    if (!usual && !numbers) {
      return;
    }
    Map<String, Object> told = new LinkedHashMap<>(knobs);
    if (pairs) {
      told.put("sequence", sequence);
      told.put("outputs", usual ? "tokens" : "numbers");
    }
    Map<String, List<String>> open = new LinkedHashMap<>();
    if (positions == 0) {
      open.put("positions", List.of("none", "sinusoidal"));
    }
    if (knobs.containsKey("dMlp")) {
      open.put("activation", Activations.of(renamed));
    }
    if (!Objects.equals(knobs.get("layers"), 1L) && !told.containsKey("mask")) {
      open.put("mask", List.of("causal", "none"));
    }
    all.add(new Fitting("transformer", told, open, list, List.of()));
  }

  @Override
  public List<Fitting> fitLoosely(TaskShape task) {
    List<Fitting> all = new ArrayList<>(fit(task));
    Set<String> biases = new TreeSet<>();
    boolean zero = true;
    for (Tensor tensor : weights.values()) {
      if (tensor.name().matches("blocks\\.\\d+\\.mlp\\.b_(in|out)")) {
        biases.add(tensor.name());
        zero &= Turned.isZero(tensor);
      }
    }
    if (zero && !biases.isEmpty()) {
      for (Fitting fitting : List.copyOf(all)) {
        List<Tensor> fewer =
            fitting.weights().stream().filter(tensor -> !biases.contains(tensor.name())).toList();
        all.add(
            fitting
                .with("biases", "off", fewer)
                .remarked("The biases of the MLPs are zero and were left out."));
      }
    }
    return all;
  }
}
