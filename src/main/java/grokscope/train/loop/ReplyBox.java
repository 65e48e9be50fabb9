package grokscope.train.loop;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Asks a trainer, and keeps what it answers until somebody empties the box. What is no longer
 * wanted more is dropped then, here and nowhere else. The trainer thread puts answers in; all other
 * calls come from one thread.
 */
public final class ReplyBox {
  private final Consumer<Command> send;
  private final Queue<Runnable> arrived = new ConcurrentLinkedQueue<>();

  /** A question on its way, or answered. */
  public static final class Ticket {
    private boolean open = true;

    private Ticket() {}

    /** Whether the answer has not been taken out of the box, nor dropped. */
    public boolean open() {
      return open;
    }
  }

  /**
   * An empty box.
   *
   * @param send takes a command to the trainer
   */
  public ReplyBox(Consumer<Command> send) {
    this.send = send;
  }

  /**
   * Asks.
   *
   * @param wanted whether the answer is not too late, once it is there
   * @param taker gets the answer if it is wanted
   */
  public <A> Ticket ask(
      Question<A> question, Predicate<Answer<A>> wanted, Consumer<Answer<A>> taker) {
    Ticket ticket = new Ticket();
    send.accept(
        new Command.Ask<>(
            question, answer -> arrived.add(() -> hand(answer, ticket, wanted, taker))));
    return ticket;
  }

  private static <A> void hand(
      Answer<A> answer, Ticket ticket, Predicate<Answer<A>> wanted, Consumer<Answer<A>> taker) {
    ticket.open = false;
    if (wanted.test(answer)) {
      taker.accept(answer);
    }
  }

  /** Hands out every answer that has arrived. */
  public void drain() {
    for (Runnable next = arrived.poll(); next != null; next = arrived.poll()) {
      next.run();
    }
  }
}
