package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * TransformerLens's names and shapes, which the transformers of this program have too, and the same
 * with every matrix transposed. Stateless, any thread.
 */
final class TransformerLens implements Layout {
  @Override
  public String words() {
    return "TransformerLens";
  }

  @Override
  public List<Renamed> read(NamedArrays arrays) throws InvalidConfig {
    List<Renamed> found = new ArrayList<>();
    TransformerNames.read(arrays, Orientation.USUAL).ifPresent(found::add);
    Optional<Renamed> turned = TransformerNames.read(arrays, Orientation.TRANSPOSED);
    turned.ifPresent(
        renamed ->
            found.add(
                renamed.after(List.of("All matrices were transposed, as their shapes say."))));
    return found;
  }
}
