package grokscope.train.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times several sides in turn, so that whatever else the machine does falls on all of them. The
 * first round warms up and chooses each side's number of threads.
 */
final class Race {
  private static final int ROUNDS = 5;
  private static final int TRIALS = 2; // the first trial of a choice also pays for compilation
  private static final Duration TRIAL = Duration.ofMillis(700);
  private static final Duration BLOCK = Duration.ofMillis(1500);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private Race() {}

  /** A side's blocks and the number of threads that suited it best. */
  record Result(int threads, List<StepTimes> blocks) {
    /** The median over the blocks of a step's median time, in milliseconds. */
    double millis() {
      return StepTimes.median(blocks.stream().mapToDouble(StepTimes::median).toArray());
    }
  }

  static Map<String, Result> run(List<Side> sides) {
    Map<String, Result> results = new LinkedHashMap<>();
    for (Side side : sides) {
      results.put(side.name(), new Result(bestThreads(side), new ArrayList<>()));
    }
    for (int round = 1; round <= ROUNDS; round++) {
      for (Side side : sides) {
        Result result = results.get(side.name());
        result.blocks().add(block(side, result.threads(), BLOCK));
      }
    }
    return results;
  }

  private static int bestThreads(Side side) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int trial = 0; trial < TRIALS; trial++) {
      for (int threads : side.threadChoices()) {
        double millis = block(side, threads, TRIAL).median();
        if (millis < least) {
          least = millis;
          best = threads;
        }
      }
    }
    return best;
  }

  /** Thread pools spin for a moment after their work; the pause keeps that out of other blocks. */
  private static StepTimes block(Side side, int threads, Duration length) {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return side.block(threads, length);
  }
}
