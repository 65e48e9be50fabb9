package grokscope.model;

import grokscope.config.Settings;

/** Makes a loss of one kind. Stateless, any thread. */
@FunctionalInterface
public interface LossFactory {
  /** The loss with these settings. */
  Loss build(Settings settings);
}
