package grokscope.run.sequence;

import grokscope.config.Catalog;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import grokscope.task.PairSplit;
import grokscope.text.NumberText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a sequence is to be imported. Immutable, any thread.
 *
 * @param settings what it was trained with, as far as somebody has said so; empty where the network
 *     is to be recognised
 * @param changes what is changed in the settings, said or recognised
 * @param told the paths of what is changed
 * @param split which pairs were trained on; empty where the files or the settings say it
 * @param out the folder for the run; empty for a new one among the user's
 * @param name what the run is to be called; empty for the name of what is imported
 */
public record ImportWish(
    Optional<RunConfig> settings,
    Changes changes,
    List<String> told,
    Optional<PairSplit> split,
    Optional<Path> out,
    String name) {

  /** Sections of settings that nothing of a network tells. */
  private static final List<String> OF_TRAINING =
      List.of(
          SettingPaths.OPTIMIZER + ".", SettingPaths.GRADIENT + ".", SettingPaths.WEIGHTS + ".");

  /** Settings of a network that only its start and its training knew. */
  private static final Pattern STARTS =
      Pattern.compile("model\\.(initialization|initialScale|embeddingScale|dropout)");

  public ImportWish {
    told = List.copyOf(told);
  }

  /** Nothing was said but what is to be changed in what is recognised. */
  public static ImportWish with(Changes changes) {
    return new ImportWish(
        Optional.empty(), changes, List.of(), Optional.empty(), Optional.empty(), "");
  }

  /** Changes settings. */
  @FunctionalInterface
  public interface Changes {
    /**
     * The settings with the changes.
     *
     * @throws InvalidConfig with one sentence when they cannot be
     */
    RunConfig apply(RunConfig config) throws InvalidConfig;
  }

  /** What the run is called. */
  String title(CheckpointSequence sequence) {
    return name.isBlank()
        ? String.valueOf(sequence.path().toAbsolutePath().normalize().getFileName())
        : name;
  }

  /**
   * The paths of the settings of its training that nobody has said.
   *
   * @param split whether it is known which examples were trained on
   */
  List<String> untold(Catalog catalog, RunConfig config, boolean split) {
    if (settings.isPresent()) {
      return List.of();
    }
    return catalog.paths(config).stream()
        .filter(
            path ->
                (ofTraining(path) && !told.contains(path))
                    || (!split && path.equals(SettingPaths.TRAIN_FRACTION)))
        .toList();
  }

  private static boolean ofTraining(String path) {
    return path.equals(SettingPaths.SEED)
        || path.equals(SettingPaths.BATCH)
        || (path.startsWith(SettingPaths.DATA + ".") && !path.equals(SettingPaths.TRAIN_FRACTION))
        || STARTS.matcher(path).matches()
        || OF_TRAINING.stream().anyMatch(path::startsWith);
  }

  /** Whether somebody has said which examples were trained on, if only by the settings. */
  boolean saysSplit() {
    return split.isPresent()
        || settings.isPresent()
        || (told.contains(SettingPaths.SEED) && told.contains(SettingPaths.TRAIN_FRACTION));
  }

  /**
   * Says which examples were trained on, and how that is known.
   *
   * @param leftOut what is not measured because that is not known
   */
  String splitWords(Optional<PairSplit> known, RunConfig config, List<String> leftOut) {
    String share = NumberText.perCent(config.trainFraction());
    if (known.isPresent()) {
      return "Which pairs were trained on is known from "
          + (split.isPresent() ? "the given list" : "the file")
          + ": "
          + NumberText.count(known.get().size())
          + ", which are "
          + share
          + " of all.";
    }
    if (leftOut.isEmpty()) {
      return "Which examples were trained on is taken from the settings: "
          + share
          + ", chosen by seed "
          + config.seed()
          + "; if others were, the curves of training and hidden examples are wrong.";
    }
    return "Which examples were trained on is not known, so test loss and accuracy are those of all"
        + " examples; not measured, because of that: "
        + String.join(", ", leftOut)
        + ".";
  }
}
