package grokscope.optim;

import grokscope.config.Settings;
import grokscope.kernel.StateArchive;

/** Changes a network's gradients before the optimiser reads them. Trainer thread only. */
public interface GradientFilter extends AutoCloseable {
  /** Replaces every parameter's gradient by the filtered one. */
  void filter();

  /** New settings from the next gradient on; what it remembers of earlier gradients stays. */
  void retune(Settings settings);

  /** Forgets earlier gradients. */
  default void forget() {}

  /** Carries what it remembers of earlier gradients over to a resumed run. */
  default void archive(StateArchive state) {}

  @Override
  void close();
}
