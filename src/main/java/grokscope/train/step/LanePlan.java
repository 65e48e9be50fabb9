package grokscope.train.step;

import grokscope.model.Batch;
import grokscope.model.Network;
import grokscope.task.Examples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a set of examples is spread over the lanes: an even share each, cut into batches that fit a
 * worker's buffers. Trainer thread only; a lane reads its own batches.
 */
final class LanePlan implements AutoCloseable {
  private final List<List<Batch>> perLane = new ArrayList<>();
  private final int size;
  private final int[] sorted;
  private final int[] starts;

  /**
   * A plan for {@code size} examples; batches have at most {@code capacity}.
   *
   * @param answers how many answers of each are asked for
   */
  LanePlan(Network network, int size, int answers, int lanes, int capacity) {
    this.size = size;
    this.sorted = new int[size];
    this.starts = new int[lanes];
    int next = 0;
    for (int lane = 0; lane < lanes; lane++) {
      int share = part(size, lanes, lane);
      starts[lane] = next;
      next += share;
      int count = (share + capacity - 1) / capacity;
      List<Batch> batches = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        batches.add(network.batch(part(share, count, i), answers));
      }
      perLane.add(batches);
    }
  }

  /** The size of one of several parts that differ by at most one. */
  private static int part(int total, int parts, int index) {
    return total / parts + (index < total % parts ? 1 : 0);
  }

  /**
   * Takes the examples ids[from], ids[from + 1], … in the order of the task's table, where
   * neighbours share operands: the kernels read shared rows once.
   */
  void fill(Examples examples, int[] ids, int from) {
    System.arraycopy(ids, from, sorted, 0, size);
    Arrays.sort(sorted);
    int next = 0;
    for (List<Batch> batches : perLane) {
      for (Batch batch : batches) {
        batch.fill(examples, sorted, next);
        next += batch.size();
      }
    }
  }

  /** The examples of the plan, batch by batch and lane by lane. */
  int[] ids() {
    return sorted;
  }

  /** Where the ids of a lane's first batch start. */
  int start(int lane) {
    return starts[lane];
  }

  List<Batch> batches(int lane) {
    return perLane.get(lane);
  }

  int size() {
    return size;
  }

  @Override
  public void close() {
    perLane.forEach(batches -> batches.forEach(Batch::close));
  }
}
