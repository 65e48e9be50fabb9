package grokscope.train;

import grokscope.config.InvalidConfig;
import grokscope.kernel.Backend;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads the circuits of stored networks of one run after the other, without a session. The caller's
 * thread works as the trainer.
 */
public final class CircuitReader implements AutoCloseable {
  private final Viewer viewer;

  /**
   * A reader.
   *
   * @param backend outlives it
   */
  public CircuitReader(Backend backend) {
    viewer = new Viewer(() -> backend);
  }

  /**
   * Reads one network.
   *
   * @param keys empty for its own key frequencies
   * @throws InvalidConfig with one sentence when the weights are not of that network, or its task
   *     is no table of sums
   */
  public CircuitAt read(Stilled network, List<Integer> keys) throws InvalidConfig {
    AtomicReference<CircuitAt> read = new AtomicReference<>();
    AtomicReference<String> refusal = new AtomicReference<>("");
    viewer.read(new Command.ReadCircuit(network, keys, read::set, refusal::set));
    if (read.get() == null) {
      throw new InvalidConfig("", refusal.get());
    }
    return read.get();
  }

  @Override
  public void close() {
    viewer.close();
  }
}
