package grokscope.cli.command;

import grokscope.cli.Assignment;
import grokscope.cli.PresetArgument;
import grokscope.cli.Wiring;
import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.run.weights.PairList;
import grokscope.task.PairSplit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said of weights that were trained elsewhere. Main thread only. */
final class WeightsOptions {
  @Option(
      names = "--preset",
      paramLabel = "PRESET|FILE.json",
      description = "The network's preset, or the config.json of its run. Default: recognised.")
  private @Nullable String preset;

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = {
        "Changes a setting of the preset, or says one where there is no preset; may be repeated."
      })
  private List<String> assignments = List.of();

  @Option(
      names = "--split",
      paramLabel = "PAIRS.csv",
      description = {
        "The pairs that were trained on: a line x,y for each, or x,y,train and x,y,test."
      })
  private @Nullable Path split;

  /** The settings of the preset, with what was changed; nothing where the weights are to tell. */
  Optional<RunConfig> settings(Wiring wiring) throws InvalidConfig {
    if (preset == null) {
      return Optional.empty();
    }
    RunConfig opened = PresetArgument.open(wiring.presets(), preset).config();
    return Optional.of(Assignment.apply(wiring.catalog(), opened, changes()));
  }

  /** The settings that were said or changed. */
  List<Assignment> changes() throws InvalidConfig {
    return Assignment.parse(assignments);
  }

  /** The pairs that were trained on, where a list names them. */
  Optional<PairSplit> pairs() throws InvalidConfig {
    return split == null ? Optional.empty() : Optional.of(PairList.read(split));
  }
}
