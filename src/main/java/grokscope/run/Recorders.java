package grokscope.run;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;

/** Makes the recorders of runs. */
public interface Recorders extends AutoCloseable {
  /**
   * Records a run that is about to start in a new folder; any thread.
   *
   * @param from the preset that it is started from
   * @throws InvalidConfig with one sentence when there is no place to write to
   */
  Recorder record(RunConfig config, RunPreset from) throws InvalidConfig;

  /**
   * Returns when the recorders have tried to write everything that they were given so far. Neither
   * on the FX thread nor on the trainer.
   */
  void settle();

  /** Finishes all writing. */
  @Override
  void close();
}
