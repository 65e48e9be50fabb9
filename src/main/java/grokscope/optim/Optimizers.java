package grokscope.optim;

import grokscope.config.Kind;
import java.util.List;

/** The list of optimisers: one line each. */
public final class Optimizers {
  /** Every optimiser, the default first. */
  public static final List<Kind<OptimizerFactory>> ALL =
      List.of(Adam.DECOUPLED, Adam.COUPLED, Sgd.KIND);

  private Optimizers() {}
}
