package grokscope.ui;

import grokscope.config.RunConfig;
import grokscope.telemetry.RunListener;
import grokscope.train.Command;
import java.util.List;

/**
 * What trains the runs that the window asks for. Called on the FX thread; it answers at once and
 * works elsewhere.
 */
public interface Trainer extends AutoCloseable {
  /**
   * Begins a run, ending one in progress first.
   *
   * @param paused whether the run waits for a command before its first step
   * @return the id that its samples, events and status carry
   */
  long start(RunConfig config, boolean paused, List<RunListener> listeners);

  /** Passes a command to the run in progress. */
  void send(Command command);

  /** Ends everything, within two seconds. */
  @Override
  void close();
}
