package grokscope.telemetry;

import java.util.Set;

/**
 * A question to a network: what a picture needs to be drawn. Immutable, any thread.
 *
 * @param sights what is asked for
 * @param layer of which layer's neurons or heads, from 0; beyond the last means the last
 * @param neuron whose map is wanted exactly, from 0
 * @param example the row of the task's table that is asked about
 */
public record Look(Set<Sight> sights, int layer, int neuron, int example) {
  public Look {
    sights = Set.copyOf(sights);
  }

  /** Asks for one thing, of the first layer, neuron and example. */
  public static Look at(Sight sight) {
    return new Look(Set.of(sight), 0, 0, 0);
  }
}
