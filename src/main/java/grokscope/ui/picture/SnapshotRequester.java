package grokscope.ui.picture;

import grokscope.telemetry.RunState;
import grokscope.telemetry.RunStatus;
import grokscope.telemetry.snapshot.Snapshot;
import grokscope.telemetry.snapshot.SnapshotRequest;
import grokscope.train.loop.Answer;
import grokscope.train.loop.Question;
import grokscope.train.loop.ReplyBox;
import grokscope.train.loop.StoredNetwork;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the network for what pictures need, one question at a time. FX thread only; needs no
 * toolkit.
 *
 * <p>The same question about the same step is asked once. A question of an earlier run is given up,
 * because nobody may be left to answer it. Where the weights that are asked for are at hand, nobody
 * is asked.
 */
final class SnapshotRequester {
  private final ReplyBox replies;
  private final LongSupplier nanos;
  private final BiPredicate<String, Long> visible;
  private final Consumer<Answer<Snapshot>> taker;
  private Optional<ReplyBox.Ticket> ticket = Optional.empty();
  private long awaited; // the run that the ticket is for
  private @Nullable Asked last;
  private long askedAt;

  private record Asked(String asker, long run, int step, SnapshotRequest snapshotRequest) {}

  /**
   * Nothing is asked yet.
   *
   * @param replies takes the questions to the trainer
   * @param nanos a clock
   * @param visible whether an asker is visible now, and of the run with this id
   * @param taker gets the answers to what is visible
   */
  SnapshotRequester(
      ReplyBox replies,
      LongSupplier nanos,
      BiPredicate<String, Long> visible,
      Consumer<Answer<Snapshot>> taker) {
    this.replies = replies;
    this.nanos = nanos;
    this.visible = visible;
    this.taker = taker;
  }

  /**
   * Asks the network that is trained, or was trained last, if no answer is awaited, enough time has
   * passed, and something is new since the last question: the step, the request, the run or who
   * asks.
   *
   * @param gap the least time between two questions, in nanoseconds
   */
  void ask(String asker, RunStatus status, SnapshotRequest snapshotRequest, long gap) {
    Asked asked = new Asked(asker, status.run(), status.step(), snapshotRequest);
    if (answers(status.state()) && !waiting(asked) && due(asked, gap)) {
      send(asked, new Question.Show(snapshotRequest));
    }
  }

  /** Asks another network under the same conditions, unless the answer is at hand. */
  void ask(String asker, StoredNetwork network, SnapshotRequest snapshotRequest, long gap) {
    Asked asked = new Asked(asker, network.run(), network.step(), snapshotRequest);
    Optional<Snapshot> known = network.snapshot(snapshotRequest);
    if (known.isPresent() && due(asked, gap)) {
      taker.accept(Answer.of(known.get()));
    } else if (known.isEmpty() && !waiting(asked) && due(asked, gap)) {
      send(asked, new Question.ShowStored(network, snapshotRequest));
    }
  }

  /** Nothing is to be seen now; the next question is asked even if it is the last one again. */
  void forget() {
    last = null;
  }

  private boolean waiting(Asked asked) {
    return ticket.isPresent() && ticket.get().open() && awaited == asked.run;
  }

  /** Whether a question is new and not too early; it counts as asked then. */
  private boolean due(Asked asked, long gap) {
    long now = nanos.getAsLong();
    if (asked.equals(last) || (last != null && now - askedAt < gap)) {
      return false;
    }
    askedAt = now;
    last = asked;
    return true;
  }

  private void send(Asked asked, Question<Snapshot> question) {
    awaited = asked.run;
    ticket =
        Optional.of(
            replies.ask(
                question,
                answer ->
                    visible.test(asked.asker, asked.run)
                        && answer.found().filter(shown -> shown.run() != asked.run).isEmpty(),
                taker));
  }

  private static boolean answers(RunState state) {
    return state != RunState.IDLE && state != RunState.PREPARING && state != RunState.FAILED;
  }
}
