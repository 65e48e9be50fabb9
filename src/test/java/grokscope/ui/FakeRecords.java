package grokscope.ui;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.telemetry.RunFeed;
import java.util.Optional;

/** Records that keep everything in memory, or refuse. */
final class FakeRecords implements RunRecords {
  final RunFeed heard = new RunFeed();
  private final String refusal;
  private volatile boolean closed;
  volatile String problem;

  FakeRecords() {
    this("");
  }

  FakeRecords(String refusal) {
    this.refusal = refusal;
  }

  @Override
  public Recording begin(RunConfig config) throws InvalidConfig {
    if (!refusal.isEmpty()) {
      throw new InvalidConfig("", refusal);
    }
    return new Recording(heard, () -> Optional.ofNullable(problem), Optional.empty(), () -> {});
  }

  @Override
  public void settle() {
    // Nothing waits.
  }

  @Override
  public void close() {
    closed = true;
  }

  boolean closed() {
    return closed;
  }
}
