package grokscope.model;

import grokscope.config.Kind;
import java.util.List;

/** The list of networks: one line each. */
public final class Models {
  /** Every network, the default first. */
  public static final List<Kind<Model>> ALL =
      List.of(MlpModel.KIND, TransformerModel.KIND, LinearModel.KIND);

  private Models() {}
}
