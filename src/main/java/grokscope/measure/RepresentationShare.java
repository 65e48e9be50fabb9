package grokscope.measure;

import java.util.List;

/**
 * How much of the logits the characters of one irreducible representation explain. Immutable, any
 * thread.
 *
 * @param partition its name: a partition of how many things are permuted, falling
 * @param dimension its own
 * @param share of the logits' variance over the classes
 */
public record RepresentationShare(List<Integer> partition, int dimension, double share) {
  public RepresentationShare {
    partition = List.copyOf(partition);
  }
}
