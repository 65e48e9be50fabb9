package grokscope.train.lab;

import grokscope.config.Kind;
import grokscope.model.NetworkFactory;
import grokscope.model.linear.LinearFactory;
import grokscope.model.mlp.MlpFactory;
import grokscope.model.transformer.TransformerFactory;
import java.util.List;

/** The list of networks: one line each. */
public final class Models {
  /** Every network, the default first. */
  public static final List<Kind<NetworkFactory>> ALL =
      List.of(MlpFactory.KIND, TransformerFactory.KIND, LinearFactory.KIND);

  private Models() {}
}
