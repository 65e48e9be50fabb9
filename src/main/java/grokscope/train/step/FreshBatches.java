package grokscope.train.step;

import grokscope.kernel.RandomStream;
import grokscope.kernel.StateArchive;
import grokscope.task.Source;
import java.util.stream.IntStream;

/** New examples for every step. Trainer thread only. */
final class FreshBatches implements StepData {
  private final Source source;
  private final RandomStream random;
  private final int[] all;

  FreshBatches(Source source, int batchSize, RandomStream random) {
    this.source = source;
    this.random = random;
    this.all = IntStream.range(0, batchSize).toArray();
  }

  @Override
  public void fill(LanePlan step) {
    step.fill(source.draw(all.length, random), all, 0);
  }

  @Override
  public void archive(StateArchive state) {
    // Nothing but the stream, which whoever made this archives.
  }
}
