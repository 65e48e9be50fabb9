package grokscope.ui;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.telemetry.RunFeed;
import grokscope.telemetry.RunListener;

/** Records that keep everything in memory, or refuse. */
final class FakeRecords implements RunRecords {
  final RunFeed heard = new RunFeed();
  private final String refusal;
  private volatile boolean closed;

  FakeRecords() {
    this("");
  }

  FakeRecords(String refusal) {
    this.refusal = refusal;
  }

  @Override
  public RunListener begin(RunConfig config) throws InvalidConfig {
    if (!refusal.isEmpty()) {
      throw new InvalidConfig("", refusal);
    }
    return heard;
  }

  @Override
  public void close() {
    closed = true;
  }

  boolean closed() {
    return closed;
  }
}
