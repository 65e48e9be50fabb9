package grokscope.optim;

import grokscope.config.Settings;
import grokscope.kernel.StateArchive;

/** Changes a network's weights by its gradients. Trainer thread only. */
public interface Optimizer extends AutoCloseable {
  /** One update. */
  void update();

  /** New settings from the next update on; what it remembers of earlier gradients stays. */
  void retune(Settings settings);

  /** Forgets earlier gradients; its schedule goes on. */
  void forget();

  /** Carries what it remembers of earlier gradients over to a resumed run. */
  void archive(StateArchive state);

  @Override
  void close();
}
