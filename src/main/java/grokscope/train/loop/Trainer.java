package grokscope.train.loop;

import grokscope.telemetry.RunListener;
import java.util.List;

/**
 * What trains runs, one after the other. Any thread may call it; it returns at once and works
 * elsewhere.
 */
public interface Trainer extends AutoCloseable {
  /**
   * Begins or continues a run, ending one in progress first.
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
