package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The notebook of Nanda et al. 2023 (arXiv 2301.05217): TransformerLens's names, but [columns,
 * rows] in embedding, queries, keys, values and MLP, and a flat output of the attention. Stateless,
 * any thread.
 */
final class PaperNotebook implements Layout {
  @Override
  public String words() {
    return "the notebook of Nanda et al. 2023";
  }

  @Override
  public List<Renamed> read(NamedArrays arrays) throws InvalidConfig {
    List<Renamed> found =
        TransformerNames.read(arrays, Orientation.NOTEBOOK).stream().collect(Collectors.toList());
    if (found.isEmpty()) {
      TransformerNames.explain(arrays);
    }
    return found;
  }
}
