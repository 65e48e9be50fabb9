package grokscope.run;

import grokscope.config.AtomicFile;
import grokscope.config.ProgramVersion;
import grokscope.run.checkpoint.CheckpointFolder;
import grokscope.run.checkpoint.CheckpointQueue;
import grokscope.run.format.ComputedFormat;
import grokscope.run.format.EventFormat;
import grokscope.run.format.RunText;
import grokscope.run.format.SafetensorsFile;
import grokscope.story.OutcomeListener;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.Computation;
import grokscope.telemetry.Computed;
import grokscope.telemetry.RunEvent;
import grokscope.telemetry.RunSummary;
import grokscope.telemetry.Sample;
import grokscope.telemetry.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one run into its folder as it happens. The trainer thread calls it and only queues; the
 * thread {@code io} writes. A disk that fails never ends the run: lines wait until they can be
 * written, and a checkpoint that cannot be is left out.
 */
final class RunRecorder implements Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

  private final RunFolder folder;
  private final RunNumber number;
  private final IoThread io;
  private final ProgramVersion program;
  private final FolderLock lock;
  private final OutcomeListener outcome;
  private final CheckpointFolder checkpoints;
  private final PendingWrites pendingWrites = new PendingWrites();
  private final CheckpointQueue queue = new CheckpointQueue();
  private long run; // its id; trainer thread only
  private volatile Consumer<RunEvent.CheckpointKept> kept = checkpoint -> {};
  private Optional<Computation> computed = Optional.empty(); // trainer thread only
  private @Nullable Resumption resumption; // trainer thread only; until the run is going
  private @Nullable RunFiles files; // io thread only; from then on
  private boolean closed; // io thread only
  private volatile String behind = ""; // why lines wait
  private volatile String withoutCheckpoint = ""; // why the last one was not written

  /**
   * A recording of a run that begins.
   *
   * @param files the open files
   * @param program what trains the run
   * @param outcome says at its end what it was; it knows what was measured before
   */
  RunRecorder(
      RunFolder folder,
      RunNumber number,
      FolderLock lock,
      CheckpointFolder checkpoints,
      RunFiles files,
      IoThread io,
      ProgramVersion program,
      OutcomeListener outcome) {
    this(folder, number, lock, checkpoints, files, null, io, program, outcome);
  }

  /**
   * A recording of a resumed run, whose files are opened when it starts.
   *
   * @param program what trains the run
   * @param outcome says at its end what it was; it knows what was measured before
   */
  RunRecorder(
      RunFolder folder,
      RunNumber number,
      FolderLock lock,
      CheckpointFolder checkpoints,
      Resumption resumption,
      IoThread io,
      ProgramVersion program,
      OutcomeListener outcome) {
    this(folder, number, lock, checkpoints, null, resumption, io, program, outcome);
  }

  private RunRecorder(
      RunFolder folder,
      RunNumber number,
      FolderLock lock,
      CheckpointFolder checkpoints,
      @Nullable RunFiles files,
      @Nullable Resumption resumption,
      IoThread io,
      ProgramVersion program,
      OutcomeListener outcome) {
    this.folder = folder;
    this.number = number;
    this.lock = lock;
    this.checkpoints = checkpoints;
    this.files = files;
    this.resumption = resumption;
    this.io = io;
    this.program = program;
    this.outcome = outcome;
  }

  @Override
  public RunFolder folder() {
    return folder;
  }

  @Override
  public RunNumber number() {
    return number;
  }

  @Override
  public void onCheckpoint(Consumer<RunEvent.CheckpointKept> listener) {
    kept = listener;
  }

  @Override
  public Optional<String> problem() {
    String reason = behind.isEmpty() ? withoutCheckpoint : behind;
    return Optional.of(reason).filter(words -> !words.isEmpty()).map(this::sentence);
  }

  @Override
  public void onSample(Sample sample) {
    outcome.onSample(sample);
    write(() -> open().metrics().append(RunText.row(sample)));
  }

  @Override
  public void onComputed(Computed now) {
    computed = Optional.of(now.by());
    write(
        () ->
            ComputedFormat.write(
                folder.computed(), Computed.goingOn(ComputedFormat.read(folder.computed()), now)));
  }

  @Override
  public void onEvent(RunEvent event) {
    run = event.run();
    Resumption from = resumption;
    if (from != null) {
      if (from.waits(event)) {
        return; // until the run goes on, nothing in its folder may change
      }
      resumption = null;
      write(() -> files = from.cutBack(folder));
      if (from.alreadyWritten(event)) {
        return;
      }
    }
    write(() -> open().events().append(EventFormat.write(event)));
  }

  @Override
  public void onWeights(List<Tensor> copies) {
    write(() -> SafetensorsFile.write(folder.weights(), copies));
  }

  @Override
  public boolean keepsCheckpoints() {
    return true;
  }

  @Override
  public void onCheckpoint(Checkpoint checkpoint) {
    long of = run;
    if (queue.enter(checkpoint)) {
      offer(() -> keep(of, checkpoint));
    }
  }

  private void keep(long of, Checkpoint checkpoint) {
    queue.leave(checkpoint);
    if (closed || !caughtUp()) {
      return; // it would speak of lines that are not there
    }
    try {
      open().force();
      CheckpointFolder.Written written = checkpoints.write(open().at(checkpoint));
      withoutCheckpoint = "";
      kept.accept(written.told(of));
    } catch (IOException e) {
      withoutCheckpoint = told(withoutCheckpoint, e);
    }
  }

  @Override
  public void onEnd(RunSummary summary) {
    if (resumption != null) {
      offer(this::closeFiles); // it could not go on, and others may
      return;
    }
    String text = RunText.summary(summary, outcome.outcome(summary), program, computed) + "\n";
    write(() -> AtomicFile.replace(folder.summary(), text));
    offer(
        () -> {
          if (caughtUp()) {
            closeFiles();
          }
        });
  }

  @Override
  public void close() {
    offer(
        () -> {
          caughtUp();
          closeFiles();
        });
    if (!io.drain()) {
      behind = "the disk did not respond in time";
    }
  }

  /** Returns when everything heard so far was tried. The trainer must not call it. */
  void drain() {
    io.drain();
  }

  private RunFiles open() {
    return Objects.requireNonNull(files, "files are opened before anything is written to them");
  }

  private void closeFiles() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (files != null) {
        files.close();
      }
    } catch (IOException e) {
      behind = told(behind, e);
    } finally {
      lock.close();
    }
  }

  private void write(PendingWrites.Writing writing) {
    offer(
        () -> {
          if (!closed) {
            pendingWrites.add(writing);
            caughtUp();
          }
        });
  }

  /** Writes what waits; whether nothing does any more. */
  private boolean caughtUp() {
    try {
      pendingWrites.write();
      behind = "";
      return true;
    } catch (IOException e) {
      behind = told(behind, e);
      return false;
    }
  }

  private void offer(Runnable work) {
    if (!io.offer(work)) {
      behind = "the program is closing";
    }
  }

  private String told(String before, IOException e) {
    String reason = AtomicFile.reason(e);
    if (!reason.equals(before)) {
      LOG.warn(sentence(reason));
    }
    return reason;
  }

  private String sentence(String reason) {
    return folder.path() + ": some of this run could not be written: " + reason + ".";
  }
}
