package grokscope.run.export;

import grokscope.config.InvalidConfig;
import grokscope.config.Json;
import grokscope.config.RunConfig;
import grokscope.config.Settings;
import grokscope.model.transformer.SinusoidalPositions;
import grokscope.run.format.Mask;
import grokscope.run.format.SafetensorsFile;
import grokscope.task.TaskShape;
import grokscope.task.Tasks;
import grokscope.telemetry.Part;
import grokscope.telemetry.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The weights of a transformer with every array that TransformerLens's {@code HookedTransformer}
 * has, so that its {@code load_state_dict} takes them as they are: the matrices under their names,
 * zeros for the biases that networks here do not have, the causal mask and the number that it puts
 * in place of masked scores. The settings of such a {@code HookedTransformer} stand as JSON in the
 * header's text {@code transformer_lens.config}. One thread.
 */
final class TransformerLensFile {
  private static final String CONFIG = "transformer_lens.config";

  private final RunConfig config;
  private final Map<String, Tensor> weights;
  private final List<Tensor> written = new ArrayList<>();
  private final int heads;
  private final int width;
  private final int context;

  private TransformerLensFile(RunConfig config, List<Tensor> weights) {
    this.config = config;
    this.weights = weights.stream().collect(Collectors.toMap(Tensor::name, Function.identity()));
    heads = config.model().whole("heads");
    width = config.model().whole("dModel");
    TaskShape task = Tasks.of(config.task()).shape(config.task());
    Tensor positions = this.weights.get("pos_embed.W_pos");
    boolean marked = config.model().choice("sequence").equals("marked");
    int read = marked ? task.context() : task.operands();
    context = positions == null ? read : positions.shape()[0];
  }

  /**
   * Writes the last weights of a run.
   *
   * @throws InvalidConfig with one sentence when it has none, or when TransformerLens has no such
   *     network
   */
  static void write(ExportedRun run, Path file) throws IOException, InvalidConfig {
    List<Tensor> weights = SafetensorsFile.read(Tables.weightsOf(run));
    refuseOthers(run.config());
    TransformerLensFile made = new TransformerLensFile(run.config(), weights);
    made.fill();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("grokscope.program", run.program().words());
    texts.put(CONFIG, Json.line(made.hookedSettings()));
    SafetensorsFile.write(file, texts, made.written, made.masks());
  }

  private static void refuseOthers(RunConfig config) throws InvalidConfig {
    Settings model = config.model();
    if (!model.type().equals("transformer")) {
      throw refusal("model.type", model.type(), "TransformerLens has transformers only");
    }
    if (model.choice("layerNorm").equals("post")) {
      throw refusal(
          "model.layerNorm", "post", "TransformerLens has LayerNorm before attention and MLP only");
    }
    String activation = model.choice("activation");
    if (!attentionOnly(model) && !List.of("relu", "gelu").contains(activation)) {
      throw refusal("model.activation", activation, "of these, TransformerLens has relu and gelu");
    }
  }

  private static InvalidConfig refusal(String path, String value, String why) {
    return new InvalidConfig(
        path, "is \"" + value + "\", but " + why + "; without --for the weights can be written");
  }

  private static boolean attentionOnly(Settings model) {
    return model.choice("block").equals("attention");
  }

  private void fill() {
    Tensor embedding = put("embed.W_E");
    putPositions();
    for (int layer = 0; layer < config.model().whole("layers"); layer++) {
      putBlock("blocks." + layer + ".");
    }
    putNorm("ln_final.");
    if (weights.containsKey("unembed.W_U")) {
      put("unembed.W_U");
    } else { // tied
      written.add(transposed(embedding, tiedRows(embedding), "unembed.W_U"));
    }
    putZeros("unembed.b_U", outputs());
  }

