package grokscope.ui.picture;

import grokscope.telemetry.Look;
import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.Snapshot;
import grokscope.train.Command;
import grokscope.train.Stilled;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Asks the network for what pictures need, one question at a time, and keeps the answer until it is
 * fetched. The trainer thread answers; everything else is FX thread only. Needs no toolkit.
 *
 * <p>The same question about the same step is asked once. A question of an earlier run is given up,
 * because nobody may be left to answer it.
 */
final class Questioner {
  private final Consumer<Command> send;
  private final LongSupplier nanos;
  private final AtomicReference<Reply> cell = new AtomicReference<>();
  private Question open;
  private Question last;
  private long askedAt;

  private record Question(String asker, long run, int step, Look look) {}

  private record Reply(Question question, Answer answer) {}

  /**
   * What came of a question.
   *
   * @param snapshot empty where it was refused
   * @param refusal why, in one sentence
   */
  record Answer(Optional<Snapshot> snapshot, String refusal) {}

  /**
   * Nothing is asked yet.
   *
   * @param send takes the question to the trainer
   * @param nanos a clock
   */
  Questioner(Consumer<Command> send, LongSupplier nanos) {
    this.send = send;
    this.nanos = nanos;
  }

  /**
   * Asks the network that is trained, or was trained last, if no answer is awaited, enough time has
   * passed, and something is new since the last question: the step, the look, the run or who asks.
   *
   * @param gap the least time between two questions, in nanoseconds
   */
  void ask(String asker, RunStatus status, Look look, long gap) {
    if (answers(status.state())) {
      Question question = new Question(asker, status.run(), status.step(), look);
      ask(
          question,
          gap,
          () ->
              new Command.Show(
                  look,
                  snapshot -> reply(question, snapshot),
                  refusal -> refuse(question, refusal)));
    }
  }

  /** Asks another network under the same conditions. */
  void ask(String asker, Stilled network, Look look, long gap) {
    Question question = new Question(asker, network.run(), network.step(), look);
    ask(
        question,
        gap,
        () ->
            new Command.ShowStilled(
                network,
                look,
                snapshot -> reply(question, snapshot),
                refusal -> refuse(question, refusal)));
  }

  /** Nothing is to be seen now; the next question is asked even if it is the last one again. */
  void forget() {
    last = null;
  }

  private void refuse(Question question, String refusal) {
    cell.set(new Reply(question, new Answer(Optional.empty(), refusal)));
  }

  private void reply(Question question, Snapshot snapshot) {
    cell.set(new Reply(question, new Answer(Optional.of(snapshot), "")));
  }

  private void ask(Question question, long gap, Supplier<Command> command) {
    boolean waiting = open != null && open.run == question.run;
    if (waiting || question.equals(last)) {
      return;
    }
    long now = nanos.getAsLong();
    if (last != null && now - askedAt < gap) {
      return;
    }
    askedAt = now;
    last = question;
    open = question;
    send.accept(command.get());
  }

  private static boolean answers(RunState state) {
    return state != RunState.IDLE && state != RunState.PREPARING && state != RunState.FAILED;
  }

  /** Fetches the answer, once; one to another asker or about another run is dropped. */
  Optional<Answer> answer(String asker, long run) {
    Reply reply = cell.getAndSet(null);
    if (reply == null || !reply.question.equals(open)) {
      return Optional.empty();
    }
    open = null;
    Question question = reply.question;
    boolean wanted =
        question.asker.equals(asker)
            && question.run == run
            && reply.answer.snapshot().filter(snapshot -> snapshot.run() != run).isEmpty();
    return wanted ? Optional.of(reply.answer) : Optional.empty();
  }
}
