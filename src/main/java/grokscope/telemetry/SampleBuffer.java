package grokscope.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A bounded hand-off of samples from one writer thread to one reader thread that makes neither
 * wait.
 *
 * <p>The contract:
 *
 * <ol>
 *   <li>One thread calls {@link #write}, one thread calls {@link #drain}; neither ever blocks.
 *   <li>Samples are drained in the order in which they were written, each once.
 *   <li>At most {@code capacity} samples wait. When a reader stays away longer, the waiting ones
 *       are thinned: of every few neighbours those stay that hold the smallest or largest value of
 *       some metric, so a spike survives.
 *   <li>{@link #thinned} counts what was dropped.
 * </ol>
 *
 * <p>How: the waiting samples are one list that belongs to whoever has taken it out of the slot.
 * The writer takes it, appends and puts it back; the reader takes it and leaves the slot empty. A
 * reader that comes while the writer holds the list gets nothing this time.
 */
public final class SampleBuffer {
  private static final int NEIGHBORS = 32;

  private final int capacity;
  private final AtomicReference<List<Sample>> slot = new AtomicReference<>();
  private final AtomicLong thinned = new AtomicLong();

  /** A buffer in which at most {@code capacity} samples wait. */
  public SampleBuffer(int capacity) {
    if (capacity < 2 * NEIGHBORS) {
      throw new IllegalArgumentException("capacity " + capacity + " is below " + 2 * NEIGHBORS);
    }
    this.capacity = capacity;
  }

  /** Hands over a sample. Writer thread only. */
  public void write(Sample sample) {
    List<Sample> waiting = slot.getAndSet(null);
    if (waiting == null) {
      waiting = new ArrayList<>();
    } else if (waiting.size() >= capacity) {
      int before = waiting.size();
      waiting = thin(waiting);
      thinned.addAndGet(before - waiting.size());
    }
    waiting.add(sample);
    slot.set(waiting);
  }

  /** Takes all waiting samples, oldest first. Reader thread only. */
  public List<Sample> drain() {
    List<Sample> waiting = slot.getAndSet(null);
    return waiting == null ? List.of() : waiting;
  }

  /** How many samples were dropped because nobody drained. */
  public long thinned() {
    return thinned.get();
  }

  private static List<Sample> thin(List<Sample> samples) {
    List<Sample> kept = new ArrayList<>();
    for (int from = 0; from < samples.size(); from += NEIGHBORS) {
      keepExtremes(samples.subList(from, Math.min(from + NEIGHBORS, samples.size())), kept);
    }
    // With very many metrics almost every sample is an extreme of one; the bound comes first.
    return kept.size() <= samples.size() / 2 ? kept : everySecond(samples);
  }

  private static void keepExtremes(List<Sample> neighbors, List<Sample> kept) {
    boolean[] keep = new boolean[neighbors.size()];
    int metrics = neighbors.get(0).values().length;
    for (int metric = 0; metric < metrics; metric++) {
      int lowest = 0;
      int highest = 0;
      for (int i = 1; i < keep.length; i++) {
        double value = value(neighbors, i, metric);
        lowest = value < value(neighbors, lowest, metric) ? i : lowest;
        highest = value > value(neighbors, highest, metric) ? i : highest;
      }
      keep[lowest] = true;
      keep[highest] = true;
    }
    for (int i = 0; i < keep.length; i++) {
      if (keep[i]) {
        kept.add(neighbors.get(i));
      }
    }
  }

  private static double value(List<Sample> samples, int index, int metric) {
    double[] values = samples.get(index).values();
    return metric < values.length ? values[metric] : Double.NaN;
  }

  private static List<Sample> everySecond(List<Sample> samples) {
    List<Sample> kept = new ArrayList<>();
    for (int i = 0; i < samples.size(); i += 2) {
      kept.add(samples.get(i));
    }
    return kept;
  }
}
