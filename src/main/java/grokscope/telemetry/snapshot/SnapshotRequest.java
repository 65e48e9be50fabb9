package grokscope.telemetry.snapshot;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A question to a network: what a picture needs to be drawn. Immutable, any thread.
 *
 * @param snapshotParts what is asked for
 * @param layer of which layer's neurons or heads, from 0; beyond the last means the last
 * @param neuron whose map is wanted exactly, from 0
 * @param example the row of the task's table that is asked about
 */
public record SnapshotRequest(Set<SnapshotPart> snapshotParts, int layer, int neuron, int example) {
  public SnapshotRequest {
    snapshotParts = Collections.unmodifiableSet(new LinkedHashSet<>(snapshotParts));
  }

  /** Asks for one thing, of the first layer, neuron and example. */
  public static SnapshotRequest at(SnapshotPart snapshotPart) {
    return new SnapshotRequest(Set.of(snapshotPart), 0, 0, 0);
  }
}
