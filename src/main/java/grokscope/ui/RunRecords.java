package grokscope.ui;

import grokscope.config.InvalidConfig;
import grokscope.config.RunConfig;
import grokscope.run.RunFolder;
import grokscope.run.RunRecorder;
import grokscope.telemetry.RunListener;
import java.util.Optional;
import java.util.function.Supplier;

/** Where runs are recorded. Called on the FX thread; the writing happens elsewhere. */
public interface RunRecords extends AutoCloseable {
  /**
   * The record of one run.
   *
   * @param listener hears of the run and writes it down; it is done when the run has ended
   * @param problem why the writing broke off, in one sentence, if it did; any thread
   * @param folder where it is written, if that is a folder
   * @param close ends it when no run begins after all; not on the FX thread
   */
  record Recording(
      RunListener listener,
      Supplier<Optional<String>> problem,
      Optional<RunFolder> folder,
      Runnable close) {
    /** A record in a folder. */
    public static Recording of(RunRecorder recorder) {
      return new Recording(
          recorder, recorder::problem, Optional.of(recorder.folder()), recorder::close);
    }
  }

  /**
   * Prepares the record of a run that is about to start.
   *
   * @throws InvalidConfig with one sentence when there is no place to write to
   */
  Recording begin(RunConfig config) throws InvalidConfig;

  /** Returns when everything heard so far is on disk, as far as it can be. Not on the FX thread. */
  void settle();

  /** Returns when everything heard so far is on disk. */
  @Override
  void close();
}
