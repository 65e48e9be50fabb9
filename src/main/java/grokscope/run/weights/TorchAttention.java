package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Transformers of PyTorch's layers: {@code nn.MultiheadAttention} with its {@code in_proj_weight},
 * one matrix {@code qkv}, or linear layers for queries, keys and values, beside embeddings and
 * linear layers under any names. How many heads there are, the shapes do not say: every usual
 * number is a meaning. Stateless, any thread.
 */
final class TorchAttention implements Layout {
  private static final List<Integer> HEADS = List.of(4, 1, 2, 8, 16);

  @Override
  public String words() {
    return "PyTorch's attention";
  }

  @Override
  public List<Renamed> read(NamedArrays arrays) throws InvalidConfig {
    Optional<TorchNames> names = TorchNames.of(arrays);
    List<Renamed> found = new ArrayList<>();
    if (names.isPresent()) {
      for (int heads : HEADS) {
        if (names.get().width() % heads == 0) {
          found.add(new TorchFilling(names.get(), new Placement(arrays), heads).read());
        }
      }
    }
    return found;
  }
}
