package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import grokscope.telemetry.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Brings a transformer of PyTorch's layers into this program's names. One thread. */
final class TorchFilling {
  private static final int JOINED = 3; // queries, keys, values

  private final TorchNames names;
  private final Placement placement;
  private final AttentionBiases biases;
  private final int heads;
  private final Map<String, Tensor> weights = new LinkedHashMap<>();

  TorchFilling(TorchNames names, Placement placement, int heads) {
    this.names = names;
    this.placement = placement;
    this.heads = heads;
    biases = new AttentionBiases(placement, weights);
  }

  Renamed read() throws InvalidConfig {
    placement.take(names.embed()).ifPresent(tensor -> put("embed.W_E", tensor));
    placement
        .take(names.positions())
        .ifPresent(
            tensor ->
                put(
                    "pos_embed.W_pos",
                    Turned.shaped(tensor, tensor.values().length / names.width(), names.width())));
    for (int layer = 0; layer < names.blocks().size(); layer++) {
      block(layer, names.blocks().get(layer));
    }
    norm("ln_final", names.norm());
    linear("unembed.W_U", names.head());
    biases.ofAnswers(
        TorchNames.biasOf(names.head()), placement.take(TorchNames.biasOf(names.head())));
    return new Renamed(weights, Map.of(), placement.finish());
  }

  private void block(int layer, TorchNames.Block block) throws InvalidConfig {
    String attention = "blocks." + layer + ".attn.";
    if (block.joined().isEmpty()) {
      for (int i = 0; i < JOINED; i++) {
        Optional<Tensor> taken = placement.take(block.apart().get(i));
        if (taken.isPresent()) {
          heads(attention + "W_" + "QKV".charAt(i), taken.get());
        }
      }
    } else {
      Tensor all = placement.take(block.joined()).orElseThrow();
      for (int i = 0; i < JOINED; i++) {
        Tensor part = Turned.rows(all, i * names.width(), (i + 1) * names.width());
        heads(attention + "W_" + "QKV".charAt(i), part);
      }
    }
    Tensor output = Turned.transposed(placement.take(block.output()).orElseThrow());
    put(attention + "W_O", Turned.shaped(output, heads, names.width() / heads, names.width()));
    List<String> norms = block.norms();
    norm("blocks." + layer + ".ln1", norms.isEmpty() ? "" : norms.get(0));
    if (!block.mlp().isEmpty()) {
      mlp("blocks." + layer + ".mlp.", block.mlp());
      norm("blocks." + layer + ".ln2", norms.size() < 2 ? "" : norms.get(1));
    }
    biases(layer, block);
  }

  private void mlp(String name, List<String> matrices) throws InvalidConfig {
    linear(name + "W_in", matrices.get(0));
    linear(name + "W_out", matrices.get(1));
    Optional<Tensor> in = placement.take(TorchNames.biasOf(matrices.get(0)));
    Optional<Tensor> out = placement.take(TorchNames.biasOf(matrices.get(1)));
    if (in.isPresent() || out.isPresent()) {
      Tensor read = Objects.requireNonNull(weights.get(name + "W_in"));
      int neurons = read.shape()[1];
      put(name + "b_in", in.orElse(Turned.zeros("", neurons)));
      put(name + "b_out", out.orElse(Turned.zeros("", names.width())));
    }
  }

  private void biases(int layer, TorchNames.Block block) throws InvalidConfig {
    if (block.joined().isEmpty()) {
      String ofQueries = TorchNames.biasOf(block.apart().get(0));
      String ofKeys = TorchNames.biasOf(block.apart().get(1));
      String ofValues = TorchNames.biasOf(block.apart().get(2));
      biases.ofQueries(ofQueries, placement.take(ofQueries));
      biases.ofKeys(ofKeys, placement.take(ofKeys));
      biases.ofStream(layer, ofValues, placement.take(ofValues), true);
    } else {
      String name = TorchNames.biasOf(block.joined());
      Optional<Tensor> all = placement.take(name);
      int width = names.width();
      biases.ofQueries(name, all.map(tensor -> Turned.rows(tensor, 0, width)));
      biases.ofKeys(name, all.map(tensor -> Turned.rows(tensor, width, 2 * width)));
      biases.ofStream(
          layer, name, all.map(tensor -> Turned.rows(tensor, 2 * width, 3 * width)), true);
    }
    String ofOutputs = TorchNames.biasOf(block.output());
    biases.ofStream(layer, ofOutputs, placement.take(ofOutputs), false);
  }

  private void norm(String name, String stem) throws InvalidConfig {
    if (!stem.isEmpty()) {
      placement.take(stem + ".weight").ifPresent(tensor -> put(name + ".w", tensor));
      placement.take(stem + ".bias").ifPresent(tensor -> put(name + ".b", tensor));
    }
  }

  private void linear(String name, String stored) throws InvalidConfig {
    placement.take(stored).ifPresent(tensor -> put(name, Turned.transposed(tensor)));
  }

  private void heads(String name, Tensor stored) {
    put(name, Turned.byHeads(Turned.transposed(stored), heads));
  }

  private void put(String name, Tensor tensor) {
    weights.put(name, OurTensor.of(name, tensor));
  }
}
