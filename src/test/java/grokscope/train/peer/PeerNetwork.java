package grokscope.train.peer;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.preset.PresetStore;
import grokscope.task.Examples;
import grokscope.task.TaskShape;
import grokscope.train.lab.Choices;
import grokscope.train.lab.Laboratory;
import grokscope.train.step.Seeds;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A network that is compared with libtorch's.
 *
 * @param examples all of them; usually those of the config's task
 * @param commonSteps after how many the losses are compared
 * @param usualBound how many times the usual formulation's time has to be ours, at least
 * @param rewrittenBound the same for libtorch with our rewriting; 0 when nothing is promised,
 *     negative when it does not race
 */
record PeerNetwork(
    String id,
    String title,
    RunConfig config,
    Examples examples,
    int commonSteps,
    double usualBound,
    double rewrittenBound) {
  static final String PAPER = "paper";

  /** The networks of the comparison. */
  static List<PeerNetwork> all() throws InvalidConfig {
    Catalog catalog = new Laboratory(4_000_000_000L).catalog();
    PresetStore presets = new PresetStore(catalog, Path.of("no-user-folder"));
    RunConfig nanda = presets.find("nanda-2023").orElseThrow().config();
    RunConfig mlp = presets.find("slow-climb").orElseThrow().config();
    RunConfig deep = catalog.with(catalog.with(nanda, "model.layers", 2L), "batch", 512L);
    RunConfig normed =
        catalog.with(catalog.with(deep, "task.modulus", 97L), "data.trainFraction", 0.5);
    normed = catalog.with(normed, "model.layerNorm", "pre");
    return List.of(
        of(PAPER, "the paper's transformer", nanda, 6, 1.3),
        of("mlp", "the slow climb's MLP", mlp, 2, 0),
        of("deep", "two blocks, batches of 512", deep, 2, 0),
        of("normed", "two blocks with LayerNorm, batches of 512", normed, 1.5, -1),
        sequences(catalog, nanda));
  }

  private static PeerNetwork of(
      String id, String title, RunConfig config, double usualBound, double rewrittenBound) {
    Examples examples =
        new Choices(config).task().examples(config.task(), new Seeds(config.seed()).task());
    return new PeerNetwork(id, title, config, examples, 50, usualBound, rewrittenBound);
  }

  /**
   * Two layers of attention over 85 tokens with 30 answers, in the sizes in which induction heads
   * are studied. A step takes the same time whatever there is to learn, so the tokens are random.
   */
  private static PeerNetwork sequences(Catalog catalog, RunConfig base) throws InvalidConfig {
    RunConfig config = catalog.with(catalog.with(base, "model.layers", 2L), "batch", 128L);
    config = catalog.with(config, "model.block", "attention");
    config = catalog.with(config, "model.dModel", 48L);
    TaskShape shape = TaskShape.ofTokens(128, 128, 85, 85, 512).answeredAt(30, 0);
    SplittableRandom random = new SplittableRandom(1);
    int[] tokens = random.ints(512L * 85, 0, 128).toArray();
    int[] positions = new int[512 * 30];
    Arrays.setAll(positions, i -> 20 + i % 30 * 2 + i / 30 % 5);
    int[] answers = random.ints(positions.length, 0, 128).toArray();
    Examples examples = Examples.ofSequences(shape, tokens, positions, answers);
    return new PeerNetwork(
        "sequences", "attention over 85 tokens, batches of 128", config, examples, 8, 1.5, -1);
  }

  /** Whether libtorch races with our rewriting too. */
  boolean isRewritten() {
    return rewrittenBound >= 0;
  }
}
