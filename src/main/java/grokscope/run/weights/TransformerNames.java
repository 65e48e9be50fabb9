package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import grokscope.run.format.StoredArray;
import grokscope.telemetry.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a transformer under TransformerLens's names in a given {@link Orientation}: what stands for
 * a weight is turned, what attention has beside its matrices is merged where that is exact, left
 * out where it changes nothing, and otherwise refused. One thread.
 */
final class TransformerNames {
  private static final String EMBED = "embed.W_E";
  private static final String POSITIONS = "pos_embed.W_pos";
  private static final String UNEMBED = "unembed.W_U";

  private final Placement placement;
  private final Map<String, Tensor> weights = new LinkedHashMap<>();
  private final Map<String, String> told = new LinkedHashMap<>();
  private final AttentionBiases attentionBiases;
  private final int heads;
  private final int width;

  private TransformerNames(NamedArrays arrays, int heads, int width) {
    placement = new Placement(arrays);
    attentionBiases = new AttentionBiases(placement, weights);
    this.heads = heads;
    this.width = width;
  }

  private static String attention(int layer, String name) {
    return "blocks." + layer + ".attn." + name;
  }

  private static String mlp(int layer, String name) {
    return "blocks." + layer + ".mlp." + name;
  }

  private static boolean named(NamedArrays arrays) {
    return arrays.array(EMBED).isPresent() && arrays.array(attention(0, "W_Q")).isPresent();
  }

  /**
   * The network, if the names are these and the shapes fit the orientation.
   *
   * @throws InvalidConfig when something in it has no place here
   */
  static Optional<Renamed> read(NamedArrays arrays, Orientation turned) throws InvalidConfig {
    if (!named(arrays)) {
      return Optional.empty();
    }
    int[] query = arrays.array(attention(0, "W_Q")).map(StoredArray::shape).orElseThrow();
    if (query.length != 3) {
      return Optional.empty();
    }
    int width = turned.queries() ? query[2] : query[1];
    if (!new TransformerShapes(arrays, query[0], width).fit(turned)) {
      return Optional.empty();
    }
    return Optional.of(new TransformerNames(arrays, query[0], width).read(turned));
  }

  /** Refuses names of a transformer whose shapes fit no orientation; others are let pass. */
  static void explain(NamedArrays arrays) throws InvalidConfig {
    if (!named(arrays)) {
      return;
    }
    StoredArray query = arrays.array(attention(0, "W_Q")).orElseThrow();
    int[] shape = query.shape();
    boolean product = shape.length == 3 && (shape[1] == shape[0] * shape[2]);
    boolean turned = shape.length == 3 && (shape[2] == shape[0] * shape[1]);
    if (!product && !turned) {
      throw new InvalidConfig(
          query.name(),
          "has the shape "
              + Arrays.toString(shape)
              + ", but must be [heads, d_model, d_model/heads], as the heads of a network here"
              + " share its width evenly");
    }
    int width = product ? shape[1] : shape[2];
    StoredArray odd = new TransformerShapes(arrays, shape[0], width).odd();
    throw new InvalidConfig(
        odd.name(),
        "has the shape "
            + Arrays.toString(odd.shape())
            + ", which does not fit "
            + NamedArrays.words(query)
            + " of a transformer with a width of "
            + width);
  }

  private Renamed read(Orientation turned) throws InvalidConfig {
    put(EMBED, turned.embed());
    put(POSITIONS, turned.positions());
    for (int layer = 0; placement.has(attention(layer, "W_Q")); layer++) {
      for (String name : List.of("W_Q", "W_K", "W_V")) {
        put(attention(layer, name), turned.queries());
      }
      putOutput(attention(layer, "W_O"), turned);
      putNorm("blocks." + layer + ".ln1");
      for (String name : List.of("W_in", "b_in", "W_out", "b_out")) {
        put(mlp(layer, name), turned.mlp() && name.startsWith("W"));
      }
      putNorm("blocks." + layer + ".ln2");
      biases(layer);
      mask(layer);
    }
    putNorm("ln_final");
    attentionBiases.ofAnswers("unembed.b_U", placement.take("unembed.b_U"));
    put(UNEMBED, turned.unembed());
    tie();
    return new Renamed(weights, told, placement.finish());
  }

  private void put(String name, boolean turn) throws InvalidConfig {
    placement
        .take(name)
        .ifPresent(
            tensor ->
                weights.put(name, OurTensor.of(name, turn ? Turned.transposed(tensor) : tensor)));
  }

  private void putOutput(String name, Orientation turned) throws InvalidConfig {
    if (!turned.flatOutput()) {
      put(name, turned.output());
      return;
    }
    Tensor flat = Turned.transposed(placement.take(name).orElseThrow()); // [heads·d_head, d_model]
    weights.put(name, OurTensor.of(name, Turned.shaped(flat, heads, width / heads, width)));
  }

  private void putNorm(String name) throws InvalidConfig {
    for (String part : List.of(".w", ".b")) {
      put(name + part, false);
    }
    if (weights.containsKey(name + ".w") != weights.containsKey(name + ".b")) {
      throw new InvalidConfig(
          placement.whole(name),
          "has a gain or a bias, but not both, as an RMSNorm has it; the networks here have"
              + " LayerNorm");
    }
  }

  private void biases(int layer) throws InvalidConfig {
    String ofQueries = attention(layer, "b_Q");
    attentionBiases.ofQueries(ofQueries, placement.take(ofQueries));
    String ofKeys = attention(layer, "b_K");
    attentionBiases.ofKeys(ofKeys, placement.take(ofKeys));
    String ofValues = attention(layer, "b_V");
    attentionBiases.ofStream(layer, ofValues, placement.take(ofValues), true);
    String ofOutputs = attention(layer, "b_O");
    attentionBiases.ofStream(layer, ofOutputs, placement.take(ofOutputs), false);
  }

  private void mask(int layer) throws InvalidConfig {
    Optional<StoredArray> buffer = placement.takeBuffer(attention(layer, "mask"));
    placement.takeBuffer(attention(layer, "IGNORE"));
    if (buffer.isPresent() && buffer.get().shape().length == 2) {
      boolean causal = TransformerShapes.hidesLater(buffer.get());
      told.put("mask", causal ? "causal" : "none");
    }
  }

  private void tie() {
    Tensor unembed = weights.get(UNEMBED);
    Tensor embed = weights.get(EMBED);
    if (unembed != null && embed != null && Turned.transposes(unembed, embed)) {
      weights.remove(UNEMBED);
      placement.remark(
          placement.whole(UNEMBED) + " is the transposed embedding, so the two are one: tied.");
    }
  }
}
