package grokscope.model;

import grokscope.config.Settings;
import grokscope.kernel.Matrix;
import grokscope.task.Values;

/** Makes a loss of one kind. Stateless, any thread. */
@FunctionalInterface
public interface LossFactory {
  /**
   * The loss with these settings.
   *
   * @param values what the answers stand for; null when they are classes
   * @param rows the same on the backend, [rows, outputs]; null when they are classes
   */
  Loss build(Settings settings, Values values, Matrix rows);
}
