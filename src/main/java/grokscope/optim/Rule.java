package grokscope.optim;

import grokscope.config.Settings;
import grokscope.kernel.Kernels;
import grokscope.kernel.Matrix;
import grokscope.model.Parameter;
import java.util.List;

/**
 * The formula of one kind of optimiser: from a parameter's gradient to its new weights. The trainer
 * thread begins an update; then each lane changes its parameters.
 */
interface Rule {
  /** How many matrices of a parameter's shape are remembered from update to update. */
  int memories(Settings settings);

  /**
   * The numbers of the next update.
   *
   * @param rate the learning rate of this update
   * @param decay the weight decay of it, for a rule that decays the weights itself
   * @param update from 1, counted since earlier gradients were last forgotten
   */
  void begin(Settings settings, double rate, double decay, int update);

  /**
   * Changes one parameter.
   *
   * @param memory what is remembered of it, zeros before the first update
   */
  void change(Kernels kernels, Parameter parameter, List<Matrix> memory);
}
