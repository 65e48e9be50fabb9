package grokscope.ui;

import grokscope.config.RunConfig;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunSummary;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one record open per run in progress, and closes it once the run is over. Used on the FX
 * thread; records of runs that ended by themselves are closed on a thread of their own, because
 * closing waits for the disk.
 */
final class Recorder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final RunRecords records;
  private final Set<RunRecords.Recording> open = ConcurrentHashMap.newKeySet();

  Recorder(RunRecords records) {
    this.records = records;
  }

  /**
   * The listeners for a new run: the feed, and its record if there can be one.
   *
   * @param trouble told in a sentence why the run is not recorded
   */
  List<RunListener> listeners(
      RunConfig config, String title, RunListener feed, Consumer<String> trouble) {
    try {
      RunRecords.Recording recording = records.begin(config, title);
      open.add(recording);
      return List.of(recording.listener(), new EndOfRun(() -> closeLater(recording)), feed);
    } catch (IOException noPlace) {
      LOG.warn("The run is not recorded", noPlace);
      trouble.accept("This run is not being saved: " + noPlace.getMessage());
      return List.of(feed);
    }
  }

  private void closeLater(RunRecords.Recording recording) {
    Thread closer = new Thread(() -> close(recording), "close record");
    closer.setDaemon(true);
    closer.start();
  }

  private void close(RunRecords.Recording recording) {
    if (open.remove(recording)) {
      recording.close();
    }
  }

  /** Closes what is still open; returns when it is on disk. */
  @Override
  public void close() {
    List.copyOf(open).forEach(this::close);
  }

  /** Runs an action when the run is over. */
  private record EndOfRun(Runnable action) implements RunListener {
    @Override
    public void sampled(grokscope.telemetry.Sample sample) {}

    @Override
    public void happened(grokscope.telemetry.RunEvent event) {}

    @Override
    public void status(grokscope.telemetry.RunStatus status) {}

    @Override
    public void ended(RunSummary summary) {
      action.run();
    }
  }
}
