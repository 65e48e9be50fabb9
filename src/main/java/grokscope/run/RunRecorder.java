package grokscope.run;

import grokscope.config.InvalidConfig;
import grokscope.config.SmallFile;
import grokscope.telemetry.Metric;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunListener;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.telemetry.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one run into its folder as it happens. The trainer thread calls it and only queues; the
 * thread {@code io} writes. A disk that fails ends the recording, never the run.
 */
public final class RunRecorder implements RunListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

  private final RunFolder folder;
  private final IoThread io;
  private final LineFile metrics;
  private final LineFile events;
  private volatile String problem = "";

  /**
   * Starts a recording; afterwards the folder holds everything but the run itself.
   *
   * @throws InvalidConfig with one sentence when the folder cannot be written
   */
  RunRecorder(RunFolder folder, String config, List<Metric> columns, IoThread io)
      throws InvalidConfig {
    this.folder = folder;
    this.io = io;
    try {
      SmallFile.replace(folder.config(), config);
      metrics = new LineFile(folder.metrics());
      metrics.append(RunLines.header(columns));
      events = new LineFile(folder.events());
    } catch (IOException e) {
      throw RunFolder.refused(
          folder.path(), "the folder cannot be written: " + SmallFile.reason(e));
    }
  }

  /** Where the run is written. */
  public RunFolder folder() {
    return folder;
  }

  /** Why the recording broke off, in one sentence, if it did. */
  public Optional<String> problem() {
    return Optional.of(problem).filter(sentence -> !sentence.isEmpty());
  }

  @Override
  public void sampled(Sample sample) {
    write(() -> metrics.append(RunLines.row(sample)));
  }

  @Override
  public void happened(RunEvent event) {
    write(() -> events.append(RunLines.event(event)));
  }

  @Override
  public void status(RunStatus status) {
    // Only the latest word; what matters of it comes as an event.
  }

  @Override
  public void weights(List<Tensor> copies) {
    write(() -> SafetensorsFile.write(folder.weights(), copies));
  }

  @Override
  public void ended(RunSummary summary) {
    write(() -> SmallFile.replace(folder.summary(), RunLines.summary(summary) + "\n"));
    write(this::closeFiles);
  }

  /** Returns when everything heard so far is written. The trainer must not call it. */
  @Override
  public void close() {
    write(this::closeFiles);
    io.drain();
  }

  private void closeFiles() throws IOException {
    metrics.close();
    events.close();
  }

  private void write(Writing writing) {
    boolean queued =
        io.offer(
            () -> {
              if (problem.isEmpty()) {
                attempt(writing);
              }
            });
    if (!queued) {
      breakOff("the program is closing");
    }
  }

  private void attempt(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      breakOff(SmallFile.reason(e));
    }
  }

  private void breakOff(String reason) {
    if (problem.isEmpty()) {
      problem = folder.path() + ": the recording broke off: " + reason + ".";
      LOG.warn(problem);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }
}