  private void putPositions() {
    if (weights.containsKey("pos_embed.W_pos")) {
      put("pos_embed.W_pos");
      return;
    }
    float[] rows = new float[context * width];
    if (config.model().choice("positions").equals("sinusoidal")) {
      double[] waves = SinusoidalPositions.rows(context, width);
      for (int i = 0; i < rows.length; i++) {
        rows[i] = (float) waves[i];
      }
    }
    written.add(new Tensor("pos_embed.W_pos", Part.POSITIONS, new int[] {context, width}, rows));
  }

  private void putBlock(String block) {
    int head = width / heads;
    putNorm(block + "ln1.");
    for (String each : List.of("Q", "K", "V")) {
      put(block + "attn.W_" + each);
      putZeros(block + "attn.b_" + each, heads, head);
    }
    put(block + "attn.W_O");
    putZeros(block + "attn.b_O", width);
    written.add(
        new Tensor(block + "attn.IGNORE", new int[0], new float[] {Float.NEGATIVE_INFINITY}));
    if (!attentionOnly(config.model())) {
      putNorm(block + "ln2.");
      put(block + "mlp.W_in");
      putOrZeros(block + "mlp.b_in", config.model().whole("dMlp"));
      put(block + "mlp.W_out");
      putOrZeros(block + "mlp.b_out", width);
    }
  }

  private void putNorm(String name) {
    if (config.model().choice("layerNorm").equals("pre")) {
      put(name + "w");
      put(name + "b");
    }
  }

  private Tensor put(String name) {
    Tensor tensor = weights.get(name);
    if (tensor == null) {
      throw new IllegalStateException("the weights of the run have no " + name);
    }
    written.add(tensor);
    return tensor;
  }

  private void putOrZeros(String name, int length) {
    if (weights.containsKey(name)) {
      put(name);
    } else {
      putZeros(name, length);
    }
  }

  private void putZeros(String name, int... shape) {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    written.add(new Tensor(name, Part.BIAS, shape, new float[size]));
  }

  /** As many rows of the embedding as there are logits. */
  private int tiedRows(Tensor embedding) {
    int rows = embedding.shape()[0];
    TaskShape task = Tasks.of(config.task()).shape(config.task());
    boolean numbers = config.model().choice("outputs").equals("numbers");
    return numbers ? Math.min(rows, task.numbers()) : rows;
  }

  /** The first rows of a tensor as columns. */
  private static Tensor transposed(Tensor tensor, int rows, String name) {
    int columns = tensor.shape()[1];
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = tensor.values()[i % rows * columns + i / rows];
    }
    return new Tensor(name, Part.UNEMBEDDING, new int[] {columns, rows}, values);
  }

  private int outputs() {
    Tensor unembedding = written.get(written.size() - 1);
    return unembedding.shape()[1];
  }

  /** Which position may look at which: at itself and those before it, whatever is used of it. */
  private List<Mask> masks() {
    List<Mask> masks = new ArrayList<>();
    boolean[][] rows = new boolean[context][context];
    for (int query = 0; query < context; query++) {
      for (int key = 0; key <= query; key++) {
        rows[query][key] = true;
      }
    }
    for (int layer = 0; layer < config.model().whole("layers"); layer++) {
      masks.add(new Mask("blocks." + layer + ".attn.mask", rows));
    }
    return masks;
  }

  /** The arguments of HookedTransformerConfig for this network. */
  private Map<String, Object> hookedSettings() {
    Settings model = config.model();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("n_layers", model.whole("layers"));
    settings.put("d_model", width);
    settings.put("n_ctx", context);
    settings.put("d_head", width / heads);
    settings.put("n_heads", heads);
    settings.put("attn_only", attentionOnly(model));
    if (!attentionOnly(model)) {
      settings.put("d_mlp", model.whole("dMlp"));
      settings.put("act_fn", model.choice("activation"));
    }
    settings.put("d_vocab", written.get(0).shape()[0]);
    settings.put("d_vocab_out", written.get(written.size() - 1).shape()[0]);
    settings.put("normalization_type", model.choice("layerNorm").equals("pre") ? "LN" : null);
    settings.put("attention_dir", model.choice("mask").equals("none") ? "bidirectional" : "causal");
    return settings;
  }
}
