package grokscope.run.weights;

import java.util.List;

/** The list of layouts: one line each. */
final class Layouts {
  /** Every layout; the first that knows the names has them. */
  static final List<Layout> ALL =
      List.of(
          new TransformerLens(),
          new PaperNotebook(),
          new OwnNames(),
          new TorchAttention(),
          new LayerStack());

  private Layouts() {}
}
