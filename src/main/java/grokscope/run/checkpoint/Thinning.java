package grokscope.run.checkpoint;

import grokscope.telemetry.Checkpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Which checkpoints of a run stay when it is to take less room. The first and the last do, those
 * that somebody asked for, those of memorised and generalised with the one before and the one after
 * each, and of the others one for every doubling of the step. Immutable, any thread.
 *
 * @param stay what stays, by its step
 * @param go what is deleted
 */
public record Thinning(List<CheckpointEntry> stay, List<CheckpointEntry> go) {
  private static final double RATIO = 2;

  public Thinning {
    stay = List.copyOf(stay);
    go = List.copyOf(go);
  }

  /**
   * What of these would stay.
   *
   * @param entries those of a run, by their step
   */
  public static Thinning of(List<CheckpointEntry> entries) {
    List<CheckpointEntry> stay = new ArrayList<>();
    List<CheckpointEntry> go = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < entries.size(); i++) {
      CheckpointEntry entry = entries.get(i);
      boolean spaced = entry.step() >= RATIO * last;
      if (spaced || lasts(entries, i)) {
        stay.add(entry);
        last = Math.max(entry.step(), 1); // or every step would be far from 0
      } else {
        go.add(entry);
      }
    }
    return new Thinning(stay, go);
  }

  private static boolean lasts(List<CheckpointEntry> entries, int index) {
    boolean end = index == 0 || index == entries.size() - 1;
    return end
        || entries.get(index).reason().lasting()
        || reached(entries.get(index - 1).reason())
        || reached(entries.get(index + 1).reason());
  }

  private static boolean reached(Checkpoint.Reason reason) {
    return reason == Checkpoint.Reason.MEMORIZED || reason == Checkpoint.Reason.GENERALIZED;
  }

  /** How many bytes are free after it. */
  public long freed() {
    return go.stream().mapToLong(CheckpointEntry::bytes).sum();
  }
}
