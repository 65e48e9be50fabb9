package grokscope.run.weights;

import grokscope.config.Catalog;
import grokscope.config.ConfigFormat;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.run.format.ArrayFile;
import grokscope.task.PairSplit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises a network by the names and shapes of a file's arrays. Immutable, any thread.
 *
 * <p>What the weights leave open becomes several candidates; only the network's answers can choose
 * among them.
 */
public final class WeightsReader {
  private final Candidates candidates;
  private final GivenSettings given;
  private final ConfigFormat format;

  /** Reads networks of a catalog. */
  public WeightsReader(Catalog catalog) {
    candidates = new Candidates(catalog);
    given = new GivenSettings(catalog);
    format = new ConfigFormat(catalog);
  }

  /** A layout that knows the names, and the arrays with these names. */
  private record Known(Layout layout, List<Renamed> meanings) {}

  /**
   * Every network and task that a file's weights may be.
   *
   * @throws InvalidConfig with one sentence on what was found and what was looked for
   */
  public FoundWeights read(ArrayFile file) throws InvalidConfig {
    Optional<RunConfig> own = FileFacts.settings(file, format);
    if (own.isPresent()) {
      return read(file, own.get());
    }
    Known known = known(file);
    List<Draft> drafts = drafts(known);
    List<Candidate> all = candidates.of(drafts);
    if (all.isEmpty()) {
      Draft draft = drafts.get(0);
      throw new InvalidConfig(
          "",
          "the file holds "
              + draft.words()
              + (draft.numbers().isEmpty()
                  ? ", which is not what pairs of numbers are answered with; a preset with its"
                      + " network and task can open it"
                  : ", and no network and task here have these sizes"));
    }
    return new FoundWeights(known.layout().words(), split(file), false, all);
  }

  /**
   * The network and task of given settings, with a file's weights.
   *
   * @throws InvalidConfig with one sentence on what was found, and which setting would fit
   */
  public FoundWeights read(ArrayFile file, RunConfig config) throws InvalidConfig {
    Known known = known(file);
    return new FoundWeights(
        known.layout().words(), split(file), true, given.fit(drafts(known), config));
  }

  private static List<Draft> drafts(Known known) {
    return known.meanings().stream().map(Drafts::of).toList();
  }

  private static Optional<PairSplit> split(ArrayFile file) throws InvalidConfig {
    return FileSplit.of(file);
  }

  private static Known known(ArrayFile file) throws InvalidConfig {
    FileFacts.refuseOtherNorms(file);
    List<NamedArrays> parts = StateParts.of(file);
    Optional<InvalidConfig> refusal = Optional.empty();
    for (NamedArrays part : parts) {
      for (Layout layout : Layouts.ALL) {
        try {
          List<Renamed> meanings = layout.read(part);
          if (!meanings.isEmpty()) {
            return new Known(layout, told(file, part, meanings));
          }
        } catch (InvalidConfig refused) {
          refusal = Optional.of(refusal.orElse(refused));
          break; // its names are known; a looser layout must not read it in another way
        }
      }
    }
    throw refusal.isPresent() ? refusal.get() : unknown(file, parts);
  }

  private static List<Renamed> told(ArrayFile file, NamedArrays part, List<Renamed> meanings) {
    List<Renamed> all = new ArrayList<>();
    for (Renamed renamed : meanings) {
      Map<String, String> told = new LinkedHashMap<>(renamed.told());
      List<String> remarks = new ArrayList<>(part.remarks());
      if (hasNeurons(renamed)) {
        FileFacts.activation(file)
            .ifPresent(
                word -> {
                  told.put("activation", Activations.nearest(word));
                  Activations.doubt(word).ifPresent(remarks::add);
                });
      }
      all.add(new Renamed(renamed.weights(), told, renamed.remarks()).after(remarks));
    }
    return all;
  }

  private static boolean hasNeurons(Renamed renamed) {
    return renamed.weights().keySet().stream()
        .anyMatch(name -> name.startsWith("hidden.") || name.contains(".mlp."));
  }

  private static InvalidConfig unknown(ArrayFile file, List<NamedArrays> parts) {
    NamedArrays last = parts.get(parts.size() - 1);
    if (file.arrays().isEmpty()) {
      return new InvalidConfig("", "the file holds no arrays");
    }
    return new InvalidConfig(
        "",
        "no network is known by what the file holds: "
            + last.some()
            + "; looked for were TransformerLens's names (embed.W_E, blocks.0.attn.W_Q), embeddings"
            + " and linear layers that lead from two numbers to an answer, and Grokscope's own");
  }
}
