package grokscope.run;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.telemetry.Checkpoint;
import grokscope.telemetry.RunEvent;
import grokscope.train.RunRequest;
import grokscope.train.RunRequest.Until;
import java.util.List;
import java.util.Optional;

/**
 * A run on disk that can go on: nobody else writes in its folder until this is closed, or its
 * recorder is. One thread.
 */
public final class StoppedRun implements AutoCloseable {
  private final RunStore store;
  private final RunFolder folder;
  private final FolderLock lock;
  private final RunConfig config;
  private final Optional<CheckpointFile.Stored> from;
  private final List<RunEvent.KnobTurned> turns;
  private boolean handedOver;

  /**
   * A run.
   *
   * @param config what it began with
   * @param from its last checkpoint; empty when it can only begin again
   * @param turns the knobs that were turned after that
   */
  StoppedRun(
      RunStore store,
      RunFolder folder,
      FolderLock lock,
      RunConfig config,
      Optional<CheckpointFile.Stored> from,
      List<RunEvent.KnobTurned> turns) {
    this.store = store;
    this.folder = folder;
    this.lock = lock;
    this.config = config;
    this.from = from;
    this.turns = List.copyOf(turns);
  }

  /** What it began with. */
  public RunConfig config() {
    return config;
  }

  /** Where it goes on; empty when it begins again. */
  public Optional<Checkpoint> from() {
    return from.map(CheckpointFile.Stored::checkpoint);
  }

  /**
   * What to run so that it goes on. Knobs that were turned after the checkpoint are turned again.
   *
   * @param steps after how many steps it is over
   * @throws InvalidConfig when it has taken more steps already
   */
  public RunRequest request(int steps) throws InvalidConfig {
    RunRequest request =
        new RunRequest(store.withSteps(config, steps), false, Until.STEPS).withTurns(turns);
    if (from.isEmpty()) {
      return request;
    }
    Checkpoint checkpoint = from.get().checkpoint();
    if (checkpoint.step() > steps) {
      throw new InvalidConfig(
          "--steps", "is " + steps + ", but the run has taken " + checkpoint.step() + " already");
    }
    return request.goingOnFrom(
        checkpoint.with(request.config(), store.withSteps(checkpoint.latest(), steps)));
  }

  /**
   * Records how it goes on; its files are cut back to the checkpoint when it does.
   *
   * @param steps as in the request
   * @throws InvalidConfig with one sentence when the folder cannot be written
   */
  public RunRecorder recorder(int steps) throws InvalidConfig {
    RunRecorder recorder = store.goingOn(folder, lock, store.withSteps(config, steps), from);
    handedOver = true;
    return recorder;
  }

  @Override
  public void close() {
    if (!handedOver) {
      lock.close();
    }
  }
}
