package grokscope.ui;

import grokscope.telemetry.RunListener;
import grokscope.train.Command;
import grokscope.train.RunRequest;
import java.util.List;

/**
 * What trains the runs that the window asks for. Called on the FX thread; it answers at once and
 * works elsewhere.
 */
public interface Trainer extends AutoCloseable {
  /**
   * Begins a run or goes on with one, ending one in progress first.
   *
   * @return the id that its samples, events and status carry
   */
  long start(RunRequest request, List<RunListener> listeners);

  /** Passes a command to the run in progress. */
  void send(Command command);

  /** Ends everything, within two seconds. */
  @Override
  void close();
}
