package grokscope.run.weights;

import grokscope.config.InvalidConfig;
import java.util.List;

/** One way in which programs name and shape the weights of a network. Stateless, any thread. */
interface Layout {
  /** What it is called: "TransformerLens". */
  String words();

  /**
   * The weights in this program's names and shapes, for every meaning that the names and shapes
   * leave, the likeliest first; none where the names are not of this layout.
   *
   * @throws InvalidConfig with one sentence when the names are of this layout, but shapes do not
   *     fit together or something has no place in a network of this program
   */
  List<Renamed> read(NamedArrays arrays) throws InvalidConfig;
}
