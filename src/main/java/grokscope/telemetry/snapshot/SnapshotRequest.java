package grokscope.telemetry.snapshot;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question to a network: what a picture needs to be drawn. Immutable, any thread.
 *
 * @param snapshotParts what is asked for
 * @param layer of which layer's neurons or heads, from 0; beyond the last means the last
 * @param neuron whose map is wanted exactly, from 0
 * @param example the row of the task's table that is asked about
 * @param sequence what is asked about in its place
 * @param pictures the rows of the task's table whose pixels are wanted
 */
public record SnapshotRequest(
    Set<SnapshotPart> snapshotParts,
    int layer,
    int neuron,
    int example,
    Optional<AskedSequence> sequence,
    List<Integer> pictures) {
  public SnapshotRequest {
    snapshotParts = Collections.unmodifiableSet(new LinkedHashSet<>(snapshotParts));
    pictures = List.copyOf(pictures);
  }

  /** A question about what is in the network, and about an example of the table. */
  public SnapshotRequest(Set<SnapshotPart> snapshotParts, int layer, int neuron, int example) {
    this(snapshotParts, layer, neuron, example, Optional.empty(), List.of());
  }

  /** Asks for one thing, of the first layer, neuron and example. */
  public static SnapshotRequest at(SnapshotPart snapshotPart) {
    return new SnapshotRequest(Set.of(snapshotPart), 0, 0, 0);
  }

  /** Asks what the network says to a row of the task's table. */
  public static SnapshotRequest about(int example) {
    return new SnapshotRequest(Set.of(SnapshotPart.GUESS), 0, 0, example);
  }

  /** Asks what the network says to a sequence. */
  public static SnapshotRequest about(AskedSequence sequence) {
    return new SnapshotRequest(
        Set.of(SnapshotPart.GUESS), 0, 0, 0, Optional.of(sequence), List.of());
  }

  /** Asks for the pixels of some rows of the task's table. */
  public static SnapshotRequest pixels(List<Integer> pictures) {
    return new SnapshotRequest(Set.of(SnapshotPart.PIXELS), 0, 0, 0, Optional.empty(), pictures);
  }
}
