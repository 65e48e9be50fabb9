package grokscope.ui;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.telemetry.RunListener;

/** Where runs are recorded. Called on the FX thread; the writing happens elsewhere. */
public interface RunRecords extends AutoCloseable {
  /**
   * Prepares the record of a run that is about to start.
   *
   * @return what hears of the run and writes it down; it is done when the run has ended
   * @throws InvalidConfig with one sentence when there is no place to write to
   */
  RunListener begin(RunConfig config) throws InvalidConfig;

  /** Returns when everything heard so far is on disk. */
  @Override
  void close();
}
