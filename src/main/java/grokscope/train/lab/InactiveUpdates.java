package grokscope.train.lab;

import grokscope.config.InactiveRule;
import grokscope.config.RunConfig;
import grokscope.config.SettingPaths;
import java.util.Optional;

/** The knobs of optimisers that are about weights which some networks do not have. Stateless. */
final class InactiveUpdates implements InactiveRule {
  @Override
  public Optional<String> reason(RunConfig config, String path) {
    return switch (path) {
      case SettingPaths.EMBEDDING_RATE ->
          new Choices(config).anatomy().embedding()
              ? Optional.empty()
              : Optional.of("this network has no embedding");
      case SettingPaths.DECAYED ->
          new Choices(config).anatomy().vectors()
              ? Optional.empty()
              : Optional.of("this network has neither biases nor LayerNorm");
      default -> Optional.empty();
    };
  }
}
