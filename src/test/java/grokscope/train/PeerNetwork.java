package grokscope.train;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.PresetStore;
import grokscope.config.RunConfig;
import java.nio.file.Path;
import java.util.List;

/**
 * A network that is compared with libtorch's.
 *
 * @param usualBound how many times the usual formulation's time has to be ours, at least
 * @param rewrittenBound the same for libtorch with our rewriting; 0 when nothing is promised
 */
record PeerNetwork(
    String id, String title, RunConfig config, double usualBound, double rewrittenBound) {
  static final String PAPER = "paper";

  /** The networks of the comparison. */
  static List<PeerNetwork> all() throws InvalidConfig {
    Catalog catalog = new Laboratory(4_000_000_000L).catalog();
    PresetStore presets = new PresetStore(catalog, Path.of("no-user-folder"));
    RunConfig nanda = presets.find("nanda-2023").orElseThrow().config();
    RunConfig mlp = presets.find("first-look").orElseThrow().config();
    RunConfig deep = catalog.with(catalog.with(nanda, "model.layers", 2L), "batch", 512L);
    return List.of(
        new PeerNetwork(PAPER, "the paper's transformer", nanda, 6, 1.3),
        new PeerNetwork("mlp", "the first look's MLP", mlp, 2, 0),
        new PeerNetwork("deep", "two blocks, batches of 512", deep, 2, 0));
  }
}
