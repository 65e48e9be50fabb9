package grokscope.optim;

import grokscope.config.Settings;

/** Changes a network's weights by its gradients. Trainer thread only. */
public interface Optimizer extends AutoCloseable {
  /** One update. */
  void update();

  /** New settings from the next update on; what it remembers of earlier gradients stays. */
  void retune(Settings settings);

  @Override
  void close();
}
