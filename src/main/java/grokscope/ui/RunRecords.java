package grokscope.ui;

import grokscope.config.RunConfig;
import grokscope.telemetry.RunListener;
import java.io.IOException;

/** Where runs are recorded. Called on the FX thread; the writing happens elsewhere. */
@FunctionalInterface
public interface RunRecords {
  /**
   * Prepares the record of a run that is about to start.
   *
   * @param title the preset's title
   * @throws IOException when there is no place to write to
   */
  Recording begin(RunConfig config, String title) throws IOException;

  /** The record of one run. */
  interface Recording extends AutoCloseable {
    /** What hears of the run and writes it down. */
    RunListener listener();

    /** Returns when everything heard so far is on disk. May take a moment. */
    @Override
    void close();
  }
}
