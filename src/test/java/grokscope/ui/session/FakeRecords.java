package grokscope.ui.session;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.run.Recorder;
import grokscope.run.Recorders;
import grokscope.run.RunFolder;
import grokscope.run.RunPreset;
import grokscope.telemetry.RunFeed;
import java.nio.file.Path;
import java.util.Optional;

/** Records that keep everything in memory, or refuse. */
public final class FakeRecords implements Recorders {
  final RunFeed heard = new RunFeed();
  private final String refusal;
  private int begun;
  private volatile boolean closed;
  volatile String problem;

  public FakeRecords() {
    this("");
  }

  FakeRecords(String refusal) {
    this.refusal = refusal;
  }

  @Override
  public Recorder record(RunConfig config, RunPreset from) throws InvalidConfig {
    if (!refusal.isEmpty()) {
      throw new InvalidConfig("", refusal);
    }
    RunFolder nowhere = new RunFolder(Path.of("nowhere", String.valueOf(++begun)));
    return new FakeRecorder(heard, nowhere, () -> Optional.ofNullable(problem));
  }

  @Override
  public void settle() {
    // Nothing waits.
  }

  @Override
  public void close() {
    closed = true;
  }

  public boolean closed() {
    return closed;
  }
}
