package grokscope.train.loop;

import java.util.function.Consumer;

/** What the outside may send to a run, which takes it between two steps. Immutable, any thread. */
public sealed interface Command {
  /** What changes the run. */
  sealed interface Order extends Command {}

  /** Take steps until the end. */
  record Resume() implements Order {}

  /** Wait for the next order. */
  record Pause() implements Order {}

  /** Take a few steps, then wait. */
  record Step(int count) implements Order {}

  /** Give a knob that acts live a new value. The value has been accepted by the catalog. */
  record Retune(String path, Object value) implements Order {}

  /** Hand a checkpoint to the listener that keeps them. */
  record Checkpoint() implements Order {}

  /** End the run. */
  record Stop() implements Order {}

  /**
   * What changes nothing and gets one answer.
   *
   * @param reply called once, on the trainer thread
   */
  record Ask<A>(Question<A> question, Consumer<Answer<A>> reply) implements Command {}
}
